#include <QDir>
#include <QUrl>

#include "app/extraction/evaluation/report.h"

namespace floe::evaluation {

namespace {

const char* const kStyle =
    ":root{color-scheme:light dark;--soft:rgba(128,128,128,.14);--line:rgba(128,128,128,.35);--bad:#b3261e}"
    "@media(prefers-color-scheme:dark){:root{--bad:#ff8a80}}"
    "body{font:15px/1.45 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;margin:.5rem 0 1.5rem}"
    "th,td{padding:.25rem .7rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}"
    "th{font-weight:600}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}"
    "td.v{white-space:pre-wrap;overflow-wrap:anywhere}.bad{color:var(--bad)}.soft{opacity:.7}"
    "section{margin:1rem 0;padding:.4rem 1rem;background:var(--soft);border-radius:.5rem}"
    "section table{margin:.2rem 0 .5rem}section:target{outline:2px solid}summary{cursor:pointer}"
    "svg rect{fill:currentColor;opacity:.55}svg line{stroke:currentColor;opacity:.7}";

QString safe(const QString& text) {
    return text.toHtmlEscaped();
}

QString cell(const QString& content, const char* kind = "n") {
    return QString("<td class=\"%1\">%2</td>").arg(QLatin1String(kind), content);
}

QString head(const QStringList& words) {
    QString out = "<tr><th>" + safe(words.first()) + "</th>";
    for (const QString& word : words.mid(1)) out += "<th class=\"n\">" + safe(word) + "</th>";
    return out + "</tr>\n";
}

/// A number that is no good news is red, unless it is 0.
QString faults(int count) {
    return cell(count == 0 ? QStringLiteral("0") : QString("<span class=\"bad\">%1</span>").arg(count));
}

class Page {
 public:
    Page(const QVector<Run>& runs, const QString& folder) : runs_(runs), folder_(folder) {
        for (const Run& run : runs) scores_ += scoreOf(run.judgements);
    }

    QByteArray made() {
        const QString title = counted(scores_.first().bills, "bill") + ", held against the truth";
        out_ =
            "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
            "<meta name=\"viewport\" content=\"width=device-width\"><title>" +
            title + "</title><style>" + kStyle + "</style></head><body>\n<h1>" + title + "</h1>\n";
        summary();
        for (qsizetype i = 0; i < runs_.size(); ++i) {
            if (runs_.size() > 1) out_ += "<h2>" + safe(runs_[i].model) + "</h2>\n";
            fields(i);
            groups(runs_[i]);
            calibration(scores_[i]);
            wrongBills(i);
        }
        return (out_ + "</body></html>\n").toUtf8();
    }

 private:
    template <typename Of>
    void figure(const QString& name, Of of) {
        out_ += "<tr><td>" + safe(name) + "</td>";
        for (qsizetype i = 0; i < runs_.size(); ++i) out_ += cell(of(scores_[i], runs_[i]));
        out_ += "</tr>\n";
    }

    void summary() {
        QStringList words{"Share in %"};
        for (const Run& run : runs_) words += run.model;
        out_ += "<table>" + head(words);
        using S = const Score&;
        using R = const Run&;
        figure("Values right", [](S s, R) { return percent(s.all.share()); });
        figure("Whole headers right", [](S s, R) { return percent(s.headerShare()); });
        figure("Kinds right", [](S s, R) { return percent(s.kindShare()); });
        for (const QString& list : listsIn(scores_))
            figure(list + " (F1)", [&](S s, R) { return percent(s.lists.value(list).f1()); });
        figure("Sure, of the values read", [](S s, R) { return percent(s.sureShare()); });
        figure("Right, of the sure values", [](S s, R) { return percent(s.sureRight()); });
        figure("Coverage at 99 % right", [](S s, R) { return percent(coverage(s)); });
        figure("Seconds a page", [](S, R r) {
            const auto seconds = secondsAPage(r);
            return seconds ? QString::number(*seconds, 'f', 2) : QStringLiteral("–");
        });
        figure("Bills that could not be read", [](S s, R) { return QString::number(s.unread); });
        figure("Bills read as several", [](S s, R) { return QString::number(s.torn); });
        out_ += "</table>\n";
    }

