#include "app/extraction/seller_records.h"

#include <algorithm>

#include "app/extraction/identifiers/check_digits.h"
#include "app/extraction/identifiers/vat_id.h"
#include "app/store/settings_table.h"

namespace floe::seller_records {
namespace {

using sellers_table::Key;

/// As the model read it, corrections aside.
Seller readSeller(Extraction extraction) {
    for (Field& field : extraction.fields) field.corrected.reset();
    return sellerOf(extraction);
}

bool contradicts(const QVector<Key>& known, const QVector<Key>& mine) {
    QStringList theirs, ours;
    for (const Key& key : known)
        if (key.kind == "vat_id") theirs += key.key;
    for (const Key& key : mine)
        if (key.kind == "vat_id") ours += key.key;
    for (const QString& id : ours) {
        if (theirs.contains(id)) return false;
        for (const QString& other : theirs)
            if (countryOfVatId(id) == countryOfVatId(other)) return true;
    }
    return false;
}

/// The ids, accounts, domains and names by which the two spellings of a seller are known, the strongest first.
QVector<Key> keysOf(const Seller& shown, const Seller& read) {
    QVector<Key> keys;
    const auto add = [&](const char* kind, const QString& key) {
        const bool there =
            std::any_of(keys.begin(), keys.end(), [&](const Key& one) { return one.kind == kind && one.key == key; });
        if (!key.isEmpty() && !there) keys.append({kind, key});
    };
    for (const Seller* one : {&shown, &read}) add("vat_id", bareId(one->vatId));
    for (const Seller* one : {&shown, &read}) add("legal_id", bareId(one->legalId));
    for (const Seller* one : {&shown, &read}) add("iban", bareId(one->iban));
    for (const Seller* one : {&shown, &read}) {
        add("domain", ownDomain(one->website));
        add("domain", ownDomain(one->email));
    }
    for (const Seller* one : {&shown, &read}) add("name", normalisedName(one->name));
    return keys;
}

}  // namespace

Result<SellerId> find(Database& database, const Seller& shown, const Seller& read) {
    const QVector<Key> mine = keysOf(shown, read);
    for (const Key& key : mine) {
        const auto known = sellers_table::with_key(database, key);
        if (!known) return known.error();
        QVector<SellerId> possible;
        for (const SellerId seller : *known) {
            const auto theirs = sellers_table::keys(database, seller);
            if (!theirs) return theirs.error();
            const bool strong = key.kind == "legal_id" || key.kind == "iban";
            if (strong || !contradicts(*theirs, mine)) possible.append(seller);
        }
        if (possible.size() == 1) return possible[0];
    }
    return SellerId(0);
}

Outcome assign(Database& database, BillId bill, const Extraction& extraction) {
    const Seller shown = sellerOf(extraction), read = readSeller(extraction);
    const QVector<Key> keys = keysOf(shown, read);
    Result<SellerId> seller = find(database, shown, read);
    if (seller && *seller == 0 && !keys.isEmpty()) seller = sellers_table::add(database);
    if (!seller) return seller.error();
    for (const Key& key : keys)
        if (Outcome done = sellers_table::add_key(database, *seller, key); !done) return done;
    return sellers_table::set_of_bill(database, bill, *seller);
}

Result<Circumstances> around(Database& database, BillId bill, const Extraction& extraction, const QString& hash) {
    Circumstances around;
    const auto settings = settings_table::all(database);
    if (!settings) return settings.error();
    around.ownName = settings->value(kOwnName).toString();
    around.ownVatId = settings->value(kOwnVatId).toString();
    around.sha256 = hash.toLatin1();
    const auto seller = sellers_table::of_bill(database, bill);
    if (!seller) return seller.error();
    auto earlier = sellers_table::earlier(database, bill, *seller, hash);
    if (!earlier) return earlier.error();
    // One record is one seller, by whatever key: where name and VAT id of that bill do not tell, the other keys do.
    const Seller mine = sellerOf(extraction);
    for (BillFacts& facts : *earlier) {
        if (!facts.sha256.isEmpty() && facts.sha256 == around.sha256) continue;
        facts.seller.legalId = mine.legalId;
        facts.seller.website = mine.website;
        facts.seller.email = mine.email;
    }
    around.earlier = *earlier;
    return around;
}

}  // namespace floe::seller_records
