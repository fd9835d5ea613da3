#include "app/extraction/evaluation/report.h"
#include "app/extraction/names.h"

namespace floe::evaluation {

namespace {

constexpr int kName = 28, kColumn = 10, kWideColumn = 18;

QString row(const QString& name, const QStringList& cells, int width) {
    QString line = name.leftJustified(kName);
    for (const QString& cell : cells) line += cell.rightJustified(width);
    return line + '\n';
}

QStringList cellsOf(const Count& count) {
    return {QString::number(count.right),    QString::number(count.wrong),  QString::number(count.missing),
            QString::number(count.invented), QString::number(count.silent), percent(count.share())};
}

/// One model: all there is of each field.
QString fieldsOf(const Score& score) {
    QString out = row({}, {"right", "wrong", "missing", "invented", "silent", "right %"}, kColumn);
    for (const QString& path : pathsIn({score})) out += row(path, cellsOf(score.fields[path]), kColumn);
    return out + row("all fields", cellsOf(score.all), kColumn);
}

/// Several models: the share of right, and how many are silent.
QString fieldsOf(const QStringList& names, const QVector<Score>& scores) {
    QString out = "Right in %, and values that are wrong but look sure:\n" + row({}, names, kWideColumn);
    const auto cell = [](const Count& count) {
        return QString("%1 %2").arg(percent(count.share())).arg(QString::number(count.silent), 5);
    };
    for (const QString& path : pathsIn(scores)) {
        QStringList cells;
        for (const Score& score : scores) cells += cell(score.fields.value(path));
        out += row(path, cells, kWideColumn);
    }
    QStringList cells;
    for (const Score& score : scores) cells += cell(score.all);
    return out + row("all fields", cells, kWideColumn);
}

}  // namespace

QStringList pathsIn(const QVector<Score>& scores) {
    QStringList paths;
    for (const QString& path : headerPaths())
        for (const Score& score : scores)
            if (score.fields.contains(path) && !paths.contains(path)) paths += path;
    return paths;
}

QStringList listsIn(const QVector<Score>& scores) {
    QStringList lists;
    for (const FieldList& list : fieldLists()) {
        QStringList names{list.name};
        for (const QString& member : list.members) names += list.name + '.' + member;
        for (const QString& one : names)
            for (const Score& score : scores)
                if (score.lists.contains(one) && !lists.contains(one)) lists += one;
    }
    return lists;
}

QString counted(int count, const QString& noun) {
    return QString::number(count) + ' ' + noun + (count == 1 ? "" : "s");
}

QString percent(const std::optional<double>& share) {
    return share ? QString::number(*share * 100, 'f', 1) : QStringLiteral("–");
}

std::optional<double> secondsAPage(const Run& run) {
    int pages = 0;
    for (const Judgement& one : run.judgements) pages += one.pages;
    return pages == 0 ? std::nullopt : std::optional(run.seconds / pages);
}

std::optional<double> coverage(const Score& score) {
    return score.guesses.isEmpty() ? std::nullopt : std::optional(calibrationOf(score.guesses).coverage);
}

QString toText(const QVector<Run>& runs) {
    QStringList names;
    QVector<Score> scores;
    for (const Run& run : runs) {
        names += run.model;
        scores += scoreOf(run.judgements);
    }
    const int width = runs.size() == 1 ? kColumn : kWideColumn;
    QString out = counted(scores.first().bills, "bill") + ", " + counted(scores.first().pages, "page") + "\n\n";
    out += runs.size() == 1 ? fieldsOf(scores.first()) : fieldsOf(names, scores);
    out += '\n' + row("In %", runs.size() == 1 ? QStringList() : names, width);
    const auto figure = [&](const QString& name, auto of) {
        QStringList cells;
        for (qsizetype i = 0; i < runs.size(); ++i) cells += of(scores[i], runs[i]);
        out += row(name, cells, width);
    };
    using S = const Score&;
    using R = const Run&;
    figure("whole headers right", [](S s, R) { return percent(s.headerShare()); });
    figure("kinds right", [](S s, R) { return percent(s.kindShare()); });
    for (const QString& list : listsIn(scores))
        figure(list + " (F1)", [&](S s, R) { return percent(s.lists.value(list).f1()); });
    figure("sure, of values read", [](S s, R) { return percent(s.sureShare()); });
    figure("right, of sure values", [](S s, R) { return percent(s.sureRight()); });
    figure("coverage at 99 % right", [](S s, R) { return percent(coverage(s)); });
    figure("calibration error", [](S s, R) {
        return percent(s.guesses.isEmpty() ? std::nullopt : std::optional(calibrationOf(s.guesses).error));
    });
    out += '\n';
    figure("seconds a page", [](S, R r) {
        const auto seconds = secondsAPage(r);
        return seconds ? QString::number(*seconds, 'f', 2) : QStringLiteral("–");
    });
    figure("could not be read", [](S s, R) { return QString::number(s.unread); });
    figure("read as several bills", [](S s, R) { return QString::number(s.torn); });
    return out;
}

}  // namespace floe::evaluation
