#include <algorithm>
#include <cmath>

#include "app/extraction/details/parts.h"

namespace floe::details {

namespace {

constexpr double kHead = 0.3;      // of the page's height: where letter heads stand
constexpr double kNearName = 90;   // points
constexpr double kWide = 9;        // times as wide as high: a ribbon
constexpr double kClearly = 0.7;   // the nearest counts where it is that much nearer than the next
constexpr double kMuchLarger = 3;  // … or that much larger

double gap(const QRectF& a, const QRectF& b) {
    const double x = std::max({0.0, a.left() - b.right(), b.left() - a.right()});
    const double y = std::max({0.0, a.top() - b.bottom(), b.top() - a.bottom()});
    return std::hypot(x, y);
}

QRectF boxOf(const Extraction& e, const char* path, int page) {
    const Field* field = e.find(QString::fromLatin1(path));
    return field && field->page == page ? field->box() : QRectF();
}

struct Choice {
    QRectF box;
    double away = 0;  // from the seller's name in the letter head; without one, from the top edge
    double area() const { return box.width() * box.height(); }
};

/// Only what stands in the letter head, and nearer to the seller than to the buyer.
QVector<Choice> choicesOn(int page, const Extraction& e, const FormPages& pages) {
    const double height = pages.page.pages[page].size.height();
    QRectF seller;
    for (const char* path : {"seller.name", "seller.trading_name"})
        if (const QRectF box = boxOf(e, path, page); box.bottom() < 2 * kHead * height) seller |= box;
    const QRectF buyer = boxOf(e, "buyer.name", page) | boxOf(e, "buyer.address", page);
    QVector<Choice> choices;
    for (const Drawing& drawing : pages.drawings) {
        const QRectF& box = drawing.box;
        if (drawing.page != page || box.top() > kHead * height || box.bottom() > 1.5 * kHead * height) continue;
        if (box.width() > kWide * box.height() || box.height() > kWide * box.width()) continue;
        const double away = seller.isNull() ? box.top() : gap(seller, box);
        if (!buyer.isNull() && gap(buyer, box) < std::min(20.0, away)) continue;
        choices.append({box, away});
    }
    return choices;
}

}  // namespace

std::optional<Field> logo(const Extraction& extraction, const FormPages& pages) {
    const Field* name = extraction.find("seller.name");
    const int page = 0;  // a letter head opens a document
    if (pages.page.pages.isEmpty()) return {};
    QVector<Choice> choices = choicesOn(page, extraction, pages);
    if (choices.isEmpty()) return {};
    std::sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) { return a.away < b.away; });
    const Choice& best = choices[0];
    if (choices.size() > 1) {
        const Choice& next = choices[1];
        const bool nearer = best.away + 5 < kClearly * next.away;
        if (!nearer && best.area() < kMuchLarger * next.area()) return {};
    }
    Field field;
    field.page = page;
    field.boxes = {best.box};
    field.confidence = best.away <= kNearName ? 0.7 : 0.5;
    field.status = Field::Status::Derived;
    field.note = best.away <= kNearName && name ? QStringLiteral("A picture beside the seller's name.")
                                                : QStringLiteral("The picture of the letter head.");
    return field;
}

}  // namespace floe::details
