// The bills in resources/samples besides Google Cloud's: companies that do not exist, in as many looks as languages.
#pragma once

#include <QString>

namespace floe::samples {

// Each writes one PDF file of one page. A QGuiApplication must live.
void drawWorkshop(const QString& file);     // German letter, two rates of tax, the account in the foot
void drawCreditNote(const QString& file);   // German
void drawElectricity(const QString& file);  // British, paid in advance
void drawReceipt(const QString& file);      // Irish cash desk
void drawSoftware(const QString& file);     // Irish, the tax owed by a buyer in Germany
void drawTranslator(const QString& file);   // French, without tax
void drawHotel(const QString& file);        // Spanish
void drawPrinter(const QString& file);      // Italian
void drawGarage(const QString& file);       // Portuguese
void drawFlorist(const QString& file);      // Dutch
void drawCarrier(const QString& file);      // Polish, net and gross in each line
void drawCarpenter(const QString& file);    // Swedish
void drawDairy(const QString& file);        // Danish

}  // namespace floe::samples
