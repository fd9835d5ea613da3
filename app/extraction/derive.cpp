#include "app/extraction/derive.h"

#include <algorithm>

#include "app/extraction/decimal.h"
#include "app/extraction/names.h"

namespace floe {

namespace {

constexpr double kByRule = 0.7;  // confidence of what a rule found: below a model that is sure

std::optional<Decimal> amount(const Extraction& e, const QString& path) {
    const Field* field = e.find(path);
    return field ? Decimal::parse(field->value) : std::nullopt;
}

/// A bill prints its total: where none was found something may be misread, unless net and tax are plain.
bool sureOfBoth(const Extraction& e) {
    return e.source != "ocr" && e.find("net")->status == Field::Status::Ok &&
           e.find("tax")->status == Field::Status::Ok;
}

void deriveTotal(Extraction& e) {
    if (e.find("total")) return;
    const auto net = amount(e, "net"), tax = amount(e, "tax");
    const Field* due = e.find("amount_due");
    Field field;
    if (const auto sum = net && tax ? Decimal::add(*net, *tax) : std::nullopt) {
        field.value = sum->toString();
        field.confidence = std::min(e.find("net")->confidence, e.find("tax")->confidence);
        field.note = "Not printed: net and tax added up.";
        field.status = sureOfBoth(e) ? Field::Status::Derived : Field::Status::Doubtful;
    } else if (due && !e.find("paid") && amount(e, "amount_due")) {
        field = *due;
        field.status = due->status == Field::Status::Doubtful ? due->status : Field::Status::Derived;
        field.note = "The amount due, since no other total is printed.";
    } else {
        return;
    }
    field.path = "total";
    field.confidence *= kByRule;
    insertField(e.fields, field);
}

}  // namespace

PageText pageText(const QVector<Page>& pages, const LinedText& lined) {
    return {QString::fromUtf8(lined.text), pages, lined};
}

void PageText::place(Field& field, qsizetype begin, qsizetype end) const {
    const qint64 from = text.left(begin).toUtf8().size();
    placeRun(field, pages, lined, from, from + text.mid(begin, end - begin).toUtf8().size());
}

double PageText::recognised(const Field& field) const {
    double worst = 1;
    if (field.page < 0) return worst;
    for (const Word& word : pages[field.page].words)
        for (const QRectF& box : field.boxes)
            if (box.contains(word.box.center())) worst = std::min<double>(worst, word.confidence);
    return worst;
}

void placeRun(Field& field, const QVector<Page>& pages, const LinedText& lined, qint64 begin, qint64 end) {
    const TextPlace place = placeOf(lined, begin, end);
    if (place.page < 0 || (field.page >= 0 && field.page != place.page)) return;
    field.page = place.page;
    QRectF box;
    float recognised = 1;
    for (const int index : place.words) {
        const Word& word = pages[place.page].words[index];
        box |= word.box;
        recognised = std::min(recognised, word.confidence);
    }
    field.boxes.append(box);
    field.confidence = std::min<double>(field.confidence, recognised);
}

void derive(Extraction& extraction) {
    deriveTotal(extraction);
}

void removeField(QVector<Field>& fields, const QString& path) {
    fields.erase(std::remove_if(fields.begin(), fields.end(), [&](const Field& f) { return f.path == path; }),
                 fields.end());
}

void insertField(QVector<Field>& fields, const Field& field) {
    const qint64 order = orderOf(field.path);
    const auto at = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return orderOf(f.path) > order; });
    fields.insert(at, field);
}

}  // namespace floe
