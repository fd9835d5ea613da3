// Addresses for mail and account numbers in which text recognition took one sign for another that looks like it. What
// is found here is a guess that must be shown as one.
#pragma once

#include "app/extraction/facts/page_cells.h"

namespace floe::facts {

struct Misread {
    Run run;        // as it was recognised
    QString value;  // as it must have been printed
};

/// "infoQpike.example", "info©pike.example", "infopike.example" where pike.example is one of `domains`, those that the
/// page prints elsewhere; behind a label ("E-mail") also of other domains, where a capital stands among small letters.
QVector<Misread> misreadEmails(const QString& text, const QStringList& domains);

/// "CHI4 1768 …": an IBAN whose check digits fit with letters for the digits that look like them (or the other way
/// round) at one place; letters where only digits can be do not count. Nothing: none, or several fit.
std::optional<Misread> misreadIban(const QString& text);

}  // namespace floe::facts
