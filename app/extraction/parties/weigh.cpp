#include "app/extraction/parties/weigh.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>

#include "app/extraction/folded.h"
#include "app/extraction/parties/address_lines.h"
#include "app/extraction/parties/entities.h"
#include "app/extraction/sellers.h"

namespace floe::parties {

namespace {

// What speaks for a role, in the measure of a plain label (3). Against the other role it counts by kAgainst.
constexpr double kModelWeight = 2.0;   // of a choice that the model is sure of
constexpr double kModelAgainst = 0.6;  // how much of that speaks against the other role
constexpr double kOneLine = 2.0;       // "Name · Street · Town" in one line: senders write so
constexpr double kIds = 1.6;           // VAT id, register or account with the name
constexpr double kNotNamed = 2.5;      // against all others where a plain label names a seller with its address
constexpr double kContacts = 1.0;      // two of phone, mail and website in the block: buyers' rarely have them,
constexpr double kAllContacts = 2.2;   // and hardly ever all three
constexpr double kFoot = 1.2, kHead = 0.9, kBig = 0.4, kFirst = 0.3;
constexpr double kDomain = 1.3;  // the name of an e-mail address or website of the page
constexpr double kCode = 2.2;    // whom the QR code pays
constexpr double kTwice = 0.5;   // named at several places
constexpr double kLegal = 0.3;
constexpr double kBank = 2.5;  // against the one that keeps the account
constexpr double kWindow = 1.2, kBelowSender = 1.8, kWrittenTo = 1.0, kDelivery = 0.5, kOnlyOther = 1.2;
constexpr double kNoAccount = 0.4;  // of a payee's label without an account close by
constexpr double kAddressed = 0.7;  // an address below a label that can mean other things
constexpr double kAgainst = 0.8;

constexpr double kKnown = 1.1, kWellKnown = 2.3;   // by how much the role of one must be told to tell the other's
constexpr double kLeast = 1.15;                    // what it takes to name somebody rather than nobody
constexpr double kSure = 2.65, kSureBuyer = 2.35;  // and to be sure of it
constexpr double kMargin = 1.2;                    // ahead of the next for the role, too
constexpr double kPlainLabel = 2.5;                // a label from which on it alone can make sure

constexpr double kHeadBand = 0.16, kFootBand = 0.84;       // of a page's height
constexpr double kWindowTop = 0.06, kWindowBottom = 0.45;  // of its height
constexpr double kBelowBlock = 45, kBesideBlock = 15;      // points in which a block's ids stand
constexpr double kUnderSender = 80, kSenderIndent = 30;    // points

const char* const kIdWords = "where the VAT id, register or account stands";

struct Address {
    QString text;  // for mail, or of a website
    int page = 0;
    QRectF box;
};

class Weighing {
 public:
    Weighing(const PartyPage& page, const ModelChoice& seller, const ModelChoice& buyer, const QString& payee)
        : page_(page), seller_(seller), buyer_(buyer), payee_(payee) {}

    Outcome run() {
        out_.entities = entitiesOn(page_, seller_, buyer_);
        findIds();
        findDomains();
        findLetterSize();
        for (Entity& entity : out_.entities) weighOne(entity);
        weighBesideNamedSeller();
        weighWhoIsLeft();
        choose();
        return out_;
    }

 private:
    static void add(Case& side, double weight, const QString& words) {
        side.weight += weight;
        side.reasons.append({weight, words});
    }

    void findIds() {
        static const QRegularExpression others(
            "\\b(?:your|customer|client|buyer|ihre?|kunden\\w*|votre|cliente|uw|klant\\w*|nabywc\\w*|acheteur)\\b");
        for (int i = 0; i < page_.cells().size(); ++i) {
            const QString& text = page_.cells()[i].piece.text;
            if (namesIds(text) && !others.match(folded(text)).hasMatch()) ids_.append(i);
        }
    }

    void findDomains() {
        static const QRegularExpression form(
            "[^\\s@,;|<>()]+@[a-z0-9.-]+\\.[a-z]{2,}|(?:https?://|www\\.)[a-z0-9.-]+"
            "\\.[a-z]{2,}",
            QRegularExpression::CaseInsensitiveOption);
        for (const PartyCell& cell : page_.cells())
            for (auto it = form.globalMatch(cell.piece.text); it.hasNext();) {
                const QString address = it.next().captured();
                if (!ownDomain(address).isEmpty()) domains_.append({address, cell.page, cell.box});
            }
    }

    void findLetterSize() {
        QVector<double> heights;
        for (const PartyCell& cell : page_.cells()) heights.append(cell.height());
        if (heights.isEmpty()) return;
        std::nth_element(heights.begin(), heights.begin() + heights.size() / 2, heights.end());
        usualHeight_ = heights[heights.size() / 2];
    }

