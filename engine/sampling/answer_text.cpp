#include "engine/sampling/answer_text.h"

#include <algorithm>
#include <utility>

namespace floe {

AnswerText::AnswerText(std::vector<std::string> stops, bool drop_space)
    : stops_(std::move(stops)), drop_space_(drop_space) {
    std::erase_if(stops_, [](const std::string& stop) { return stop.empty(); });
}

std::string AnswerText::add(std::string_view bytes) {
    if (stopped_ || bytes.empty()) return {};
    if (drop_space_ && bytes.front() == ' ') bytes.remove_prefix(1);
    drop_space_ = false;

    held_ += characters_.add(bytes);
    size_t shown = held_.size() - possible_stop();
    if (const size_t stop = stop_in_held(); stop != std::string::npos) {
        stopped_ = true;
        held_.resize(stop);
        shown = stop;
    }
    std::string text = held_.substr(0, shown);
    held_.erase(0, shown);
    return text;
}

std::string AnswerText::finish() {
    if (!stopped_) held_ += characters_.finish();
    return std::exchange(held_, {});
}

size_t AnswerText::stop_in_held() const {
    size_t first = std::string::npos;
    for (const std::string& stop : stops_) first = std::min(first, held_.find(stop));
    return first;
}

size_t AnswerText::possible_stop() const {
    size_t most = 0;
    for (const std::string& stop : stops_)
        for (size_t length = std::min(stop.size() - 1, held_.size()); length > most; --length)
            if (held_.ends_with(std::string_view(stop).substr(0, length))) most = length;
    return most;
}

}  // namespace floe
