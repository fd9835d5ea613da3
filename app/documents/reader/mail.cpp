// clang-format off
#include <gmime/gmime.h>  // first: its C headers use names that Qt makes keywords
// clang-format on

#include "app/documents/reader/mail.h"

#include <QList>
#include <memory>

#include "app/documents/reader/html.h"
#include "app/documents/reader/plain_text.h"

namespace floe::reader {

namespace {

constexpr int kDeepestMail = 3;
constexpr int kDeepestPart = 40;
constexpr size_t kMostAttachments = 50;
constexpr qsizetype kMostText = qsizetype{8} << 20;  // bytes of a text part

struct Release {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Held = std::unique_ptr<T, Release>;

QString taken(char* text) {
    const QString copy = QString::fromUtf8(text);
    g_free(text);
    return copy;
}

QByteArray contentOf(GMimePart* part) {
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    if (!content) return {};
    const Held<GMimeStream> out(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, out.get());
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
    return {reinterpret_cast<const char*>(bytes->data), static_cast<qsizetype>(bytes->len)};
}

/// By the charset that the part names; where it names none, or one that nobody knows, told by the bytes.
QString textOf(GMimePart* part) {
    const QByteArray bytes = contentOf(part).left(kMostText);
    const char* charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
    if (charset && GMIME_IS_TEXT_PART(part) && !bytes.isValidUtf8()) {
        const QString text = taken(g_mime_text_part_get_text(GMIME_TEXT_PART(part)));
        if (!text.isEmpty()) return text.left(kMostText);
    }
    return decoded(bytes);
}

int weight(const Flow& flow) {
    int letters = 0;
    for (const FlowBlock& block : flow) {
        for (const QChar c : block.text) letters += c.isLetterOrNumber();
        for (const FlowRow& row : block.rows)
            for (const FlowCell& cell : row.cells) letters += weight(cell.blocks);
    }
    return letters;
}

/// Text for programs that show no HTML is often a line that says so.
bool isPoor(const Flow& plain, const Flow& html) {
    return weight(plain) * 3 < weight(html);
}

class MailReader {
 public:
    Mail mail;

    void message(GMimeMessage* message, int depth) {
        if (!message || depth > kDeepestMail) return;
        addGap(mail.text);
        address(message, GMIME_ADDRESS_TYPE_FROM, "From");
        address(message, GMIME_ADDRESS_TYPE_TO, "To");
        if (GDateTime* date = g_mime_message_get_date(message))
            header("Date", taken(g_date_time_format(date, "%Y-%m-%d")));
        header("Subject", QString::fromUtf8(g_mime_message_get_subject(message)));
        addGap(mail.text);
        part(g_mime_message_get_mime_part(message), depth, 0);
    }

 private:
    void header(const char* name, const QString& value) {
        if (!value.isEmpty()) mail.text.push_back(lineOf(QString("%1: %2").arg(name, value.simplified())));
    }

    void address(GMimeMessage* message, GMimeAddressType type, const char* name) {
        if (InternetAddressList* list = g_mime_message_get_addresses(message, type))
            header(name, taken(internet_address_list_to_string(list, nullptr, false)).left(500));
    }

    void part(GMimeObject* object, int depth, int level) {
        if (!object || level > kDeepestPart) return;
        if (GMIME_IS_MESSAGE_PART(object))
            message(g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)), depth + 1);
        else if (GMIME_IS_MULTIPART(object))
            parts(GMIME_MULTIPART(object), depth, level + 1);
        else if (GMIME_IS_PART(object))
            leaf(GMIME_PART(object));
    }

    void parts(GMimeMultipart* parent, int depth, int level) {
        const bool alternative = g_mime_content_type_is_type(g_mime_object_get_content_type(GMIME_OBJECT(parent)),
                                                             "multipart", "alternative");
        if (!alternative) {
            for (int i = 0; i < g_mime_multipart_get_count(parent); ++i)
                part(g_mime_multipart_get_part(parent, i), depth, level);
            return;
        }
        // Each alternative says the same; the better one stays. Attachments of all of them are kept.
        Flow before, best;
        before.swap(mail.text);
        for (int i = 0; i < g_mime_multipart_get_count(parent); ++i) {
            part(g_mime_multipart_get_part(parent, i), depth, level);
            if (best.empty() || isPoor(best, mail.text)) best.swap(mail.text);
            mail.text.clear();
        }
        mail.text.swap(before);
        for (FlowBlock& block : best) mail.text.push_back(std::move(block));
    }

    void leaf(GMimePart* part) {
        const GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
        GMimeContentType* own = const_cast<GMimeContentType*>(type);
        const char* place = g_mime_object_get_disposition(GMIME_OBJECT(part));
        const bool attached = place && g_ascii_strcasecmp(place, GMIME_DISPOSITION_ATTACHMENT) == 0;
        const bool html = g_mime_content_type_is_type(own, "text", "html");
        if (!attached && (html || g_mime_content_type_is_type(own, "text", "plain"))) {
            const QString text = textOf(part);
            for (FlowBlock& block : html ? htmlFlow(text.toUtf8(), "UTF-8") : printedLines(text))
                mail.text.push_back(std::move(block));
            addGap(mail.text);
            mail.hasText = mail.hasText || !text.trimmed().isEmpty();
            return;
        }
        if (mail.attachments.size() >= kMostAttachments) return;
        const QString name = QString::fromUtf8(g_mime_part_get_filename(part)).replace('\\', '/').section('/', -1);
        mail.attachments.push_back({name.simplified().left(100), contentOf(part),
                                    !attached && g_mime_content_type_is_type(own, "image", "*")});
    }
};

}  // namespace

bool looksLikeMail(const QByteArray& head) {
    static const QList<QByteArray> kOfMails{"from",     "received", "return-path",   "mime-version", "delivered-to",
                                            "date",     "subject",  "message-id",    "to",           "content-type",
                                            "reply-to", "x-mailer", "dkim-signature"};
    QByteArray text = head.left(1 << 16);
    if (text.startsWith("\xef\xbb\xbf")) text.remove(0, 3);
    text.replace("\r\n", "\n");
    const QList<QByteArray> lines = text.split('\n');
    int known = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray& line = lines[i];
        if (line.isEmpty()) return known >= 2 && i >= 2;
        if (i > 0 && (line[0] == ' ' || line[0] == '\t')) continue;  // goes on with the line before
        if (i == 0 && line.startsWith("From ")) continue;            // of a mailbox file
        const qsizetype colon = line.indexOf(':');
        if (colon < 1) return false;
        for (const char c : line.left(colon))
            if (c <= 32 || c >= 127) return false;
        known += kOfMails.contains(line.left(colon).toLower());
    }
    return known >= 3;
}

Mail mailOf(const QByteArray& bytes) {
    static const bool started = [] {
        g_mime_init();
        return true;
    }();
    (void)started;
    const Held<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(bytes.constData(), static_cast<size_t>(bytes.size())));
    const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Held<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    MailReader reader;
    reader.message(message.get(), 0);
    return std::move(reader.mail);
}

}  // namespace floe::reader
