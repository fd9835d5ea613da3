// The bill's number and its two dates, chosen among all that could be one by the words beside them.
#pragma once

#include <QStringList>

#include "app/extraction/derive.h"

namespace floe {

/// What was done to a field, for its status once it is normalised.
struct Chosen {
    QString path, note;
    Field::Status status = Field::Status::Derived;
};

/// Before normalise(). Every printed number and date is weighed by its label (label_words.h), by what it looks like (an
/// IBAN, a GLN or a date is no bill's number), by how often and how early it is printed, by the file's name and by the
/// model's choice and probability (named/rivals.h). What the model missed is added, to become Derived; what it took
/// from beside another field's label, or chose though a label names another, is replaced. Where no label proves the
/// choice, or two values have such labels, it becomes Doubtful, whatever the model's probability: on layouts that it
/// has not seen it is as sure of wrong ones. The others that were in question are the field's candidates.
QVector<Chosen> chooseNumber(QVector<Field>& fields, const PageText& page, const QString& file);
QVector<Chosen> chooseDates(QVector<Field>& fields, const PageText& page);

/// What a label plainly names as the bill's number (not one that stands beside "No." alone, nor one that looks like an
/// account, a sum or a date), as printed, in the page's order.
QStringList numbersByLabel(const PageText& page);

}  // namespace floe
