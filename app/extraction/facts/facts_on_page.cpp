#include "app/extraction/facts_on_page.h"

#include "app/extraction/facts/facts.h"

namespace floe {

void findFacts(Extraction& extraction, const PageText& page) {
    const facts::PageCells cells(page);
    facts::findAccounts(extraction, cells);
    facts::findPartyIds(extraction, cells);
    facts::findTheirNumbers(extraction, cells);
    facts::findReferences(extraction, cells);
    facts::orderByReference(extraction);
    facts::findSums(extraction, cells);
    facts::findTaxRows(extraction, cells);
    facts::findContacts(extraction, cells);
}

}  // namespace floe
