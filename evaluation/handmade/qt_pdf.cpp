// Prints an HTML file as Qt's rich text does: qt_pdf IN.html OUT.pdf
#include <QFile>
#include <QGuiApplication>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    QFile in(argv[1]);
    if (argc < 3 || !in.open(QIODevice::ReadOnly)) return 1;
    QPdfWriter out(QString::fromLocal8Bit(argv[2]));
    out.setPageSize(QPageSize(QPageSize::A4));
    QTextDocument text;
    text.setHtml(QString::fromUtf8(in.readAll()));
    text.print(&out);
    return 0;
}
