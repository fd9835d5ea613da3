// draw-samples FOLDER [--shipped]: writes the sample bills into the folder; --shipped: those that lie in
// resources/samples.

#include <QDir>
#include <QGuiApplication>
#include <utility>

#include "bills.h"
#include "shipped/shipped.h"

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    const bool shipped = argc == 3 && QString(argv[2]) == "--shipped";
    if ((argc != 2 && !shipped) || !QDir().mkpath(argv[1])) {
        qWarning("draw-samples needs a folder that it may write to");
        return 1;
    }
    const QDir folder(argv[1]);
    using namespace floe::samples;
    const std::pair<const char*, void (*)(const QString&)> inResources[] = {
        {"google-cloud", drawGoogleCloud},   {"da-dairy", drawDairy},
        {"de-credit-note", drawCreditNote},  {"de-workshop", drawWorkshop},
        {"en-electricity", drawElectricity}, {"en-receipt", drawReceipt},
        {"en-software", drawSoftware},       {"es-hotel", drawHotel},
        {"fr-translator", drawTranslator},   {"it-printer", drawPrinter},
        {"nl-florist", drawFlorist},         {"pl-carrier", drawCarrier},
        {"pt-garage", drawGarage},           {"sv-carpenter", drawCarpenter}};
    const std::pair<const char*, void (*)(const QString&)> forTests[] = {
        {"german", drawGerman}, {"two-pages", drawTwoPages}, {"scan", drawScan}, {"factur-x", drawFacturX}};
    for (const auto& [name, draw] : inResources) draw(folder.filePath(QString(name) + ".pdf"));
    if (shipped) return 0;
    for (const auto& [name, draw] : forTests) draw(folder.filePath(QString(name) + ".pdf"));
    return 0;
}
