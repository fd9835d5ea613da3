// Sellers as records of their own, known by their ids, accounts, domains and names, so that what a person said of one
// bill helps with the next. All bills are indexed again, which gives each its seller.

#include <iterator>

#include "app/store/migrations/list.h"

namespace floe {
namespace {

constexpr Statement kStatements[] = {
    {"003.sellers", "CREATE TABLE sellers(id INTEGER PRIMARY KEY)"},
    {"003.seller_keys",
     "CREATE TABLE seller_keys("
     " kind TEXT NOT NULL,"  // "vat_id", "legal_id", "iban", "domain", "name"
     " key TEXT NOT NULL,"
     " seller_id INTEGER NOT NULL REFERENCES sellers(id) ON DELETE CASCADE,"
     " PRIMARY KEY(kind, key, seller_id)) WITHOUT ROWID"},
    {"003.keys_by_seller", "CREATE INDEX seller_keys_by_seller ON seller_keys(seller_id)"},
    {"003.seller_id", "ALTER TABLE bills ADD COLUMN seller_id INTEGER REFERENCES sellers(id) ON DELETE SET NULL"},
    {"003.seller_vat_id", "ALTER TABLE bills ADD COLUMN seller_vat_id TEXT NOT NULL DEFAULT ''"},
    {"003.iban", "ALTER TABLE bills ADD COLUMN iban TEXT NOT NULL DEFAULT ''"},
    {"003.category", "ALTER TABLE bills ADD COLUMN category TEXT NOT NULL DEFAULT ''"},
    {"003.bills_by_seller", "CREATE INDEX bills_by_seller ON bills(seller_id)"},
    {"003.bills_by_file", "CREATE INDEX bills_by_file ON bills(sha256)"},
    {"003.index_again", "UPDATE bills SET indexed = 0"},
};

}  // namespace

Migration migration_003() {
    return {3, kStatements, static_cast<int>(std::size(kStatements))};
}

}  // namespace floe