    QString anchor(qsizetype run, qsizetype bill) const { return QString("b%1-%2").arg(run).arg(bill); }

    /// The bills on which the field is not right, to click on.
    QString billsWith(qsizetype run, const QString& path) const {
        QString links;
        int count = 0;
        const QVector<Judgement>& judgements = runs_[run].judgements;
        for (qsizetype i = 0; i < judgements.size(); ++i)
            for (const Verdict& verdict : judgements[i].fields) {
                if (verdict.path != path || !verdict.isFault()) continue;
                ++count;
                links += QString(" <a href=\"#%1\">%2</a>").arg(anchor(run, i), safe(judgements[i].name));
            }
        return count == 0 ? QString() : QString("<details><summary>%1</summary>%2</details>").arg(count).arg(links);
    }

    void fields(qsizetype run) {
        out_ += "<h3>By field</h3>\n<table>" +
                head({"Field", "right", "wrong", "missing", "invented", "silent", "right %", "bills"});
        const auto row = [&](const QString& name, const Count& count, const QString& bills) {
            out_ += "<tr><td>" + safe(name) + "</td>" + cell(QString::number(count.right)) + faults(count.wrong) +
                    faults(count.missing) + faults(count.invented) + faults(count.silent) +
                    cell(percent(count.share())) + cell(bills, "v") + "</tr>\n";
        };
        const Score& score = scores_[run];
        for (const QString& path : pathsIn({score})) row(path, score.fields[path], billsWith(run, path));
        row("all fields", score.all, {});
        out_ += "</table>\n";
        lists(score);
    }

    void lists(const Score& score) {
        if (score.lists.isEmpty()) return;
        out_ += "<table>" + head({"List", "printed", "read", "right", "precision %", "recall %", "F1 %"});
        for (const QString& list : listsIn({score})) {
            const Matches& m = score.lists[list];
            out_ += "<tr><td>" + safe(list) + "</td>" + cell(QString::number(m.truth)) + cell(QString::number(m.read)) +
                    cell(QString::number(m.right)) + cell(percent(m.precision())) + cell(percent(m.recall())) +
                    cell(percent(m.f1())) + "</tr>\n";
        }
        out_ += "</table>\n";
    }

    void groups(const Run& run) {
        for (const Group group : kGroups) {
            const QMap<QString, Score> scores = scoresBy(group, run.judgements);
            if (scores.isEmpty()) continue;
            out_ += "<h3>By " + name(group) + "</h3>\n<table>" +
                    head({name(group), "bills", "values right %", "silent", "headers right %", "lines F1 %",
                          "sure values right %"});
            for (auto one = scores.begin(); one != scores.end(); ++one)
                out_ += "<tr><td>" + safe(one.key()) + "</td>" + cell(QString::number(one->bills)) +
                        cell(percent(one->all.share())) + faults(one->all.silent) + cell(percent(one->headerShare())) +
                        cell(percent(one->lists.value("lines").f1())) + cell(percent(one->sureRight())) + "</tr>\n";
            out_ += "</table>\n";
        }
    }

    void calibration(const Score& score) {
        if (score.guesses.isEmpty()) return;
        const Calibration found = calibrationOf(score.guesses);
        out_ += QString("<h3>Calibration</h3>\n<p>Expected calibration error %1 %. ").arg(percent(found.error));
        out_ += found.threshold ? QString("From a confidence of %1 on, 99 % of the values are right: %2 % of all.")
                                      .arg(*found.threshold, 0, 'f', 4)
                                      .arg(percent(found.coverage))
                                : QStringLiteral("At no confidence are 99 % of the values right.");
        out_ += "</p>\n" + chart(found) + "<table>" + head({"Confidence", "values", "mean in %", "right %"});
        for (const Bin& bin : found.bins)
            if (bin.values > 0)
                out_ += QString("<tr><td>%1 to %2</td>").arg(bin.from, 0, 'f', 1).arg(bin.to, 0, 'f', 1) +
                        cell(QString::number(bin.values)) + cell(percent(bin.confidence)) + cell(percent(bin.right)) +
                        "</tr>\n";
        out_ += "</table>\n";
    }

