// Answers split into blocks.
#include "ui/models/markdown_blocks.h"

#include <QTest>

#include "support/test_objects.h"

using namespace floe;

namespace {

QString picture(const QString& markdown) {
    QStringList parts;
    for (const MarkdownBlock& block : markdownBlocks(markdown))
        parts << (block.kind == MarkdownBlock::Kind::Code ? "code(" + block.language + "):" : "text:") + block.text;
    return parts.join('|').replace('\n', "/");
}

}  // namespace

class MarkdownBlocksTest : public QObject {
    Q_OBJECT
 private slots:
    void splitsAtFences_data() {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("blocks");
        const auto row = [](const char* name, const char* markdown, const char* blocks) {
            QTest::newRow(name) << markdown << blocks;
        };
        row("nothing", "", "");
        row("plain", "a\nb", "text:a/b");
        row("code between", "a\n```cpp\nint x;\n```\nb", "text:a/|code(cpp):int x;|text:b");
        row("unclosed", "a\n```\nint x;\n", "text:a/|code():int x;");
        row("just opened", "```py", "code(py):");
        row("tildes and longer fences", "~~~~\n~~~\n```\n~~~~~\nz", "code():~~~/```|text:z");
        row("backticks in a line are no fence", "```a``` b", "text:```a``` b");
        row("indented by four is no fence", "    ```\nx", "text:    ```/x");
        row("a closing fence has no word", "```\na\n```cpp\nb\n```", "code():a/```cpp/b");
    }

    void splitsAtFences() {
        QFETCH(QString, markdown);
        QFETCH(QString, blocks);
        QCOMPARE(picture(markdown), blocks);
    }

    void longTextEndsBeforeAParagraphAtTheMargin() {
        const QString paragraph = QString("word ").repeated(200).trimmed();
        QCOMPARE(markdownBlocks(paragraph + "\n\n" + paragraph).size(), 2);
        QCOMPARE(markdownBlocks(paragraph + "\n" + paragraph).size(), 1);             // the same paragraph
        QCOMPARE(markdownBlocks("- " + paragraph + "\n\n  " + paragraph).size(), 1);  // the same list item
        QCOMPARE(markdownBlocks("- " + paragraph + "\n\n- " + paragraph).size(), 1);  // the same list
    }

    void appendingLeavesEarlierBlocksAsTheyAre() {
        const QString answer =
            QString("A paragraph of some length. ").repeated(30) + "\n\nNext.\n\n```\ncode\n```\n- a\n- b\n";
        QVector<MarkdownBlock> before;
        for (int length = 1; length <= answer.size(); ++length) {
            const auto now = markdownBlocks(answer.left(length));
            for (int block = 0; block + 2 < before.size(); ++block) QCOMPARE(now[block].text, before[block].text);
            before = now;
        }
        QVERIFY(before.size() >= 4);
    }
};

static floe::test::AddTest<MarkdownBlocksTest> add;

#include "markdown_blocks_test.moc"
