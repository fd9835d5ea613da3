// The commands of `floe`, run as a person would run them.

#include <QTest>

#include "app/cli/floe_process.h"

using namespace floe::test;

class CliTest : public QObject {
    Q_OBJECT

    TinyModel model_;
    QString path(const char* name) { return model_.folder.filePath(QLatin1String(name)); }

    /// A failure says one sentence on stderr, nothing on stdout, and ends with a code other than 0.
    void fails(const QStringList& arguments, const char* words) {
        const Ran ran = run_floe(arguments);
        QVERIFY2(ran.exit_code > 0 && ran.exit_code < 128, qPrintable(arguments.join(' ')));
        QVERIFY2(ran.out.isEmpty(), ran.out.constData());
        QVERIFY2(ran.err.contains(words), ran.err.constData());
        QVERIFY2(ran.err.count('\n') <= 3, ran.err.constData());
    }

 private slots:
    void saysOneSentenceForWhatCannotBe() {
        fails({"complete", "--model", path("absent.gguf"), "--prompt", "x"}, "absent.gguf");
        fails({"complete", "--prompt", "x"}, "--model");
        fails({"sing"}, "sing");
        fails({"logits", "--model", model_.path, "--tokens", "1,99999999"}, "99999999");
        fails({"models", "info", path("absent.gguf")}, "absent.gguf");
        write_file(path("text.gguf"), "This is no model.");
        fails({"models", "info", path("text.gguf")}, "text.gguf");
        write_file(path("bad.json"), "{\"type\": \"object\", \"patternProperties\": {}}");
        fails({"complete", "--model", model_.path, "--prompt", "x", "--schema", path("bad.json")}, "patternProperties");
    }

    void writesTheCorrectionsOfBills() {
        const QString data = path("data"), file = path("corrections.jsonl");
        const Ran ran = run_floe({"--data", data, "bills", "export", "--corrections", file});
        QCOMPARE(ran.exit_code, 0);
        QVERIFY2(ran.out.contains("Corrections of 0 bills"), ran.out.constData());
        QVERIFY(QFile::exists(file));
        fails({"--data", data, "bills", "export", "--corrections", path("absent/corrections.jsonl")},
              "corrections.jsonl");
        fails({"--data", data, "bills", "export"}, "--corrections");
    }

    void completesTheSameTextForTheSameSeed() {
        const QStringList arguments{"--json",       "complete", "--model",       model_.path, "--prompt", "Once",
                                    "--max-tokens", "12",       "--temperature", "1",         "--seed",   "7"};
        const Ran first = run_floe(arguments), second = run_floe(arguments);
        QCOMPARE(first.exit_code, 0);
        QCOMPARE(first.object()["tokens"], second.object()["tokens"]);
        QCOMPARE(first.object()["tokens"].toArray().size(), 12);
        QStringList other = arguments;
        other.last() = "8";
        QVERIFY(run_floe(other).object()["tokens"] != first.object()["tokens"]);
    }

    void printsTheContinuationAlone() {
        const QStringList arguments{"complete", "--model", model_.path, "--prompt", "Once", "--max-tokens", "8"};
        const Ran plain = run_floe(arguments), json = run_floe(QStringList{"--json"} + arguments);
        QCOMPARE(plain.exit_code, 0);
        QCOMPARE(QString::fromUtf8(plain.out), json.object()["text"].toString() + '\n');
    }

    void fulfilsASchemaWithinTheTokenLimit() {
        write_file(
            path("schema.json"),
            R"({"type":"object","properties":{"n":{"type":"integer"},"words":{"type":"array","items":{"type":"string","maxLength":9}}}})");
        const Ran ran = run_floe({"complete", "--model", model_.path, "--prompt", "Once", "--max-tokens", "60",
                                  "--temperature", "1", "--schema", path("schema.json")});
        QCOMPARE(ran.exit_code, 0);
        const QJsonObject answer = ran.object();
        QVERIFY2(answer["n"].isDouble() && answer["words"].isArray(), ran.out.constData());
    }

    void copiesVerbatimValuesFromTheSource() {
        write_file(path("verbatim.json"),
                   R"({"type":"object","properties":{"who":{"type":"string","x-verbatim":true}}})");
        const QByteArray source = "Bill from Ottokar Lund\nnumber 4711, of 3 May\n";
        write_file(path("source.txt"), source);
        const Ran ran =
            run_floe({"--json", "complete", "--model", model_.path, "--prompt", "Once", "--max-tokens", "60",
                      "--temperature", "1", "--schema", path("verbatim.json"), "--source", path("source.txt")});
        QCOMPARE(ran.exit_code, 0);
        const QString who =
            QJsonDocument::fromJson(ran.object()["text"].toString().toUtf8()).object()["who"].toString();
        QVERIFY(!who.isEmpty());
        const QJsonArray span = ran.object()["values"].toArray()[0].toObject()["spans"].toArray()[0].toArray();
        QCOMPARE(QByteArray(source.mid(span[0].toInt(), span[1].toInt() - span[0].toInt())), who.toUtf8());
    }

    void countsLogitsAfterEachToken() {
        const QJsonArray all = run_floe({"--json", "logits", "--model", model_.path, "--tokens", "1,5,9", "--all"})
                                   .object()["logits"]
                                   .toArray();
        const QJsonArray last =
            run_floe({"--json", "logits", "--model", model_.path, "--tokens", "1,5,9"}).object()["logits"].toArray();
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[2].toArray(), last);
        QVERIFY(all[0].toArray() != last);
    }

    void saysWhatAModelIs() {
        const QJsonObject info = run_floe({"--json", "models", "info", model_.path}).object();
        QCOMPARE(info["architecture"].toString(), QString("llama"));
        QVERIFY(info["memory"].toObject()["total"].toDouble() > 0);
        QVERIFY(run_floe({"models", "--supported"}).out.contains("llama"));
    }
};

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"
