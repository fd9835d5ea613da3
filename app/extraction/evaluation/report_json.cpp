#include <cmath>
#include <nlohmann/json.hpp>

#include "app/extraction/evaluation/report.h"

namespace floe::evaluation {

namespace {

using Json = nlohmann::ordered_json;

std::string utf8(const QString& text) {
    return text.toStdString();
}

Json number(const std::optional<double>& value) {
    return value ? Json(std::round(*value * 10000) / 10000) : Json();
}

Json jsonOf(const Count& count) {
    return {{"right", count.right},       {"wrong", count.wrong},   {"missing", count.missing},
            {"invented", count.invented}, {"silent", count.silent}, {"share", number(count.share())}};
}

Json jsonOf(const Matches& matches) {
    return {{"printed", matches.truth},
            {"read", matches.read},
            {"right", matches.right},
            {"precision", number(matches.precision())},
            {"recall", number(matches.recall())},
            {"f1", number(matches.f1())}};
}

Json jsonOf(const Calibration& calibration) {
    Json bins = Json::array();
    for (const Bin& bin : calibration.bins)
        bins.push_back({{"from", bin.from},
                        {"to", bin.to},
                        {"values", bin.values},
                        {"confidence", number(bin.confidence)},
                        {"right", number(bin.right)}});
    return {{"error", number(calibration.error)},
            {"threshold_at_99", number(calibration.threshold)},
            {"coverage_at_99", number(calibration.coverage)},
            {"bins", bins}};
}

Json jsonOf(const Score& score) {
    Json json{{"bills", score.bills},
              {"pages", score.pages},
              {"unread", score.unread},
              {"read_as_several", score.torn},
              {"header", number(score.headerShare())},
              {"kind", number(score.kindShare())},
              {"sure", {{"share", number(score.sureShare())}, {"right", number(score.sureRight())}}},
              {"all", jsonOf(score.all)},
              {"fields", Json::object()},
              {"lists", Json::object()}};
    for (const QString& path : pathsIn({score})) json["fields"][utf8(path)] = jsonOf(score.fields[path]);
    for (const QString& list : listsIn({score})) json["lists"][utf8(list)] = jsonOf(score.lists[list]);
    json["calibration"] = jsonOf(calibrationOf(score.guesses));
    return json;
}

Json jsonOf(const Judgement& judgement) {
    Json json{{"file", utf8(judgement.name)}};
    if (!judgement.problem.isEmpty()) json["problem"] = utf8(judgement.problem);
    if (judgement.bills != 1) json["bills"] = judgement.bills;
    if (!judgement.kindTruth.isEmpty() && judgement.kindRead != judgement.kindTruth)
        json["kind"] = {{"read", utf8(judgement.kindRead)}, {"truth", utf8(judgement.kindTruth)}};
    json["fields"] = Json::array();
    for (const Verdict& verdict : judgement.fields)
        if (verdict.isFault())
            json["fields"].push_back({{"path", utf8(verdict.path)},
                                      {"verdict", utf8(name(verdict.kind))},
                                      {"read", utf8(verdict.read)},
                                      {"truth", utf8(verdict.truth)},
                                      {"sure", verdict.sure},
                                      {"confidence", number(verdict.confidence)}});
    json["lists"] = Json::array();
    for (const Difference& one : judgement.differences)
        json["lists"].push_back({{"list", utf8(one.list)}, {"read", utf8(one.read)}, {"truth", utf8(one.truth)}});
    return json;
}

}  // namespace

Json toJson(const QVector<Run>& runs) {
    Json json{{"bills", runs.first().judgements.size()}, {"models", Json::array()}};
    for (const Run& run : runs) {
        Json model{{"name", utf8(run.model)}, {"seconds_a_page", number(secondsAPage(run))}};
        model.update(jsonOf(scoreOf(run.judgements)));
        for (const Group group : kGroups)
            for (const auto& [key, score] : scoresBy(group, run.judgements).toStdMap())
                model["groups"][utf8(name(group))][utf8(key)] = jsonOf(score);
        model["wrong"] = Json::array();
        for (const Judgement& judgement : run.judgements)
            if (!judgement.isAllRight()) model["wrong"].push_back(jsonOf(judgement));
        json["models"].push_back(model);
    }
    return json;
}

}  // namespace floe::evaluation
