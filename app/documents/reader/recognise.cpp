#include "app/documents/reader/recognise.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>

#include "app/documents/reader/limits.h"

namespace floe::reader {

namespace {

/// Every installed language that is a language; English first, since most recognisers are tuned to it.
std::string installedLanguages(const tesseract::TessBaseAPI& engine) {
    std::vector<std::string> installed;
    engine.GetAvailableLanguagesAsVector(&installed);
    std::string all = "eng";
    int taken = 1;
    for (const std::string& language : installed) {
        if (language == "osd" || language == "equ" || language == "eng" || taken == 5) continue;
        all += "+" + language;
        ++taken;
    }
    return all;
}

}  // namespace

Recogniser::Recogniser() = default;
Recogniser::~Recogniser() = default;

bool Recogniser::open() {
    if (engine_) return opened_;
    engine_ = std::make_unique<tesseract::TessBaseAPI>();
    if (engine_->Init(nullptr, "eng") != 0) return false;
    const std::string languages = installedLanguages(*engine_);
    opened_ = languages == "eng" || engine_->Init(nullptr, languages.c_str()) == 0;
    engine_->SetVariable("debug_file", "/dev/null");
    return opened_;
}

QVector<Word> Recogniser::words(const QImage& picture, double dotsPerInch, const QTransform& toPoints,
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
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    engine_->SetImage(grey.constBits(), grey.width(), grey.height(), 1, static_cast<int>(grey.bytesPerLine()));
    engine_->SetSourceResolution(static_cast<int>(dotsPerInch));
    QVector<Word> words;
    if (engine_->Recognize(nullptr) != 0) return words;
    const std::unique_ptr<tesseract::ResultIterator> it(engine_->GetIterator());
    if (!it) return words;
    do {
        int left, top, right, bottom;
        const std::unique_ptr<char[]> text(it->GetUTF8Text(tesseract::RIL_WORD));
        if (!text || !it->BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom)) continue;
        const QRectF box = toPoints.mapRect(QRectF(QPointF(left, top), QPointF(right, bottom)));
        const float confidence = std::clamp(it->Confidence(tesseract::RIL_WORD) / 100, 0.0f, 1.0f);
        for (const QString& part : QString::fromUtf8(text.get()).split(' ', Qt::SkipEmptyParts))
            words.append({part.simplified(), box, confidence});
    } while (it->Next(tesseract::RIL_WORD));
    engine_->Clear();
    return words;
}

}  // namespace floe::reader