    bool isInFoot(int page, const QRectF& box) const { return page_.heightOnPage(page, box) > kFootBand; }

    bool isWhereSendersWrite(const Mention& m) const {
        const double height = page_.heightOnPage(m.page, m.box);
        return (m.page == 0 && height < kWindowBottom) || height > kFootBand;
    }

    bool hasIdsAround(const Mention& m) const {
        if (m.hasIds) return true;
        const QRectF around = m.box.adjusted(-kBesideBlock, -6, kBesideBlock, kBelowBlock);
        return std::any_of(ids_.begin(), ids_.end(), [&](int i) {
            const PartyCell& cell = page_.cells()[i];
            if (cell.page != m.page) return false;
            return around.intersects(cell.box) || (isInFoot(m.page, m.box) && isInFoot(cell.page, cell.box));
        });
    }

    /// 1: the name of an address that stands elsewhere, 0.3: of one in its own block, 0: of none.
    double domainOf(const Entity& entity) const {
        double most = 0;
        for (const Address& address : domains_) {
            if (!isDomainOf(entity.key, address.text)) continue;
            bool own = false, buyers = false;
            for (const Entity& other : out_.entities)
                for (const Mention& m : other.mentions) {
                    const QRectF around = m.box.adjusted(-kBesideBlock, -6, kBesideBlock, kBelowBlock);
                    if (m.page != address.page || !around.intersects(address.box)) continue;
                    own |= &other == &entity;
                    buyers |= m.role == Role::Buyer || m.role == Role::Delivery;
                }
            most = std::max(most, buyers ? 0.0 : own ? 0.3 : 1.0);
        }
        return most;
    }

    bool isBelowSender(const Mention& m) const {
        for (const Entity& other : out_.entities)
            for (const Mention& sender : other.mentions) {
                if (sender.kind != Mention::Kind::OneLine || sender.page != m.page) continue;
                const double gap = m.box.top() - sender.box.bottom();
                if (gap > -4 && gap < kUnderSender && std::abs(m.box.left() - sender.box.left()) < kSenderIndent)
                    return true;
            }
        return false;
    }

    /// Above everything else of a page, where sellers begin.
    bool isFirst(const Mention& m) const {
        return m.page == 0 && m.name.begin == page_.cells()[0].piece.begin && page_.heightOnPage(0, m.box) < kHeadBand;
    }

    /// Windows of envelopes are on the left in some countries, on the right in others.
    bool isInWindow(const Mention& m) const {
        const double height = page_.heightOnPage(m.page, m.box);
        return m.page == 0 && height > kWindowTop && height < kWindowBottom;
    }

    /// "To" and "From" can stand above places and days, too: an address below tells.
    static double weightOf(const Mention& m) { return m.labelWeight + (m.isAddressed() ? kAddressed : 0); }

    /// The holder of an account is who is paid where that account is printed; else perhaps who pays ("Account holder"
    /// of a bill for power).
    bool isPaid(const Mention& m) const {
        static const QRegularExpression holder(
            "holder|inhaber|titular|intestat|rekeninghouder|wlasciciel|posiadacz|account name|kontoname");
        if (!holder.match(folded(m.label)).hasMatch()) return true;
        static const QRegularExpression words(
            "\\b(?:iban|bic|swift|sort code|routing|konto|kto|blz|bank\\w*|banque|banco)\\b");
        return std::any_of(page_.cells().begin(), page_.cells().end(), [&](const PartyCell& cell) {
            return cell.page == m.page && std::abs(cell.middle() - m.box.center().y()) < kBelowBlock &&
                   words.match(folded(cell.piece.text)).hasMatch();
        });
    }

    void weighLabels(Entity& entity) {
        if (const Mention* m = entity.labelled(Role::Seller)) {
            add(entity.seller, weightOf(*m), "beside “" + m->label + "”");
            entity.buyer.weight -= kAgainst * m->labelWeight;
        }
        if (const Mention* m = entity.labelled(Role::Buyer)) {
            add(entity.buyer, weightOf(*m), "beside “" + m->label + "”");
            entity.seller.weight -= kAgainst * m->labelWeight;
        }
        if (const Mention* m = entity.labelled(Role::Payee)) {
            const double weight = isBankName(m->name.text) ? 0 : m->labelWeight * (isPaid(*m) ? 1 : kNoAccount);
            add(entity.seller, weight, "beside “" + m->label + "”");
            entity.buyer.weight -= kAgainst / 2 * m->labelWeight;  // of some the account of who pays is printed
        }
        if (entity.labelled(Role::Contact)) entity.seller.weight -= 1, entity.buyer.weight -= 1;
        if (const Mention* m = entity.labelled(Role::Delivery)) {
            add(entity.buyer, kDelivery, "beside “" + m->label + "”");
            entity.seller.weight -= kAgainst * m->labelWeight;
        }
    }

