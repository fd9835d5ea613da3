#include "app/documents/reader/file_kind.h"

#include <QFile>

#include "app/documents/reader/html.h"

namespace floe::reader {

FileKind fileKind(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return FileKind::Other;
    QByteArray head = file.read(1024);
    if (head.contains("%PDF-")) return FileKind::Pdf;  // some writers put bytes before it
    if (head.startsWith("\x89PNG\r\n\x1a\n") || head.startsWith("\xff\xd8\xff")) return FileKind::Picture;
    if (head.startsWith("\xef\xbb\xbf")) head.remove(0, 3);
    return head.trimmed().startsWith('<') && !looksLikeHtml(head) ? FileKind::Xml : FileKind::Other;
}

}  // namespace floe::reader
