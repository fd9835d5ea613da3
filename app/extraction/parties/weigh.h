// Who is the seller and who the buyer among all that a page names: each company or person is weighed for both roles by
// everything that stands around its name, and the best pair wins.
#pragma once

#include <optional>

#include "app/extraction/parties/mention.h"

namespace floe::parties {

/// What the model read for one role.
struct ModelChoice {
    QString text;  // empty: nothing
    double confidence = 0;
    int page = -1;
    QRectF box;
};

struct Reason {
    double weight = 0;
    QString words;  // "beside “Bill to”"
};

inline const char* const kReadWords = "as the model read it";  // its reason, which is no evidence of the page

/// What speaks for one role, and how much of it speaks by itself.
struct Case {
    double weight = 0;
    QVector<Reason> reasons;  // those for it, the weightiest first
};

/// All mentions of one name.
struct Entity {
    QString key;  // letters and digits of the name without its legal form
    QVector<Mention> mentions;
    Case seller, buyer;

    const Mention& best() const;          // for the name: labelled before all, then with an address or a legal form
    const Mention* addressed() const;     // for the address; null: none
    const Mention* labelled(Role) const;  // null: none
    bool is(const QString& name) const;   // the same name, but for capitals, signs and legal form
};

struct Outcome {
    QVector<Entity> entities;
    int seller = -1, buyer = -1;  // indices; -1: nobody
    bool sureSeller = false, sureBuyer = false;
};

/// `payee` is whom a QR code on the page says to pay; empty: there is none.
Outcome weigh(const PartyPage& page, const ModelChoice& seller, const ModelChoice& buyer, const QString& payee);

}  // namespace floe::parties
