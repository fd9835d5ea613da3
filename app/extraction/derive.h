// What a page shows without a label of its own, found by rules where the model found nothing.
#pragma once

#include "app/documents/linearizer.h"
#include "app/extraction/bill.h"

namespace floe {

/// The words of the pages as one text with a place for each character: what rules search.
struct PageText {
    QString text;  // the lined-up text
    QVector<Page> pages;
    LinedText lined;

    /// The words under text[begin, end), as a page and a box a line.
    void place(Field& field, qsizetype begin, qsizetype end) const;

    /// How sure the text recognition was of the worst word in the field's boxes; 1 where the file says its text.
    double recognised(const Field& field) const;
};
PageText pageText(const QVector<Page>& pages, const LinedText& lined);

/// A page and boxes for a run of bytes of the lined-up text; `confidence` is lowered to that of the worst recognised
/// word.
void placeRun(Field& field, const QVector<Page>& pages, const LinedText& lined, qint64 begin, qint64 end);

/// Adds the total, with status Derived and a note: from net + tax, or from what is due where nothing was paid. Keeps
/// the fields in order.
void derive(Extraction& extraction);

/// Takes the field of that path out, if there is one.
void removeField(QVector<Field>& fields, const QString& path);

/// Puts the field where it belongs in the schema's order.
void insertField(QVector<Field>& fields, const Field& field);

}  // namespace floe
