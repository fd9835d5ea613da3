#include "app/documents/reader/file_kind.h"

#include <QFile>

#include "app/documents/reader/e_invoice/signed_file.h"
#include "app/documents/reader/html.h"
#include "app/documents/reader/picture_file.h"

namespace floe::reader {

FileKind fileKind(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return FileKind::Other;
    QByteArray head = file.read(1024);
    if (isSignedFile(head)) return FileKind::Signed;
    if (head.contains("%PDF-")) return FileKind::Pdf;  // some writers put bytes before it
    if (!pictureFormat(head).isEmpty()) return FileKind::Picture;
    if (head.startsWith("\xef\xbb\xbf")) head.remove(0, 3);
    if (head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff"))  // UTF-16: of a tag, every other byte is 0
        head = head.mid(2).replace(QByteArray(1, '\0'), QByteArray());
    return head.trimmed().startsWith('<') && !looksLikeHtml(head) ? FileKind::Xml : FileKind::Other;
}

}  // namespace floe::reader