    /// What the places of its mentions say; each kind of place counts once.
    void weighPlaces(Entity& entity) {
        bool line = false, ids = false, foot = false, head = false, big = false, first = false, window = false,
             below = false, written = false;
        int contacts = 0;
        for (const Mention& m : entity.mentions) {
            const bool named = m.role == Role::Buyer || m.role == Role::Delivery || m.role == Role::Contact;
            if (named || m.page < 0) {
                written |= m.isWrittenTo;
                continue;
            }
            const bool unlabelled = m.kind != Mention::Kind::Labelled;
            line |= m.kind == Mention::Kind::OneLine && isWhereSendersWrite(m);
            // In some countries the ids of who is written to stand in their address, too.
            ids |= m.kind != Mention::Kind::AsRead && m.role != Role::Payee && !m.isWrittenTo && hasIdsAround(m);
            if (!m.isWrittenTo)
                contacts = std::max(contacts, !m.website.isEmpty() + !m.phone.isEmpty() + !m.email.isEmpty());
            foot |= unlabelled && isInFoot(m.page, m.box) && m.kind != Mention::Kind::AsRead;
            const bool top = unlabelled && !m.isWrittenTo && m.page == 0 && page_.heightOnPage(0, m.box) < kHeadBand;
            head |= top;
            big |= top && page_.boxOf(m.name).height() > 1.3 * usualHeight_;
            first |= isFirst(m) && !m.isWrittenTo;
            if (m.kind == Mention::Kind::Block && !isInFoot(m.page, m.box)) {
                window |= isInWindow(m) && (!isFirst(m) || m.isWrittenTo);
                below |= isBelowSender(m);
                written |= m.isWrittenTo;
            }
        }
        if (line) add(entity.seller, kOneLine, "in the sender's line");
        if (ids) add(entity.seller, kIds, kIdWords);
        if (contacts >= 2)
            add(entity.seller, contacts > 2 ? kAllContacts : kContacts,
                "with its phone number and address for mail or website");
        if (foot) add(entity.seller, kFoot, "at the foot of the page");
        if (head && !below) add(entity.seller, kHead + (big ? kBig : 0), "at the head of the page");
        if (first && !below) add(entity.seller, kFirst, "at the head of the page");
        if (below) add(entity.buyer, kBelowSender, "below the sender's line");
        if (window && !below) add(entity.buyer, kWindow, "where a letter's window is");
        if (written) add(entity.buyer, kWrittenTo, "as the one who is written to");
        entity.buyer.weight -= kAgainst * ((line ? kOneLine : 0) + (ids ? kIds : 0) + (foot ? kFoot : 0));
        if (below || written) entity.seller.weight -= kWrittenTo;
    }

    void weighOne(Entity& entity) {
        weighLabels(entity);
        weighPlaces(entity);
        if (const double domain = domainOf(entity); domain > 0) {
            add(entity.seller, kDomain * domain, "by the name of an e-mail address or website");
            if (domain == 1) entity.buyer.weight -= kAgainst * kDomain;
        }
        if (!payee_.isEmpty() && entity.is(payee_)) {
            add(entity.seller, kCode, "in the QR code");
            entity.buyer.weight -= kAgainst * kCode;
        }
        const bool bank = std::any_of(entity.mentions.begin(), entity.mentions.end(),
                                      [](const Mention& m) { return isBankName(m.name.text); });
        if (bank) entity.seller.weight -= kBank;
        if (isPrintedTwice(entity)) add(entity.seller, kTwice, "at several places");
        if (isUnlikely(entity)) entity.seller.weight -= 1, entity.buyer.weight -= 1;
        if (legalFormEnd(entity.best().name.text) > 0) entity.seller.weight += kLegal, entity.buyer.weight += kLegal;
        addModel(entity, seller_, entity.seller, entity.buyer);
        addModel(entity, buyer_, entity.buyer, entity.seller);
    }

    /// Half of the probability is worth a quarter: on layouts that the model has not seen its middling choices are
    /// mostly wrong.
    static void addModel(const Entity& entity, const ModelChoice& choice, Case& mine, Case& other) {
        if (choice.text.isEmpty() || !isModels(entity, choice)) return;
        const double weight = kModelWeight * choice.confidence * choice.confidence;
        add(mine, weight, kReadWords);
        other.weight -= kModelAgainst * weight;
    }

    /// Sellers print themselves in head, sender's line and foot.
    static bool isPrintedTwice(const Entity& entity) {
        int places = 0;
        for (const Mention& m : entity.mentions) places += m.kind != Mention::Kind::AsRead && m.role == Role::None;
        return places > 1;
    }

