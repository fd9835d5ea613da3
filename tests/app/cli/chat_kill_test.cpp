// floe chat killed without warning: every message whose answer had begun is in the history.

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include "app/cli/floe_process.h"

using namespace floe::test;

class ChatKillTest : public QObject {
    Q_OBJECT

    static constexpr int kKills = 100;
    TinyModel model_;

 private slots:
    void findsEveryMessageWhoseAnswerHadBegun() {
        const QString data = model_.folder.filePath("data");
        QRandomGenerator random(20240430);
        QStringList begun;  // messages that got at least a piece of an answer before the kill
        int killed_in_answer = 0;
        for (int round = 0; round < kKills; ++round) {
            QProcess chat;
            chat.start(program("floe"), {"chat", "--data", data, "--model", model_.path, "--context", "512"});
            QVERIFY(chat.waitForStarted());
            const QString text = QString("message %1").arg(round);
            chat.write(text.toUtf8() + '\n');
            QVERIFY2(chat.waitForReadyRead(20000), chat.readAllStandardError().constData());
            begun << text;
            QTest::qWait(static_cast<int>(random.bounded(100)));
            if (chat.state() == QProcess::Running) ++killed_in_answer;
            chat.kill();
            QVERIFY(chat.waitForFinished());
        }
        QVERIFY2(killed_in_answer > kKills / 2, "the kills came too late to mean anything");

        QStringList found;
        int answers = 0;
        for (const QByteArray& line : run_floe({"chats", "export", "--data", data}).out.split('\n')) {
            for (const QJsonValue& value : QJsonDocument::fromJson(line).object()["messages"].toArray()) {
                if (value.toObject()["role"] == "user") found << value.toObject()["text"].toString();
                if (value.toObject()["role"] == "assistant") ++answers;
            }
        }
        for (const QString& text : begun) QVERIFY2(found.contains(text), qPrintable("lost: " + text));
        QVERIFY(answers >= begun.size());
    }
};

QTEST_GUILESS_MAIN(ChatKillTest)
#include "chat_kill_test.moc"
