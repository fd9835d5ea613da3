#include "app/documents/frames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>
#include <algorithm>
#include <cmath>
#include <cstring>

namespace floe::frames {

namespace {

QByteArray frame(char kind, const QByteArray& body) {
    QByteArray out(5, kind);
    qToLittleEndian<quint32>(static_cast<quint32>(body.size()), out.data() + 1);
    return out + body;
}

struct Frame {
    char kind = 0;
    QByteArray body;
};

/// Kind 0: the bytes are no whole frame.
Frame unframe(const QByteArray& bytes) {
    if (bytes.size() < 5 || bytes.size() > kLargestAnswer) return {};
    if (qFromLittleEndian<quint32>(bytes.constData() + 1) != static_cast<quint64>(bytes.size() - 5)) return {};
    return {bytes[0], bytes.mid(5)};
}

Problem garbled() {
    return {Problem::Kind::Internal, {}, "The program that reads documents gave an answer that cannot be used."};
}

QByteArray compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject toJson(const Problem& problem) {
    return {{"kind", static_cast<int>(problem.kind)}, {"sentence", problem.sentence}};
}

Problem problemOf(const QJsonObject& json) {
    const int kind = json["kind"].toInt(-1);
    const QString sentence = json["sentence"].toString().left(1000);
    if (kind < 0 || kind > static_cast<int>(Problem::Kind::Internal) || sentence.isEmpty()) return garbled();
    return {static_cast<Problem::Kind>(kind), {}, sentence};
}

QJsonArray toJson(const Word& word) {
    const QRectF& b = word.box;
    return {word.text, b.left(), b.top(), b.right(), b.bottom(), word.confidence};
}

bool usable(double x, double least, double most) {
    return std::isfinite(x) && x >= least && x <= most;
}

/// No text: the numbers are not ones that a page can have.
Word wordOf(const QJsonArray& json) {
    const double left = json[1].toDouble(), top = json[2].toDouble();
    const double right = json[3].toDouble(), bottom = json[4].toDouble(), confidence = json[5].toDouble();
    const double far = 1e5;
    if (json.size() != 6 || !usable(left, -far, far) || !usable(top, -far, far) || !usable(right, left, far) ||
        !usable(bottom, top, far) || !usable(confidence, 0, 1))
        return {};
    const QString text = json[0].toString();
    for (const QChar c : text)
        if (c.isSpace()) return {};
    return {text, QRectF(QPointF(left, top), QPointF(right, bottom)), static_cast<float>(confidence)};
}

QJsonArray placeJson(int page, const QRectF& box) {
    return {page, box.left(), box.top(), box.right(), box.bottom()};
}

QJsonArray placeJson(int page, const QRectF& box, const QString& text) {
    QJsonArray json = placeJson(page, box);
    json.append(text);
    return json;
}

/// A box on one of the pages, and what is said of it. Page -1: the numbers are not ones that these pages can have.
Code placedOf(const QJsonArray& json, qsizetype pages) {
    const double far = 1e5;
    const int page = json[0].toInt(-1);
    const double left = json[1].toDouble(), top = json[2].toDouble();
    const double right = json[3].toDouble(), bottom = json[4].toDouble();
    if (json.size() < 5 || page < 0 || page >= pages || !usable(left, -far, far) || !usable(top, -far, far) ||
        !usable(right, left, far) || !usable(bottom, top, far))
        return {-1, {}, {}};
    return {page, QRectF(QPointF(left, top), QPointF(right, bottom)), json[5].toString()};
}

std::optional<Page> pageOf(const QJsonObject& json, qint64& wordsLeft) {
    Page page;
    page.size = QSizeF(json["width"].toDouble(), json["height"].toDouble());
    page.sheet = json["sheet"].toInt(-1);
    if (!isPageSize(page.size) || page.sheet < -1 || page.sheet >= kMostPages) return {};
    const QJsonArray words = json["words"].toArray();
    wordsLeft -= words.size();
    if (wordsLeft < 0) return {};
    for (const QJsonValue& value : words) {
        const Word word = wordOf(value.toArray());
        if (!word.text.isEmpty()) page.words.append(word);
    }
    return page;
}

}  // namespace

bool isPageSize(const QSizeF& size) {
    return usable(size.width(), 0, 1e5) && usable(size.height(), 0, 1e5);
}

bool isLinkTarget(const QString& target) {
    const bool web = target.startsWith(QStringLiteral("http://"), Qt::CaseInsensitive) ||
                     target.startsWith(QStringLiteral("https://"), Qt::CaseInsensitive);
    const auto bad = [](QChar c) { return c.isSpace() || !c.isPrint(); };
    return web && target.size() <= kLongestLink && std::none_of(target.begin(), target.end(), bad);
}

QByteArray pack(const Document& document) {
    if (document.problem) return frame('P', compact(toJson(*document.problem)));
    QJsonArray pages, invoice, codes, drawings, links;
    for (const Page& page : document.pages) {
        QJsonArray words;
        for (const Word& word : page.words) words.append(toJson(word));
        QJsonObject json{{"width", page.size.width()}, {"height", page.size.height()}, {"words", words}};
        if (page.sheet >= 0) json["sheet"] = page.sheet;
        pages.append(json);
    }
    for (const Code& code : document.codes) codes.append(placeJson(code.page, code.box, code.text));
    for (const Drawing& drawing : document.drawings) drawings.append(placeJson(drawing.page, drawing.box));
    for (const Link& link : document.links) links.append(placeJson(link.page, link.box, link.target));
    for (const auto& [path, value] : document.invoice) invoice.append(QJsonArray{path, value});
    return frame('D', compact({{"source", static_cast<int>(document.source)},
                               {"pages", pages},
                               {"invoice", invoice},
                               {"codes", codes},
                               {"drawings", drawings},
                               {"links", links},
                               {"note", document.note}}));
}

Document unpackDocument(const QByteArray& bytes) {
    Document document;
    const Frame frame = unframe(bytes);
    const QJsonObject json = QJsonDocument::fromJson(frame.body).object();
    if (frame.kind == 'P') {
        document.problem = problemOf(json);
        return document;
    }
    const int source = json["source"].toInt(-1);
    const QJsonArray pages = json["pages"].toArray();
    Document broken;
    broken.problem = garbled();
    if (frame.kind != 'D' || source < 0 || source > static_cast<int>(Document::Source::Xml) ||
        pages.size() > kMostPages)
        return broken;
    document.source = static_cast<Document::Source>(source);
    document.note = json["note"].toString().left(1000);
    qint64 wordsLeft = kMostWords;
    for (const QJsonValue& value : pages) {
        const std::optional<Page> page = pageOf(value.toObject(), wordsLeft);
        if (!page) return broken;
        document.pages.append(*page);
    }
    for (const QJsonValue& value : json["codes"].toArray()) {
        Code code = placedOf(value.toArray(), pages.size());
        code.text.truncate(kLongestCode);
        if (code.page >= 0 && !code.text.isEmpty() && document.codes.size() < kMostCodes) document.codes.append(code);
    }
    for (const QJsonValue& value : json["drawings"].toArray())
        if (const Code placed = placedOf(value.toArray(), pages.size());
            placed.page >= 0 && document.drawings.size() < kMostDrawings)
            document.drawings.append({placed.page, placed.box});
    for (const QJsonValue& value : json["links"].toArray())
        if (const Code placed = placedOf(value.toArray(), pages.size());
            placed.page >= 0 && isLinkTarget(placed.text) && document.links.size() < kMostLinks)
            document.links.append({placed.page, placed.box, placed.text});
    for (const QJsonValue& value : json["invoice"].toArray())
        document.invoice.append({value.toArray()[0].toString(), value.toArray()[1].toString()});
    return document;
}

QByteArray pack(const QImage& picture) {
    const QImage rgb = picture.convertToFormat(QImage::Format_RGB32);
    QByteArray body(8, 0);
    qToLittleEndian<quint32>(static_cast<quint32>(rgb.width()), body.data());
    qToLittleEndian<quint32>(static_cast<quint32>(rgb.height()), body.data() + 4);
    for (int y = 0; y < rgb.height(); ++y)
        body.append(reinterpret_cast<const char*>(rgb.constScanLine(y)), qsizetype{4} * rgb.width());
    return frame('I', body);
}

Picture unpackPicture(const QByteArray& bytes) {
    const Frame frame = unframe(bytes);
    if (frame.kind == 'P') return {{}, problemOf(QJsonDocument::fromJson(frame.body).object())};
    if (frame.kind != 'I' || frame.body.size() < 8) return {{}, garbled()};
    const qint64 width = qFromLittleEndian<quint32>(frame.body.constData());
    const qint64 height = qFromLittleEndian<quint32>(frame.body.constData() + 4);
    if (width < 1 || height < 1 || width > kMostPictureSide || height > kMostPictureSide ||
        frame.body.size() - 8 != width * height * 4)
        return {{}, garbled()};
    QImage image(static_cast<int>(width), static_cast<int>(height), QImage::Format_RGB32);
    if (image.isNull()) return {{}, Problem{Problem::Kind::OutOfMemory, {}, "There is no memory for a page picture."}};
    for (int y = 0; y < height; ++y)
        std::memcpy(image.scanLine(y), frame.body.constData() + 8 + y * width * 4, static_cast<size_t>(width) * 4);
    return {image, {}};
}

}  // namespace floe::frames
