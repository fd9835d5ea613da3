#include "app/documents/reader/file_kind.h"

#include <QFile>

#include "app/documents/reader/picture_file.h"

namespace floe::reader {

FileKind fileKind(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return FileKind::Other;
    QByteArray head = file.read(1024);
    if (head.contains("%PDF-")) return FileKind::Pdf;  // some writers put bytes before it
    if (!pictureFormat(head).isEmpty()) return FileKind::Picture;
    if (head.startsWith("\xef\xbb\xbf")) head.remove(0, 3);
    return head.trimmed().startsWith('<') ? FileKind::Xml : FileKind::Other;
}

}  // namespace floe::reader
