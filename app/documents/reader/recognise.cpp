#include "app/documents/reader/recognise.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>

#include "app/documents/reader/limits.h"

namespace floe::reader {

namespace {

using tesseract::RIL_WORD;

constexpr qsizetype kFewWords = 5;

void show(tesseract::TessBaseAPI& engine, const QImage& grey, double dotsPerInch) {
    engine.SetImage(grey.constBits(), grey.width(), grey.height(), 1, static_cast<int>(grey.bytesPerLine()));
    engine.SetSourceResolution(std::clamp(static_cast<int>(dotsPerInch), 70, 2400));
}

int lettersOf(const QString& text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); }));
}

}  // namespace

Recogniser::Recogniser() = default;
Recogniser::~Recogniser() = default;

bool Recogniser::use(const std::string& language) {
    if (inUse_ == language) return true;
    if (engine_->Init(nullptr, language.c_str()) != 0) return false;
    engine_->SetVariable("debug_file", "/dev/null");
    inUse_ = language;
    return true;
}

bool Recogniser::open() {
    if (engine_) return !inUse_.empty();
    engine_ = std::make_unique<tesseract::TessBaseAPI>();
    return use("eng");
}

QVector<Word> Recogniser::read(const QImage& grey, bool narrow, double dotsPerInch, const QTransform& toPoints) {
    engine_->SetPageSegMode(narrow ? tesseract::PSM_SINGLE_BLOCK : tesseract::PSM_AUTO);
    const QVector<Word> words = readAs(grey, dotsPerInch, toPoints);
    if (words.size() >= kFewWords) return words;
    // A dark frame around a photographed page can pass for one large picture, in which no text is looked for.
    engine_->SetPageSegMode(tesseract::PSM_SPARSE_TEXT);
    const QVector<Word> sparse = readAs(grey, dotsPerInch, toPoints);
    return sparse.size() > words.size() ? sparse : words;
}

QVector<Word> Recogniser::readAs(const QImage& grey, double dotsPerInch, const QTransform& toPoints) {
    QVector<Word> words;
    show(*engine_, grey, dotsPerInch);
    if (engine_->Recognize(nullptr) != 0) return words;
    const std::unique_ptr<tesseract::ResultIterator> it(engine_->GetIterator());
    if (!it) return words;
    do {
        int left, top, right, bottom;
        const std::unique_ptr<char[]> text(it->GetUTF8Text(RIL_WORD));
        if (!text || !it->BoundingBox(RIL_WORD, &left, &top, &right, &bottom)) continue;
        const QRectF box = toPoints.mapRect(QRectF(QPointF(left, top), QPointF(right, bottom)));
        const float confidence = std::clamp(it->Confidence(RIL_WORD) / 100, 0.0f, 1.0f);
        for (const QString& part : QString::fromUtf8(text.get()).split(' ', Qt::SkipEmptyParts))
            words.append({part.simplified(), box, confidence});
    } while (it->Next(RIL_WORD));
    engine_->Clear();
    return words;
}

bool Recogniser::turnTo(const Language* language) {
    if (!language || language->code == inUse_ || language->code == missing_) return false;
    const std::string before = inUse_;
    if (use(language->code)) return true;
    inUse_.clear();
    use(before);
    missing_ = language->code;
    note_ = QString(
                "The page seems to be %1, and the data to recognise that is not installed. Install the package "
                "tesseract-ocr-%2 for better results.")
                .arg(language->name, language->code);
    return false;
}

QVector<Word> Recogniser::words(const QImage& grey, bool narrow, double dotsPerInch, const QTransform& toPoints,
                                std::optional<Problem>& problem) {
    if (!open()) {
        problem =
            Problem{Problem::Kind::Unsupported,
                    {},
                    "it is a scan, and the data that text recognition needs is not installed. Install the package "
                    "tesseract-ocr-eng."};
        return {};
    }
    moreTime(60);
    const QVector<Word> words = read(grey, narrow, dotsPerInch, toPoints);
    return turnTo(languageOf(words)) ? read(grey, narrow, dotsPerInch, toPoints) : words;
}

Recogniser::Sample Recogniser::sample(const QImage& grey) {
    Sample sample;
    if (!open()) return sample;
    engine_->SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
    show(*engine_, grey, 300);
    if (engine_->Recognize(nullptr) != 0) return sample;
    const std::unique_ptr<tesseract::ResultIterator> it(engine_->GetIterator());
    if (!it) return sample;
    double all = 0, sure = 0;
    do {
        const std::unique_ptr<char[]> text(it->GetUTF8Text(RIL_WORD));
        if (!text) continue;
        const double confidence = std::clamp(it->Confidence(RIL_WORD) / 100, 0.0f, 1.0f);
        const int letters = lettersOf(QString::fromUtf8(text.get()));
        all += letters + 1;  // a word of signs alone counts against it
        sure += confidence * letters;
        if (confidence > 0.5) sample.letters += letters;
    } while (it->Next(RIL_WORD));
    if (all > 0) sample.confidence = sure / all;
    engine_->Clear();
    return sample;
}

QString Recogniser::line(const QImage& grey) {
    if (!open()) return {};
    engine_->SetPageSegMode(tesseract::PSM_SINGLE_LINE);
    show(*engine_, grey, 300);
    const std::unique_ptr<char[]> text(engine_->GetUTF8Text());
    engine_->Clear();
    return text ? QString::fromUtf8(text.get()).simplified() : QString();
}

}  // namespace floe::reader
