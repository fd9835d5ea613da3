#include "app/documents/reader/zip_file.h"

#include <zip.h>

namespace floe::reader {

ZipFile::ZipFile(const QByteArray& bytes) : bytes_(bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source =
        zip_source_buffer_create(bytes_.constData(), static_cast<zip_uint64_t>(bytes_.size()), 0, &error);
    if (source) zip_ = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (source && !zip_) zip_source_free(source);
    zip_error_fini(&error);
    if (zip_ && zip_get_num_entries(zip_, 0) > kMostParts) {
        zip_discard(zip_);
        zip_ = nullptr;
    }
}

ZipFile::~ZipFile() {
    if (zip_) zip_discard(zip_);
}

QStringList ZipFile::names() const {
    QStringList names;
    const zip_int64_t count = zip_ ? zip_get_num_entries(zip_, 0) : 0;
    for (zip_int64_t i = 0; i < count; ++i)
        if (const char* name = zip_get_name(zip_, static_cast<zip_uint64_t>(i), 0))
            names.append(QString::fromUtf8(name));
    return names;
}

QByteArray ZipFile::part(const QString& name) {
    if (!zip_ || overflowed()) return {};
    zip_file_t* file = zip_fopen(zip_, name.toUtf8().constData(), 0);
    if (!file) return {};
    QByteArray part;
    char piece[1 << 16];
    zip_int64_t read = 0;
    while (!overflowed() && (read = zip_fread(file, piece, sizeof piece)) > 0) {
        part.append(piece, static_cast<qsizetype>(read));
        unpacked_ += read;
    }
    zip_fclose(file);
    return read < 0 || overflowed() ? QByteArray() : part;
}

}  // namespace floe::reader
