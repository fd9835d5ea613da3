// floe bills add: two hundred mixed files, killed twice without warning; all of them are in the history, once each.

#include <QElapsedTimer>
#include <QTest>

#include "app/cli/floe_process.h"
#include "support/paths.h"

using namespace floe::test;

namespace {

constexpr int kFiles = 200;

QByteArray bill(const QString& number) {
    return QString(
               "Tannenhof KG\nWaldweg 3\n20457 Hamburg\n\nInvoice %1\nDate 3 April 2024\n\n"
               "Description      Quantity   Price    Amount\nBoards           2          5.00     10.00\n"
               "Net 10.00\nTax 1.90\nTotal EUR 11.90\n")
        .arg(number)
        .toUtf8();
}

/// Text, HTML, CSV, PDF, and files that are none of these.
void make(const QString& folder, int n) {
    const QString base = folder + QString("/bill-%1").arg(n, 3, 10, QChar('0'));
    const QString number = QString("RE-%1").arg(1000 + n);
    switch (n % 5) {
        case 0:
            return write_file(base + ".txt", bill(number));
        case 1:
            return write_file(base + ".html", "<html><body><pre>" + bill(number) + "</pre></body></html>");
        case 2:
            return write_file(base + ".csv", "Invoice," + number.toUtf8() + "\nDate,2024-04-03\nTotal EUR,11.90\n");
        case 3: {  // each with other bytes behind its end, which readers pass over
            QFile sample(QString(source_dir()) + "/resources/samples/google-cloud.pdf");
            if (!sample.open(QIODevice::ReadOnly)) qFatal("no sample");
            return write_file(base + ".pdf", sample.readAll() + "% " + number.toUtf8() + '\n');
        }
        default:
            return write_file(base + ".pdf", QByteArray("\x01\x02\x00\xff", 4) + number.toUtf8());
    }
}

QVector<QJsonObject> listed(const QString& data) {
    QVector<QJsonObject> bills;
    for (const QByteArray& line : run_floe({"bills", "list", "--json", "--data", data}).out.split('\n'))
        if (!line.isEmpty()) bills.append(QJsonDocument::fromJson(line).object());
    return bills;
}

int countOf(const QVector<QJsonObject>& bills, const char* state) {
    return static_cast<int>(std::count_if(
        bills.begin(), bills.end(), [&](const QJsonObject& bill) { return bill["state"] == QLatin1String(state); }));
}

}  // namespace

class BillsKillTest : public QObject {
    Q_OBJECT
 private slots:
    void allFilesAreThereOnceEach() {
        QTemporaryDir folder;
        const QString data = folder.filePath("data"), files = folder.filePath("files");
        QVERIFY(QDir().mkpath(files));
        for (int n = 0; n < kFiles; ++n) make(files, n);
        QElapsedTimer clock;
        clock.start();
        int before = 0;
        for (int kill = 0; kill < 2; ++kill) {
            QProcess floe;
            QStringList arguments{"bills", "add", "--data", data};
            if (kill == 0)
                for (const QFileInfo& file : QDir(files).entryInfoList(QDir::Files)) arguments << file.filePath();
            floe.start(program("floe"), arguments);
            QVERIFY(floe.waitForStarted());
            int done = before;
            while (done < before + 40 && floe.state() == QProcess::Running) {  // in the middle of the work
                floe.waitForFinished(300);
                const QVector<QJsonObject> bills = listed(data);
                done = countOf(bills, "ready") + countOf(bills, "failed");
            }
            QVERIFY2(floe.state() == QProcess::Running, "it was done before it could be killed");
            floe.kill();
            QVERIFY(floe.waitForFinished());
            before = done;
        }
        QVERIFY(before < kFiles);
        const Ran last = run_program(program("floe"), {"bills", "add", "--json", "--data", data}, {}, 900'000);
        QCOMPARE(last.exit_code, 0);
        QCOMPARE(last.object()["left"].toInt(), 0);
        const QVector<QJsonObject> bills = listed(data);
        QSet<QString> names;
        for (const QJsonObject& bill : bills) names.insert(bill["file"].toString());
        QCOMPARE(bills.size(), kFiles);
        QCOMPARE(names.size(), kFiles);
        QCOMPARE(countOf(bills, "failed"), kFiles / 5);
        QCOMPARE(countOf(bills, "ready"), kFiles - kFiles / 5);
        const double minutes = static_cast<double>(clock.elapsed()) / 60000;
        qInfo("200 files, killed twice: %.0f documents a minute over all", kFiles / minutes);
    }
};

QTEST_GUILESS_MAIN(BillsKillTest)
#include "bills_kill_test.moc"
