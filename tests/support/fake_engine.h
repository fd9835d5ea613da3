// An engine that says what a script tells it, piece by piece, on a thread of its own.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <sstream>
#include <thread>

#include "engine/engine.h"

namespace floe::test {

/// What the next engine does. Shared with the test, which may read and change it while the engine runs.
struct FakeScript {
    std::mutex mutex;
    std::vector<std::string> pieces = {"Hel", "lo", " there"};
    std::chrono::microseconds pause{0};  // before each piece
    bool endless = false;                // the pieces again and again until it is cancelled
    bool fail_at_end = false;            // finish with an error
    bool forget = false;                 // lets go of the callback without a last event
    int64_t context = 512;
    std::function<void(const Request&)> on_submit;  // on the thread that submits

    std::vector<Request> requests;                // as submitted
    std::vector<std::vector<ChatMessage>> chats;  // as rendered
    std::atomic<int> engines{0};                  // alive
};

/// One token a word. render_chat counts three more for each message.
class FakeEngine : public Engine {
 public:
    explicit FakeEngine(std::shared_ptr<FakeScript> script, EngineOptions options = {})
        : script_(std::move(script)), options_(std::move(options)) {
        std::lock_guard lock(script_->mutex);
        ++script_->engines;
        if (options_.context == 0 || options_.context > script_->context) options_.context = script_->context;
        info_.name = "fake";
        info_.path = options_.model;
    }

    ~FakeEngine() override {
        {
            std::lock_guard lock(mutex_);
            for (auto& [id, request] : running_) request->cancelled = true;
        }
        for (auto& [id, request] : running_) request->thread.join();
        std::lock_guard lock(script_->mutex);
        --script_->engines;
    }

    const ModelInfo& model() const override { return info_; }
    const EngineOptions& options() const override { return options_; }
    std::string backend_name() const override { return "fake"; }

    std::vector<Token> tokenize(std::string_view text, bool, bool) const override {
        std::istringstream words{std::string(text)};
        std::vector<Token> tokens;
        for (std::string word; words >> word;) tokens.push_back(static_cast<Token>(word.size()));
        return tokens;
    }
    std::string detokenize(const std::vector<Token>& tokens) const override { return std::string(tokens.size(), 'x'); }
    Result<std::vector<Token>> render_chat(const std::vector<ChatMessage>& messages) const override {
        std::vector<Token> tokens;
        for (const ChatMessage& message : messages) {
            const std::vector<Token> words = tokenize(message.text, false, false);
            tokens.insert(tokens.end(), 3, Token{1});
            tokens.insert(tokens.end(), words.begin(), words.end());
        }
        std::lock_guard lock(script_->mutex);
        script_->chats.push_back(messages);
        return tokens;
    }
    std::vector<std::string> chat_stops() const override { return {"<end>"}; }

    RequestId submit(Request request, Callback callback) override {
        std::function<void(const Request&)> on_submit;
        {
            std::lock_guard lock(script_->mutex);
            script_->requests.push_back(request);
            on_submit = script_->on_submit;
        }
        if (on_submit) on_submit(request);
        std::lock_guard lock(mutex_);
        const RequestId id = static_cast<RequestId>(running_.size()) + 1;
        auto& running = running_[id] = std::make_unique<Running>();
        running->thread = std::thread([this, callback = std::move(callback), state = running.get()]() mutable {
            answer(*state, std::exchange(callback, nullptr));
        });
        return id;
    }
    void cancel(RequestId id) override {
        std::lock_guard lock(mutex_);
        if (const auto found = running_.find(id); found != running_.end()) found->second->cancelled = true;
    }
    EngineStats stats() const override { return {}; }

 private:
    struct Running {
        std::atomic<bool> cancelled{false};
        std::thread thread;
    };

    void answer(const Running& state, Callback callback) {
        Event event;
        std::unique_lock lock(script_->mutex);
        const bool endless = script_->endless, fails = script_->fail_at_end, forgets = script_->forget;
        const auto pause = script_->pause;
        const std::vector<std::string> pieces = script_->pieces;
        lock.unlock();
        do {
            for (const std::string& piece : pieces) {
                std::this_thread::sleep_for(pause);
                if (state.cancelled) break;
                event.text = piece;
                event.tokens = {Token{7}};
                callback(event);
                ++event.usage.answer_tokens;
            }
        } while (endless && !state.cancelled);
        if (forgets) return;
        event.text = {};
        event.tokens = {};
        event.usage.answer_seconds = 0.5;
        event.finish = state.cancelled ? Finish::cancelled : fails ? Finish::failed : Finish::end;
        if (event.finish == Finish::failed)
            event.error = Error{Fault::out_of_memory, "the request", "there is no memory left", "Close something"};
        callback(event);
    }

    std::shared_ptr<FakeScript> script_;
    EngineOptions options_;
    ModelInfo info_;
    std::mutex mutex_;
    std::map<RequestId, std::unique_ptr<Running>> running_;
};

}  // namespace floe::test
