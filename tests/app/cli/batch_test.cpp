// floe batch: the same answers as alone, whatever is broken off or badly written.

#include <QTest>

#include "app/cli/floe_process.h"

using namespace floe::test;

class BatchTest : public QObject {
    Q_OBJECT

    TinyModel model_;
    QString path(const char* name) { return model_.folder.filePath(QLatin1String(name)); }

    static QString prompt(int i) {
        return QStringLiteral("Story %1 of the %2 fox").arg(i).arg(QString("very ").repeated(i % 7));
    }
    static int tokens(int i) { return 5 + i * 3 % 29; }

    QByteArray requests(int count) {
        QByteArray lines;
        for (int i = 0; i < count; ++i)
            lines += QJsonDocument(
                         QJsonObject{{"id", QString("r%1").arg(i)}, {"prompt", prompt(i)}, {"max_tokens", tokens(i)}})
                         .toJson(QJsonDocument::Compact) +
                     '\n';
        return lines;
    }

    QMap<QString, QJsonObject> answers(const QString& file) {
        QMap<QString, QJsonObject> result;
        for (const QByteArray& line : read_file(file).split('\n')) {
            if (line.isEmpty()) continue;
            const QJsonObject answer = QJsonDocument::fromJson(line).object();
            if (result.contains(answer["id"].toString())) qFatal("an answer stands twice");
            result[answer["id"].toString()] = answer;
        }
        return result;
    }

 private slots:
    void equalsEachPromptAloneToTheLetter() {
        write_file(path("in.jsonl"), requests(24));
        QCOMPARE(run_floe({"batch", path("in.jsonl"), "--model", model_.path, "--out", path("out.jsonl")}).exit_code,
                 0);
        const auto together = answers(path("out.jsonl"));
        QCOMPARE(together.size(), 24);
        for (int i = 0; i < 24; ++i) {
            const QJsonObject alone = run_floe({"--json", "complete", "--model", model_.path, "--prompt", prompt(i),
                                                "--max-tokens", QString::number(tokens(i))})
                                          .object();
            const QJsonObject& batched = together[QString("r%1").arg(i)];
            QCOMPARE(batched["tokens"], alone["tokens"]);
            QCOMPARE(batched["text"], alone["text"]);
            QCOMPARE(batched["finish_reason"], alone["finish_reason"]);
        }
    }

    void goesOnWhereItWasBrokenOff() {
        write_file(path("in2.jsonl"), requests(12));
        const QStringList command{"batch", path("in2.jsonl"), "--model", model_.path, "--out", path("out2.jsonl")};
        QCOMPARE(run_floe(command).exit_code, 0);
        const QByteArray whole = read_file(path("out2.jsonl"));
        const auto before = answers(path("out2.jsonl"));

        // As a power cut would leave it: some answers, and half a line.
        const auto lines = whole.split('\n');
        write_file(path("out2.jsonl"), lines[0] + '\n' + lines[1] + '\n' + lines[2].left(lines[2].size() / 2));
        QCOMPARE(run_floe(command).exit_code, 0);
        QVERIFY(read_file(path("out2.jsonl")).startsWith(lines[0] + '\n' + lines[1] + '\n'));
        QCOMPARE(answers(path("out2.jsonl")), before);
    }

    void answersTheOthersWhereOneLineIsBad() {
        write_file(
            path("in3.jsonl"),
            "not json\n" + requests(2) +
                "{\"id\":\"x\",\"prompt\":5}\n{\"id\":\"y\",\"prompt\":\"a\",\"schema\":{\"type\":\"thing\"}}\n");
        const Ran ran = run_floe({"batch", path("in3.jsonl"), "--model", model_.path, "--out", path("out3.jsonl")});
        QCOMPARE(ran.exit_code, 1);
        const auto all = answers(path("out3.jsonl"));
        QCOMPARE(all.size(), 5);
        QVERIFY(all["1"]["error"].toObject()["sentence"].toString().contains("line 1"));
        QVERIFY(all["x"]["error"].toObject()["sentence"].toString().contains("prompt"));
        QVERIFY(all["y"].contains("error"));
        QVERIFY(!all["r0"].contains("error") && !all["r1"].contains("error"));
    }
};

QTEST_GUILESS_MAIN(BatchTest)
#include "batch_test.moc"
