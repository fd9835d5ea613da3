// The history and its one thread: every read and write is a closure in its queue.
#pragma once

#include <QString>
#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <type_traits>

#include "app/hop.h"
#include "app/store/database.h"
#include "app/worker.h"

namespace floe {

struct StoreOptions {
    Database::Fail fail;  // for tests
    int busy_ms = 10000;  // patience with another process
    /// From so many bytes on, the file is looked at as a whole after it was opened, so that nobody waits for it.
    qint64 check_later_from = qint64{16} << 20;
    /// Told then, on another thread, that it is damaged: the next start sets it aside.
    std::function<void(const QString& sentence)> damaged;
};

/// Owned by the UI thread. The destructor does all that is queued, then closes the file. Two processes may have the
/// same folder open.
class Store {
 public:
    struct Opened {
        std::unique_ptr<Store> store;
        QString notice;  // not empty: a damaged history was set aside; the sentence says where
    };
    /// Makes the folder and the file where missing, checks the file, migrates it. Waits for all that.
    /// Fault::unsupported: a newer Floe made it. Fault::io: it cannot be written there.
    static Result<Opened> open(const QString& folder, StoreOptions options = {});
    ~Store();

    /// Runs `job(Database&)`, which returns a Result<T>, on the store's thread, then `then(Result<T>)` where `home`
    /// lives. `then` is dropped when the home is gone; the job never is.
    template <class Job, class Then>
    void ask(const Hop::Sender& home, Job job, Then then) {
        worker_.post([this, home, job = std::move(job), then = std::move(then)]() mutable {
            auto answer = guarded(job);
            home.post([answer = std::move(answer), then = std::move(then)]() mutable { then(std::move(answer)); });
        });
    }

    /// The same without waiting for an answer.
    template <class Job>
    void tell(Job job) {
        worker_.post([this, job = std::move(job)]() mutable { (void)guarded(job); });
    }

    /// The same, waiting on the caller's thread: for starting and for tests, never while a window is open.
    template <class Job>
    std::invoke_result_t<Job, Database&> wait(Job job) {
        using Answer = std::invoke_result_t<Job, Database&>;
        auto promise = std::make_shared<std::promise<Answer>>();
        std::future<Answer> future = promise->get_future();
        worker_.post([this, promise, job = std::move(job)]() mutable { promise->set_value(guarded(job)); });
        return future.get();
    }

    QString path() const { return path_; }

 private:
    explicit Store(const QString& path) : path_(path) {}
    Outcome begin(const StoreOptions& options);
    void check_later(const std::function<void(const QString& sentence)>& damaged);
    QString mark() const;  // a file that says: found to be damaged

    template <class Job>
    std::invoke_result_t<Job, Database&> guarded(Job& job) {
        try {
            return job(*database_);
        } catch (const std::bad_alloc&) {
            return Error{Fault::out_of_memory, path_.toStdString(), "there is not enough memory to read the history"};
        } catch (const std::exception& cause) {
            return Error{Fault::internal, path_.toStdString(), cause.what()};
        }
    }

    QString path_;
    std::unique_ptr<Database> database_;  // made, used and destroyed on the worker's thread
    Worker worker_;
    Worker checker_;  // looks at a large file through a connection of its own
};

}  // namespace floe
