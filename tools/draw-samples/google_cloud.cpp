#include "bills.h"
#include "sheet.h"

namespace floe::samples {

void drawGoogleCloud(const QString& file) {
    Sheet sheet(file, Sheet::Paper::Letter, "Invoice 120325");
    sheet.put(54, 72, "Google Cloud", 16, true);
    sheet.putLines(54, 92,
                   {"1600 Amphitheatre Parkway", "Mountain View, CA, 94043", "United States", "invoices@google.com"});

    sheet.put(-54, 72, "Invoice", 22, true);
    const QStringList labels{"Invoice number", "Issue date", "Due date"};
    const QStringList values{"#120325", "Apr 30, 2024", "May 31, 2024"};
    for (int i = 0; i < labels.size(); ++i) {
        sheet.put(372, 106 + 14 * i, labels[i]);
        sheet.put(-54, 106 + 14 * i, values[i]);
    }

    sheet.put(54, 190, "Bill to", 10, true);
    sheet.putLines(54, 206,
                   {"Digits", "1355 Market Street", "San Francisco, CA, 94103", "United States", "bills@digits.com"});

    sheet.put(54, 312, "Description", 10, true);
    sheet.put(-216, 312, "Quantity", 10, true);
    sheet.put(-134, 312, "Unit cost", 10, true);
    sheet.put(-54, 312, "Total", 10, true);
    sheet.rule(320, 54, 558);
    sheet.put(54, 338, "Google Cloud — Production");
    sheet.put(-216, 338, "1");
    sheet.put(-134, 338, "$37,577.23");
    sheet.put(-54, 338, "$37,577.23");
    sheet.rule(350, 54, 558);

    sheet.put(396, 376, "Total", 12, true);
    sheet.put(-54, 376, "$37,577.23", 12, true);
    sheet.put(54, 720, "Questions about this invoice? Write to invoices@google.com.", 8);
}

}  // namespace floe::samples