    /// What only the model takes for a name, and no name looks like: a street, a number.
    static bool isUnlikely(const Entity& entity) {
        return std::all_of(entity.mentions.begin(), entity.mentions.end(), [](const Mention& m) {
            return m.kind == Mention::Kind::AsRead &&
                   (kindOfLine(m.name.text) != LineKind::Name || isBuilding(m.name.text));
        });
    }

    static bool isModels(const Entity& entity, const ModelChoice& choice) {
        return entity.is(choice.text) ||
               std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](const Mention& m) {
                   return m.name.text.size() > 4 && choice.text.contains(m.name.text) && m.page == choice.page &&
                          m.box.intersects(choice.box);
               });
    }

    /// Where "Sold by" names one with an address, who else stands at head or foot is a market place or prints for it.
    void weighBesideNamedSeller() {
        const auto isNamed = [](const Entity& entity) {
            const Mention* m = entity.labelled(Role::Seller);
            return m && m->labelWeight >= kPlainLabel && m->isAddressed();
        };
        if (std::none_of(out_.entities.begin(), out_.entities.end(), isNamed)) return;
        for (Entity& entity : out_.entities)
            if (!isNamed(entity)) entity.seller.weight -= kNotNamed;
    }

    /// Of two addressed names one of which is surely the seller, the other is the buyer, and the other way round.
    void weighWhoIsLeft() {
        QVector<Entity*> addressed;
        for (Entity& entity : out_.entities) {
            const Mention* m = entity.addressed();
            if (m && m->isAddressed() && m->page == 0 && !entity.labelled(Role::Payee) &&
                !entity.labelled(Role::Contact))
                addressed.append(&entity);
        }
        if (addressed.size() != 2) return;
        for (const int one : {0, 1}) {
            Entity &known = *addressed[one], &other = *addressed[1 - one];
            const double sells = known.seller.weight - known.buyer.weight;
            const double buys = known.buyer.weight - known.seller.weight;
            const bool goods = other.addressed()->role == Role::Delivery;
            if (sells > kKnown && !goods && !isInFoot(0, other.addressed()->box))
                add(other.buyer, sells > kWellKnown ? kOnlyOther : kOnlyOther / 2, "as the only other address");
            if (buys > kKnown)
                add(other.seller, buys > kWellKnown ? kOnlyOther : kOnlyOther / 2, "as the only other address");
        }
    }

    void choose() {
        double best = -1e9;
        const int count = static_cast<int>(out_.entities.size());
        for (int s = -1; s < count; ++s)
            for (int b = -1; b < count; ++b) {
                if (s >= 0 && s == b) continue;
                const double weight = (s < 0 ? kLeast : out_.entities[s].seller.weight) +
                                      (b < 0 ? kLeast : out_.entities[b].buyer.weight);
                if (weight <= best) continue;
                best = weight;
                out_.seller = s;
                out_.buyer = b;
            }
        out_.sureSeller = isSure(out_.seller, true);
        out_.sureBuyer = isSure(out_.buyer, false);
    }

    /// Ahead of all others for the role, and told by a plain label or by two kinds of evidence besides the model.
    bool isSure(int chosen, bool seller) const {
        if (chosen < 0) return false;
        const Case& mine = seller ? out_.entities[chosen].seller : out_.entities[chosen].buyer;
        const Case& against = seller ? out_.entities[chosen].buyer : out_.entities[chosen].seller;
        if (mine.weight < (seller ? kSure : kSureBuyer) || against.weight > mine.weight - kMargin) return false;
        for (int i = 0; i < out_.entities.size(); ++i) {
            if (i == chosen || i == (seller ? out_.buyer : out_.seller)) continue;
            const Case& rival = seller ? out_.entities[i].seller : out_.entities[i].buyer;
            if (rival.weight > mine.weight - kMargin) return false;
        }
        int kinds = 0;
        bool label = false;
        for (const Reason& reason : mine.reasons) {
            label |= reason.words.startsWith("beside") && reason.weight >= kPlainLabel;
            kinds += reason.weight >= 0.85 && reason.words != kReadWords;
        }
        return label || kinds >= 2;
    }

    const PartyPage& page_;
    const ModelChoice &seller_, &buyer_;
    const QString payee_;
    Outcome out_;
    QVector<int> ids_;  // cells
    QVector<Address> domains_;
    double usualHeight_ = 10;
};

}  // namespace

Outcome weigh(const PartyPage& page, const ModelChoice& seller, const ModelChoice& buyer, const QString& payee) {
    Outcome outcome = Weighing(page, seller, buyer, payee).run();
    for (Entity& entity : outcome.entities)
        for (Case* side : {&entity.seller, &entity.buyer})
            std::stable_sort(side->reasons.begin(), side->reasons.end(),
                             [](const Reason& a, const Reason& b) { return a.weight > b.weight; });
    return outcome;
}

}  // namespace floe::parties
