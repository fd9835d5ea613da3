// Themes keep text readable, icons draw themselves, notices undo.
#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QTest>
#include <cmath>

#include "support/test_objects.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/sentence.h"
#include "ui/widgets/theme.h"

using namespace floe;

namespace {

// Relative luminance and contrast as WCAG 2.1 defines them.
double luminance(const QColor& colour) {
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double one = luminance(a), two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

}  // namespace

class LookTest : public QObject {
    Q_OBJECT
 private slots:
    void textIsReadableInBothThemes_data() {
        QTest::addColumn<int>("choice");
        QTest::newRow("light") << int(ThemeChoice::Light);
        QTest::newRow("dark") << int(ThemeChoice::Dark);
    }

    void textIsReadableInBothThemes() {
        QFETCH(int, choice);
        Theme theme(*qApp);
        theme.choose(ThemeChoice(choice));
        const QPalette palette = QApplication::palette();
        QCOMPARE(isDark(palette), ThemeChoice(choice) == ThemeChoice::Dark);
        for (const auto ground : {QPalette::Window, QPalette::Base}) {
            const QColor under = palette.color(ground);
            QVERIFY(contrast(palette.color(QPalette::Text), under) >= 7);
            QVERIFY(contrast(palette.color(QPalette::Link), under) >= 4.5);
            QVERIFY2(contrast(muted(palette), under) >= 4.5, "quiet text");
            for (const Tone tone : {Tone::Good, Tone::Doubt, Tone::Bad})
                QVERIFY2(contrast(toned(palette, tone), under) >= 4.5, qPrintable(toned(palette, tone).name()));
        }
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
    }

    void everyIconDrawsSomethingInTheColourAskedFor() {
        const QStringList names = QDir(":/icons").entryList({"*.svg"});
        QVERIFY(names.size() > 15);
        for (const QString& name : names) {
            if (name == "floe-desktop.svg") continue;
            const QImage image = iconPixmap(name.chopped(4), Qt::red, 24, 2).toImage();
            int drawn = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    if (pixel.alpha() < 200) continue;
                    ++drawn;
                    QVERIFY2(pixel.green() < 10 && pixel.red() > 240, qPrintable(name));
                }
            QVERIFY2(drawn > 20, qPrintable(name));
        }
    }

    void aNoticeUndoesOnce() {
        NoticeBar bar;
        int undone = 0;
        bar.tell("Deleted.", "Undo", [&] { ++undone; });
        QVERIFY(bar.isVisible());
        QPushButton* undo = nullptr;
        for (QPushButton* button : bar.findChildren<QPushButton*>())
            if (button->text() == "Undo") undo = button;
        QTest::mouseClick(undo, Qt::LeftButton);
        QVERIFY(!bar.isVisible());
        QTest::mouseClick(undo, Qt::LeftButton);
        QCOMPARE(undone, 1);
    }

    void aSentenceHidesWhenThereIsNothingToSay() {
        QWidget window;
        window.show();
        Sentence sentence(&window);
        sentence.say(Tone::Bad, "No.");
        QVERIFY(sentence.isVisible());
        sentence.say(Tone::Bad, {});
        QVERIFY(!sentence.isVisible());
    }
};

static floe::test::AddTest<LookTest> add;

#include "look_test.moc"
