#include "app/documents/reader/separate_glyphs.h"

#include <QFile>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <vector>

namespace floe::reader {

namespace {

using Token = QPDFTokenizer::Token;

/// How many bytes of a string make a code, for each font of a resource dictionary; 0: not known.
std::map<std::string, int> codeLengths(QPDFObjectHandle resources) {
    std::map<std::string, int> lengths;
    if (!resources.isDictionary()) return lengths;
    auto fonts = resources.getKey("/Font");
    if (!fonts.isDictionary()) return lengths;
    for (auto& [name, font] : fonts.getDictAsMap()) {
        if (!font.isDictionary()) continue;
        if (!font.getKey("/Subtype").isNameAndEquals("/Type0")) {
            lengths[name] = 1;
            continue;
        }
        auto encoding = font.getKey("/Encoding");
        const bool identity = encoding.isNameAndEquals("/Identity-H") || encoding.isNameAndEquals("/Identity-V");
        lengths[name] = identity ? 2 : 0;
    }
    return lengths;
}

std::string hex(const std::string& bytes) {
    return QByteArray::fromStdString(bytes).toHex().toStdString();
}

/// Operands wait until their operator comes; those that show text are written anew.
class GlyphSplitter : public QPDFObjectHandle::TokenFilter {
 public:
    explicit GlyphSplitter(std::map<std::string, int> lengths) : lengths_(std::move(lengths)) {}

    void handleToken(const Token& token) override {
        waiting_.push_back(token);
        if (token.getType() != QPDFTokenizer::tt_word && token.getType() != QPDFTokenizer::tt_inline_image) return;
        const std::string op = token.getType() == QPDFTokenizer::tt_word ? token.getValue() : std::string();
        followFont(op);
        const auto length = lengths_.find(font_);
        const int bytes = length == lengths_.end() ? 0 : length->second;
        if (bytes > 0 && (op == "Tj" || op == "TJ"))
            writeSplit(bytes);
        else
            for (const Token& each : waiting_) writeToken(each);
        waiting_.clear();
    }

    void handleEOF() override {
        for (const Token& each : waiting_) writeToken(each);
        waiting_.clear();
    }

 private:
    void followFont(const std::string& op) {
        if (op == "q") saved_.push_back(font_);
        if (op == "Q" && !saved_.empty()) {
            font_ = saved_.back();
            saved_.pop_back();
        }
        if (op != "Tf") return;
        for (const Token& each : waiting_)
            if (each.getType() == QPDFTokenizer::tt_name) font_ = each.getValue();
    }

    /// Numbers of a TJ array move what follows, so each goes before the next glyph.
    void writeSplit(int bytes) {
        std::string moves;
        write("\n");
        for (const Token& each : waiting_) {
            if (each.getType() == QPDFTokenizer::tt_integer || each.getType() == QPDFTokenizer::tt_real)
                moves += each.getRawValue() + ' ';
            if (each.getType() != QPDFTokenizer::tt_string) continue;
            const std::string codes = each.getValue();
            for (size_t at = 0; at < codes.size(); at += static_cast<size_t>(bytes)) {
                write("[" + moves + "<" + hex(codes.substr(at, static_cast<size_t>(bytes))) + ">] TJ\n");
                moves.clear();
            }
        }
        if (!moves.empty()) write("[" + moves + "] TJ\n");
    }

    std::map<std::string, int> lengths_;
    std::string font_;
    std::vector<std::string> saved_;
    std::vector<Token> waiting_;
};

void split(QPDFPageObjectHelper object) {
    object.addContentTokenFilter(
        std::make_shared<GlyphSplitter>(codeLengths(object.getAttribute("/Resources", false))));
}

}  // namespace

QByteArray withSeparateGlyphs(const QString& path, const QString& password) {
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        const QByteArray name = QFile::encodeName(path);
        pdf.processFile(name.constData(), password.toUtf8().constData());
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
            split(page);
            page.forEachFormXObject(true, [](QPDFObjectHandle& form, QPDFObjectHandle&, const std::string&) {
                split(QPDFPageObjectHelper(form));
            });
        }
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setPreserveEncryption(false);
        writer.setDecodeLevel(qpdf_dl_generalized);  // else streams, and so their filters, are passed over
        writer.setCompressStreams(false);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char*>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize())};
    } catch (const std::exception&) {
        return {};
    }
}

}  // namespace floe::reader
