// What a document tells of its seller besides the fields of a bill. Looked for only where a form of one's own asks.
#pragma once

#include "app/extraction/bill.h"
#include "app/extraction/form_pages.h"

namespace floe {

struct SellerDetail {
    QString path;  // "seller.logo": what a form's "x-field" calls it
    enum class Shape { Text, List, Picture } shape = Shape::Text;
};

const QVector<SellerDetail>& sellerDetails();
const SellerDetail* sellerDetail(const QString& path);  // null: there is no such detail

/// At most one, but for a list. What is copied from the page is Ok and has its place; what is made of other values is
/// Derived, and its note says of what. A picture has its place alone. Nothing where rules are not sure: it is never
/// made up.
QVector<Field> detailsOf(const QString& path, const Extraction& extraction, const FormPages& pages);

}  // namespace floe
