#include "app/store/settings.h"

#include "app/problem_of.h"
#include "app/store/settings_table.h"
#include "app/store/store.h"

namespace floe {

struct Settings::Hidden {
    Store& store;
    QVariantHash values;
    Hop hop;
};

Settings::Settings(Store& store, QObject* parent) : QObject(parent), hidden_(new Hidden{store, {}, {}}) {
    // What cannot be read falls back to the defaults: no reason not to start.
    if (auto values = store.wait([](Database& database) { return settings_table::all(database); }); values)
        hidden_->values = std::move(*values);
}

Settings::~Settings() = default;

QVariant Settings::value(const QString& key, const QVariant& fallback) const {
    return hidden_->values.value(key, fallback);
}

void Settings::set(const QString& key, const QVariant& value) {
    const auto old = hidden_->values.constFind(key);
    if (old != hidden_->values.constEnd() && *old == value) return;
    hidden_->values.insert(key, value);
    hidden_->store.ask(
        hidden_->hop.sender(), [key, value](Database& database) { return settings_table::put(database, key, value); },
        [this](const Outcome& written) {
            if (!written) emit failed(problem_of(written.error()));
        });
    emit changed(key);
}

}  // namespace floe