    /// The share of right values over confidence, a column a tenth; well calibrated, they end at the slanted line.
    static QString chart(const Calibration& found) {
        QString out =
            "<svg width=\"220\" height=\"220\" viewBox=\"0 0 100 100\" role=\"img\" aria-label=\"Share of "
            "right values over confidence\">";
        for (const Bin& bin : found.bins)
            if (bin.values > 0)
                out += QString("<rect x=\"%1\" y=\"%2\" width=\"9\" height=\"%3\"/>")
                           .arg(bin.from * 100 + 0.5)
                           .arg(100 - bin.right * 100)
                           .arg(bin.right * 100);
        return out +
               "<line x1=\"0\" y1=\"100\" x2=\"100\" y2=\"0\"/><line x1=\"0\" y1=\"100\" x2=\"100\" "
               "y2=\"100\"/></svg>\n";
    }

    QString addressOf(const QString& file) const {
        const QString relative = QDir(folder_).relativeFilePath(file);
        if (relative.startsWith(QStringLiteral("..")) || QDir::isAbsolutePath(relative))
            return QString::fromLatin1(QUrl::fromLocalFile(QFileInfo(file).absoluteFilePath()).toEncoded());
        return "./" + QString::fromLatin1(QUrl::toPercentEncoding(relative, "/"));
    }

    void wrongBills(qsizetype run) {
        const QVector<Judgement>& judgements = runs_[run].judgements;
        const auto wrong = std::count_if(judgements.begin(), judgements.end(),
                                         [](const Judgement& judgement) { return !judgement.isAllRight(); });
        out_ += QString("<h3>Bills that are not all right: %1 of %2</h3>\n").arg(wrong).arg(judgements.size());
        for (qsizetype i = 0; i < judgements.size(); ++i)
            if (!judgements[i].isAllRight()) bill(judgements[i], anchor(run, i));
    }

    void bill(const Judgement& judgement, const QString& id) {
        out_ += QString("<section id=\"%1\"><a href=\"%2\">%3</a>")
                    .arg(id, safe(addressOf(judgement.shown)), safe(judgement.name));
        QStringList about{judgement.language, judgement.family, judgement.origin};
        about.removeAll(QString());
        if (!about.isEmpty()) out_ += " <span class=\"soft\">" + safe(about.join(", ")) + "</span>";
        if (!judgement.problem.isEmpty()) out_ += "<p class=\"bad\">" + safe(judgement.problem) + "</p>";
        if (judgement.bills > 1) out_ += QString("<p class=\"bad\">Read as %1 bills.</p>").arg(judgement.bills);
        out_ += "<table>" + QStringLiteral("<tr><th>Field</th><th></th><th>Read</th><th>Printed</th><th></th></tr>\n");
        const auto row = [&](const QString& what, const QString& how, const QString& read, const QString& truth,
                             const QString& note) {
            out_ += "<tr><td>" + safe(what) + "</td><td>" + how + "</td>" + cell(safe(read), "v") +
                    cell(safe(truth), "v") + cell(safe(note), "v soft") + "</tr>\n";
        };
        if (!judgement.kindTruth.isEmpty() && judgement.kindRead != judgement.kindTruth)
            row("kind", "wrong", judgement.kindRead, judgement.kindTruth, {});
        for (const Verdict& one : judgement.fields)
            if (one.isFault())
                row(one.path, name(one.kind) + (one.isSilent() ? ", <b class=\"bad\">sure</b>" : ""), one.read,
                    one.truth, one.note);
        for (const Difference& one : judgement.differences)
            row(one.list,
                one.read.isEmpty()    ? "missing"
                : one.truth.isEmpty() ? "invented"
                                      : "wrong",
                one.read, one.truth, {});
        out_ += "</table></section>\n";
    }

    const QVector<Run>& runs_;
    const QString folder_;
    QVector<Score> scores_;
    QString out_;
};

}  // namespace

QByteArray toHtml(const QVector<Run>& runs, const QString& folder) {
    return Page(runs, folder).made();
}

}  // namespace floe::evaluation
