#include "engine/sampling/run_matcher.h"

#include <algorithm>

namespace floe {

Taken RunMatcher::step(Run& run, const RunRule& rule, uint8_t byte) {
    const bool begun = run.stage == Run::Stage::inside || run.stage == Run::Stage::line_start;
    if (run.stage == Run::Stage::begin && byte == ' ') {
        run.stage = Run::Stage::spaced;
        return Taken::hidden;
    }
    const Run before = run;
    run = {Run::Stage::inside, static_cast<int32_t>(places_.size()), 0, before.characters, never};
    const bool hidden = before.stage == Run::Stage::line_start && byte == ' ';
    if (begun)
        go_on(before, run, rule, byte);
    else
        begin(run, rule, byte, before.stage == Run::Stage::spaced);
    return run.size == 0 ? Taken::refused : hidden ? Taken::hidden : Taken::shown;
}

void RunMatcher::begin(Run& run, const RunRule& rule, uint8_t byte, bool spaced) {
    for (const int32_t place : source_->beginnings(byte))
        if (!spaced || source_->after_space(place)) keep(run, rule, {place, place + 1, -1}, 1);
}

void RunMatcher::go_on(const Run& before, Run& run, const RunRule& rule, uint8_t byte) {
    const std::string& text = source_->text();
    const bool line_start = before.stage == Run::Stage::line_start;
    const auto is = [&](int32_t at) { return static_cast<uint8_t>(text[at]) == byte; };
    for (int32_t i = before.first; i < before.first + before.size; ++i) {
        Place place = places_[i];
        if (place.at < 0) {
            if (byte != 'n') continue;
            const int32_t link = -1 - place.at;
            jumps_.push_back({link, place.jump});
            run.stage = Run::Stage::line_start;
            keep(run, rule, {place.begin, source_->links()[link].to, static_cast<int32_t>(jumps_.size()) - 1},
                 before.characters);
            continue;
        }
        if (line_start && text[place.at] == ' ') {  // the space before the line's first word may be written or not
            if (byte == ' ')
                keep(run, rule, {place.begin, place.at + 1, place.jump}, before.characters);
            else
                ++place.at;
        }
        if (is(place.at) && !source_->blocked(place.at, rule.reach) && (byte != ' ' || !line_start)) {
            const int32_t more = source_->characters(place.at + 1) - source_->characters(place.at);
            keep(run, rule, {place.begin, place.at + 1, place.jump}, before.characters + more);
        }
        if (rule.reach != Reach::block || byte != '\\' || line_start) continue;
        for (const VerbatimIndex::Link& link : source_->links_from(place.at)) {
            const auto number = static_cast<int32_t>(&link - source_->links().data());
            keep(run, rule, {place.begin, -1 - number, place.jump}, before.characters + 1);
        }
    }
}

/// Adds the place to the run unless it leads to no border within the rule's length.
void RunMatcher::keep(Run& run, const RunRule& rule, Place place, int32_t characters) {
    const bool in_link = place.at < 0, fresh_line = in_link || run.stage == Run::Stage::line_start;
    const int32_t at =
        fresh_line ? source_->line_begin(in_link ? source_->links()[-1 - place.at].to : place.at) : place.at;
    if (fresh_line && source_->blocked(at, rule.reach)) return;
    const int32_t border = source_->border(fresh_line ? at + 1 : at, rule.reach);
    if (border < 0 || characters + source_->characters(border) - source_->characters(at) > rule.most_characters) return;
    const int64_t cost = fresh_line ? source_->first_cost(at, rule.reach) : source_->cost(at, rule.reach);
    run.cost = std::min(run.cost, plus(cost, in_link ? source_->link_cost() : 0));
    run.characters = characters;
    places_.push_back(place);
    ++run.size;
}

bool RunMatcher::may_end(const Run& run) const {
    if (run.stage != Run::Stage::inside) return false;
    return std::any_of(places_.begin() + run.first, places_.begin() + run.first + run.size,
                       [&](const Place& place) { return place.at >= 0 && source_->may_end(place.at); });
}

std::vector<SourceSpan> RunMatcher::spans(const Run& run) const {
    const auto found = std::find_if(places_.begin() + run.first, places_.begin() + run.first + run.size,
                                    [&](const Place& place) { return place.at >= 0 && source_->may_end(place.at); });
    if (found == places_.begin() + run.first + run.size) return {};
    std::vector<SourceSpan> spans;
    int32_t end = found->at;
    const auto add_line = [&](int32_t begin) {
        spans.push_back({source_->source_offset(begin), source_->source_offset(end)});
    };
    for (int32_t jump = found->jump; jump >= 0; jump = jumps_[jump].before) {
        const VerbatimIndex::Link& link = source_->links()[jumps_[jump].link];
        add_line(source_->line_begin(link.to));
        end = link.from;
    }
    for (int32_t at = end; at-- > found->begin;) {  // lines that the run crossed without a link
        if (!source_->line_end(at)) continue;
        add_line(at + 2);
        end = at;
    }
    add_line(found->begin);
    std::reverse(spans.begin(), spans.end());
    return spans;
}

void RunMatcher::rewind(size_t places, size_t jumps) {
    places_.resize(places);
    jumps_.resize(jumps);
}

void RunMatcher::keep_only(Run& run) {
    places_.erase(places_.begin() + run.first + run.size, places_.end());
    places_.erase(places_.begin(), places_.begin() + run.first);
    run.first = 0;
}

}  // namespace floe
