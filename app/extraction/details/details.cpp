#include "app/extraction/details/details.h"

#include "app/extraction/details/parts.h"

namespace floe {

const QVector<SellerDetail>& sellerDetails() {
    using Shape = SellerDetail::Shape;
    static const QVector<SellerDetail> all{{QStringLiteral("seller.logo"), Shape::Picture},
                                           {QStringLiteral("seller.description"), Shape::Text},
                                           {QStringLiteral("seller.short_description"), Shape::Text},
                                           {QStringLiteral("seller.keywords"), Shape::List},
                                           {QStringLiteral("seller.brand"), Shape::Text}};
    return all;
}

const SellerDetail* sellerDetail(const QString& path) {
    for (const SellerDetail& detail : sellerDetails())
        if (detail.path == path) return &detail;
    return nullptr;
}

QVector<Field> detailsOf(const QString& path, const Extraction& extraction, const FormPages& pages) {
    const auto alone = [](const std::optional<Field>& field) {
        return field ? QVector<Field>{*field} : QVector<Field>();
    };
    const QString name = path.section('.', 1);
    if (name == "logo") return alone(details::logo(extraction, pages));
    if (name == "description") return alone(details::description(extraction, pages.page));
    if (name == "short_description") return alone(details::shortDescription(extraction, pages.page));
    if (name == "brand") return alone(details::brand(extraction, pages.page));
    return name == "keywords" ? details::keywords(extraction, pages.page) : QVector<Field>();
}

namespace details {

Field copied(const PageText& page, qsizetype begin, qsizetype end, double confidence) {
    Field field;
    field.text = page.text.mid(begin, end - begin);
    field.value = QString(field.text).replace('\t', ' ').replace('\n', ' ').simplified();
    field.confidence = confidence;
    page.place(field, begin, end);
    return field;
}

Field madeOf(const QString& value, const QString& note) {
    Field field;
    field.value = value;
    field.confidence = 0.5;
    field.status = Field::Status::Derived;
    field.note = note;
    return field;
}

QString shortened(const QString& text, qsizetype most) {
    if (text.size() <= most) return text;
    const qsizetype end = std::max<qsizetype>(text.lastIndexOf(' ', most - 1), most / 2);
    QString cut = text.left(end);
    while (!cut.isEmpty() && !cut.back().isLetterOrNumber()) cut.chop(1);
    return cut + QStringLiteral("…");
}

}  // namespace details

}  // namespace floe
