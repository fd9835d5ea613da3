#include "app/documents/reader/flow_file.h"

#include "app/documents/reader/excel_file.h"
#include "app/documents/reader/html.h"
#include "app/documents/reader/mail.h"
#include "app/documents/reader/open_document.h"
#include "app/documents/reader/picture_file.h"
#include "app/documents/reader/plain_text.h"
#include "app/documents/reader/word_file.h"
#include "app/documents/reader/zip_file.h"

namespace floe::reader {

namespace {

Problem unsupported(const char* sentence) {
    return {Problem::Kind::Unsupported, {}, QString::fromUtf8(sentence)};
}

bool isZip(const QByteArray& bytes) {
    return bytes.startsWith("PK\x03\x04");
}

/// Names in the old Office container stand in it as UTF-16.
bool holdsWide(const QByteArray& bytes, const char* name) {
    QByteArray wide;
    for (const char* c = name; *c; ++c) wide += QByteArray(c, 1) + '\0';
    return bytes.contains(wide);
}

Problem ofOldOffice(const QByteArray& bytes) {
    if (holdsWide(bytes, "EncryptedPackage"))
        return unsupported("the Office file is locked with a password. Save it without one and try again.");
    if (holdsWide(bytes, "WordDocument"))
        return unsupported("it is a Word file of the old kind (.doc). Save it as .docx or PDF and try again.");
    if (holdsWide(bytes, "Workbook") || holdsWide(bytes, "Book"))
        return unsupported("it is an Excel file of the old kind (.xls). Save it as .xlsx or PDF and try again.");
    if (holdsWide(bytes, "PowerPoint Document"))
        return unsupported("it is a PowerPoint file. Save it as PDF and try again.");
    if (holdsWide(bytes, "__properties_version1.0"))
        return unsupported("it is an Outlook message (.msg). Save it as .eml or PDF and try again.");
    return unsupported("it is an Office file of an old kind. Save it as PDF and try again.");
}

FlowKind zipKind(const QByteArray& bytes) {
    ZipFile file(bytes);
    const QStringList names = file.names();
    if (names.contains("word/document.xml")) return FlowKind::Word;
    if (names.contains("xl/workbook.xml")) return FlowKind::Excel;
    if (names.contains("content.xml") && !names.contains("ppt/presentation.xml")) return FlowKind::OpenDocument;
    return FlowKind::None;
}

Problem ofZip(const QByteArray& bytes) {
    const ZipFile file(bytes);
    if (!file.isOpen())
        return {Problem::Kind::DamagedFile, {}, "it is a zip or Office file that is damaged or has too many parts."};
    if (file.names().contains("ppt/presentation.xml"))
        return unsupported("it is a PowerPoint file. Save it as PDF and try again.");
    if (file.names().contains("xl/workbook.bin"))
        return unsupported("it is an Excel file of the binary kind (.xlsb). Save it as .xlsx or PDF and try again.");
    return unsupported("it is a zip archive. Unpack it and add the files in it.");
}

}  // namespace

FlowKind flowKind(const QByteArray& bytes) {
    if (isZip(bytes)) return zipKind(bytes);
    if (looksLikeMail(bytes)) return FlowKind::Mail;
    if (looksLikeHtml(bytes)) return FlowKind::Html;
    if (bytes.startsWith("{\\rtf") || !isText(bytes)) return FlowKind::None;
    return FlowKind::Text;
}

FlowFile readFlow(FlowKind kind, const QByteArray& bytes) {
    if (kind == FlowKind::Html) return {htmlFlow(bytes), {}};
    if (kind == FlowKind::Text) return {textFlow(decoded(bytes)), {}};
    ZipFile file(bytes);
    if (kind == FlowKind::OpenDocument && file.part("META-INF/manifest.xml").contains("encryption-data"))
        return {{}, unsupported("the OpenDocument file is locked with a password. Save it without one and try again.")};
    Flow flow = kind == FlowKind::Word    ? wordFlow(file)
                : kind == FlowKind::Excel ? excelFlow(file)
                                          : openDocumentFlow(file);
    if (file.overflowed()) return {{}, unsupported("it unpacks to more than 64 MB, which no bill needs.")};
    if (flow.empty())
        return {{}, Problem{Problem::Kind::DamagedFile, {}, "the Office file is damaged, or there is no text in it."}};
    return {std::move(flow), {}};
}

Problem whyNot(const QByteArray& bytes) {
    if (bytes.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return ofOldOffice(bytes);
    if (isZip(bytes) || bytes.startsWith("PK\x05\x06")) return ofZip(bytes);
    if (bytes.startsWith("{\\rtf")) return unsupported("it is an RTF text. Save it as .docx or PDF and try again.");
    if (bytes.startsWith("7z\xbc\xaf\x27\x1c") || bytes.startsWith("Rar!") || bytes.startsWith("\x1f\x8b") ||
        bytes.startsWith("BZh") ||
        bytes.startsWith("\xfd"
                         "7zXZ") ||
        bytes.mid(257, 5) == "ustar" || bytes.startsWith("\x28\xb5\x2f\xfd"))
        return unsupported("it is an archive. Unpack it and add the files in it.");
    if (bytes.startsWith("\x78\x9f\x3e\x22"))
        return unsupported("it is an Outlook attachment (winmail.dat). Ask for a PDF.");
    if (bytes.startsWith("\x7f"
                         "ELF") ||
        bytes.startsWith("MZ"))
        return unsupported("it is a program, not a bill.");
    return {
        Problem::Kind::BadInput, {}, "it is no PDF, picture, mail, Office file, text or e-invoice that Floe can read."};
}

}  // namespace floe::reader
