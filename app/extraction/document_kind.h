// What kind of document it is, told by titles in large or early print, by labels, by what it says of itself, and by
// what was read from it. Rules with points in a table; ten languages (en de fr es it nl pt pl sv da).
#pragma once

#include "app/extraction/derive.h"

namespace floe {

struct DocumentKind {
    /// "bill", "credit_note", "receipt", "statement", "order", "order_confirmation", "delivery_note", "estimate",
    /// "proforma", "dunning", "other" (it says that it is no bill, not what it is), "unknown" (nothing was found).
    QString name;
    QString why;  // a sentence; empty: nothing to say
};

/// A title weighs by its print (larger than the page's usual) and place (early), a label of that kind of document less.
/// A number or a sum that was read speaks for a bill, so that a bill needs no title; an early title of another kind
/// outweighs them where nothing calls it a bill. "This is not an invoice" takes all points from bill. A bill with
/// negative sums that calls itself no credit note is a bill: the kind says it or the minus does, never both.
DocumentKind documentKindOf(const Extraction& extraction, const PageText& page);

/// The kind that a title alone names (not a mention in a sentence, nor a label); empty: there is none.
QString titledAs(const PageText& page);

/// For sentences: "a bill", "a credit note"; "no bill that Floe recognises" where the name is none of these.
QString kindWords(const QString& name);

}  // namespace floe
