// Bills on a history in a folder of its own, with an engine that says what a script tells it.
#pragma once

#include <QMap>
#include <QTest>

#include "app/extraction/bill_reading.h"
#include "app/extraction/bills.h"
#include "app/store/store.h"
#include "extraction/scripted_engine.h"
#include "support/paths.h"

namespace floe::test {

inline const QString kSample = QString(test::source_dir()) + "/resources/samples/google-cloud.pdf";

inline BillParts scripted(bool hold = false, const Copies& copies = googleCloudCopies()) {
    BillParts parts;
    parts.loadEngine = [hold, copies](int) -> Result<std::unique_ptr<Engine>> {
        auto engine = std::make_unique<ScriptedEngine>(copies);
        engine->hold = hold;
        return std::unique_ptr<Engine>(std::move(engine));
    };
    return parts;
}

/// A history in a folder of its own, and Bills on it, with all they said.
struct BillsWorld {
    explicit BillsWorld(const QString& folder, const BillParts& parts = scripted())
        : store(std::move(Store::open(folder)->store)), bills(*store, parts) {
        QObject::connect(&bills, &Bills::billAdded, [this](const BillInfo& info) { latest[info.id] = info; });
        QObject::connect(&bills, &Bills::billChanged, [this](const BillInfo& info) { latest[info.id] = info; });
        QObject::connect(&bills, &Bills::extractionLoaded, [this](BillId, const Extraction& e) { loaded = e; });
        QObject::connect(&bills, &Bills::failed, [this](const Problem& problem) { problems += problem.sentence; });
    }

    bool are(BillInfo::State state, int count) {
        return QTest::qWaitFor(
            [&] {
                int n = 0;
                for (const BillInfo& info : latest) n += info.state == state;
                return n == count;
            },
            20000);
    }

    std::optional<Extraction> extraction(BillId bill) {
        loaded.reset();
        bills.requestExtraction(bill);
        return awaited();
    }

    std::optional<Extraction> corrected(BillId bill, const QString& path, const std::optional<QString>& value) {
        loaded.reset();
        bills.correct(bill, path, value);
        return awaited();
    }

    std::optional<Extraction> awaited() {
        (void)QTest::qWaitFor([&] { return loaded.has_value(); }, 10000);
        return loaded;
    }

    std::unique_ptr<Store> store;
    QMap<BillId, BillInfo> latest;
    std::optional<Extraction> loaded;
    QStringList problems;
    Bills bills;
};

}  // namespace floe::test
