// draw-samples FOLDER: writes the sample bills into the folder. resources/samples/google-cloud.pdf is its work.

#include <QDir>
#include <QGuiApplication>

#include "bills.h"

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    if (argc != 2 || !QDir().mkpath(argv[1])) {
        qWarning("draw-samples needs a folder that it may write to");
        return 1;
    }
    const QDir folder(argv[1]);
    using namespace floe::samples;
    drawGoogleCloud(folder.filePath("google-cloud.pdf"));
    drawGerman(folder.filePath("german.pdf"));
    drawTwoPages(folder.filePath("two-pages.pdf"));
    drawScan(folder.filePath("scan.pdf"));
    drawFacturX(folder.filePath("factur-x.pdf"));
    return 0;
}
