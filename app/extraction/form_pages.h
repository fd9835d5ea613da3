// The pages of a bill as a form of a person's own looks at them.
#pragma once

#include <QImage>
#include <functional>

#include "app/extraction/derive.h"

namespace floe {

struct FormPages {
    PageText page;
    QVector<Drawing> drawings;
    QVector<Link> links;
    /// That part of a page as a picture; may take seconds, and be null. None: the form gets no pictures.
    std::function<QImage(int page, const QRectF& box)> cut;

    FormPages(PageText text = {}) : page(std::move(text)) {}  // pages without drawings and links
    explicit FormPages(const Document& document)
        : page(pageText(document.pages, lineUp(document.pages))), drawings(document.drawings), links(document.links) {}
};

}  // namespace floe
