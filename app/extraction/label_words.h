// Words that bills print beside their values, in the languages of printed_date.h and Swedish and Danish.
#pragma once

#include "app/extraction/page_cells.h"

namespace floe {

/// What a label says of the value beside it. The Other kinds are values that look like a field and are none: a customer
/// number, the date of a delivery, a discount.
enum class Meaning {
    None,
    Number,
    OrderNumber,
    CustomerNumber,
    PrecedingNumber,  // of the bill that a credit note is about
    OtherNumber,
    IssueDate,
    DueDate,
    OtherDate,
    Net,
    Tax,
    Total,
    Paid,
    AmountDue,
    OtherSum,
};

enum class Subject { Number, Date, Sum };

struct LabelMeaning {
    Meaning meaning = Meaning::None;
    double weight = 0;  // 0…3: how plainly the label says it
};

/// The nearest of the namings that means something for the subject. A label further away, or above, weighs less.
LabelMeaning meaningOf(const QVector<Naming>& namings, Subject subject);

}  // namespace floe
