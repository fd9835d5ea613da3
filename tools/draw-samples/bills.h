// Sample bills. The first ships with Floe (more in shipped/shipped.h); the others, of companies that do not exist, are
// drawn when tests run.
#pragma once

#include <QByteArray>
#include <QString>
#include <string>

namespace floe::samples {

// Each writes one PDF file. A QGuiApplication must live.
void drawGoogleCloud(const QString& file);  // a US bill of one line
void drawGerman(const QString& file);       // 1.234,56 and Mehrwertsteuer
void drawTwoPages(const QString& file);     // thirty lines, the sums on the second page
/// Three bills of one seller in one file, RE-1 to RE-3, the second of two pages, with what is due: 101.00, 202.00,
/// 303.00.
void drawPile(const QString& file);
void drawScan(const QString& file);  // a page that is only a picture

/// The German bill with its Factur-X XML inside; the XML's total differs from the printed one by a cent, so that a test
/// can tell which was read.
void drawFacturX(const QString& file);
QByteArray facturXml();

void drawTurned(const QString& file, int degrees, bool crop);  // the German bill, its page turned or cropped
/// The US bill, or another, locked.
void drawLocked(const QString& file, const std::string& password, void (*draw)(const QString&) = drawGoogleCloud);

}  // namespace floe::samples
