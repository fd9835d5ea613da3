// The details of a seller one by one, for details.cpp.
#pragma once

#include <optional>

#include "app/extraction/details/details.h"

namespace floe::details {

/// The drawing of the letter head that stands nearest to the seller's name. Nothing where two may be meant.
std::optional<Field> logo(const Extraction& extraction, const FormPages& pages);

/// What the seller prints of itself: a slogan under its name, or a sentence anywhere outside of the lines.
struct SelfDescription {
    std::optional<Field> slogan, sentence;
};
SelfDescription selfDescription(const Extraction& extraction, const PageText& page);

std::optional<Field> description(const Extraction& extraction, const PageText& page);       // else what it sells
std::optional<Field> shortDescription(const Extraction& extraction, const PageText& page);  // at most 80 characters

/// Words of the lines and of the seller's name that are printed, the most telling first, at most eight.
QVector<Field> keywords(const Extraction& extraction, const PageText& page);

/// A brand that the page says is one: with ® or ™ in the seller's name, or "a brand of …".
std::optional<Field> brand(const Extraction& extraction, const PageText& page);

/// Text as it is printed, copied from the page.
Field copied(const PageText& page, qsizetype begin, qsizetype end, double confidence);
Field madeOf(const QString& value, const QString& note);  // Derived, without a place

/// Cut before a word, with "…" where something was left out.
QString shortened(const QString& text, qsizetype most);

// --- words in ten languages (en de fr es it nl pt pl sv da), folded (folded.h)

/// Whether a word tells a trade: "bakery", "Haustechnik", "imprimerie".
bool isTradeWord(const QString& foldedWord);
/// Whether a word says nothing of what is sold: articles and the like, units, months, the labels of bills.
bool isStopWord(const QString& foldedWord);
/// Words that stand in what a bill says of itself: payment, delivery, thanks. A text with one describes nobody.
bool speaksOfTheBill(const QString& text);

}  // namespace floe::details
