// A folder whose new files are taken for bills.
#pragma once

#include <QObject>
#include <QStringList>
#include <functional>
#include <memory>

#include "app/problem.h"

namespace floe {

/// Lives on the UI thread; the folder is listed on a thread of its own. The desktop says when the folder changes; in
/// between it is looked at every half minute, since network folders do not tell. Files below it and hidden ones are
/// left alone.
class InboxFolder : public QObject {
    Q_OBJECT
 public:
    using Clock = std::function<qint64()>;  // milliseconds
    explicit InboxFolder(Clock clock = {}, QObject* parent = nullptr);
    ~InboxFolder() override;

    void watch(const QString& folder);  // empty: none

    static constexpr qint64 kSettleMilliseconds = 2000;

 signals:
    /// Files whose size rested for two seconds; each is told once as long as it does not change.
    void settled(const QStringList& paths);
    void failed(const floe::Problem& problem);

 private:
    struct Hidden;
    std::unique_ptr<Hidden> hidden_;
};

}  // namespace floe
