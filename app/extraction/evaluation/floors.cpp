#include "app/extraction/evaluation/json_file.h"
#include "app/extraction/evaluation/score.h"
#include "app/extraction/names.h"

namespace floe::evaluation {

namespace {

const char *const kHeader = "header", *const kKind = "kind", *const kSilent = "silent";

bool isList(const QString& key) {
    for (const FieldList& list : fieldLists())
        if (key == list.name || (key.startsWith(list.name + '.') && list.members.contains(key.section('.', 1))))
            return true;
    return false;
}

bool isFloor(const QString& key) {
    return key == kHeader || key == kKind || key == kSilent || isList(key) || headerPaths().contains(key);
}

std::optional<double> reached(const QString& key, const Score& score) {
    if (key == kHeader) return score.headerShare();
    if (key == kKind) return score.kindShare();
    if (key == kSilent) return score.silentShare();
    if (isList(key)) return score.lists.value(key).f1();
    return score.fields.value(key).share();
}

QString percent(double share) {
    return QString("%1 %").arg(share * 100, 0, 'f', 1);
}

}  // namespace

Result<Floors> readFloors(const QString& path) {
    const auto json = readObject(path);
    if (!json) return json.error();
    Floors floors;
    for (const auto& [name, share] : json->items()) {
        const QString key = QString::fromStdString(name);
        if (!isFloor(key))
            return Error{Fault::bad_input, path.toStdString(), "there is no figure \"" + name + '"',
                         "docs/evaluation.md lists them"};
        if (!share.is_number() || share.get<double>() < 0 || share.get<double>() > 1)
            return Error{Fault::bad_input, path.toStdString(), '"' + name + "\" is no number from 0 to 1",
                         "Write 0.9 for 90 %"};
        floors[key] = share.get<double>();
    }
    return floors;
}

QStringList brokenFloors(const Floors& floors, const Score& score) {
    QStringList broken;
    for (auto floor = floors.begin(); floor != floors.end(); ++floor) {
        const QString& key = floor.key();
        const std::optional<double> share = reached(key, score);
        if (key == kSilent) {
            if (share.value_or(0) > *floor)
                broken += QString("silent: %1 of the sure values are wrong, and at most %2 may be.")
                              .arg(percent(*share), percent(*floor));
        } else if (!share) {
            broken += QString("%1: no bill of the set says anything of it, so its floor holds nothing.").arg(key);
        } else if (*share < *floor) {
            broken += QString("%1: %2 right, and at least %3 should be.").arg(key, percent(*share), percent(*floor));
        }
    }
    return broken;
}

}  // namespace floe::evaluation
