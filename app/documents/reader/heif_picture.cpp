#include "app/documents/reader/heif_picture.h"

#include <dlfcn.h>

#include <QFile>
#include <cstring>
#include <memory>

#include "app/documents/reader/grey.h"

namespace floe::reader {

namespace {

constexpr qint64 kLargestFile = qint64{128} << 20;
constexpr int kLongestSide = 32'768;  // pixels

// Of libheif's public interface, version 1, as its documentation has it.
constexpr int kColoursRgb = 1, kInterleavedRgba = 11, kChannelInterleaved = 10;
struct Error {
    int code, detail;  // code 0: none
    const char* message;
};

/// The library's functions; all null where it is missing or too old.
struct Heif {
    void* (*contextAlloc)() = nullptr;
    void (*contextFree)(void*) = nullptr;
    void (*setLongestSide)(void*, int) = nullptr;
    void (*setThreads)(void*, int) = nullptr;
    Error (*readMemory)(void*, const void*, size_t, const void*) = nullptr;
    Error (*mainPicture)(void*, void**) = nullptr;
    int (*handleWidth)(const void*) = nullptr;
    int (*handleHeight)(const void*) = nullptr;
    Error (*decode)(const void*, void**, int, int, const void*) = nullptr;
    int (*width)(const void*, int) = nullptr;
    int (*height)(const void*, int) = nullptr;
    const uchar* (*plane)(const void*, int, int*) = nullptr;
    void (*imageRelease)(const void*) = nullptr;
    void (*handleRelease)(const void*) = nullptr;
    bool there = false;
};

template <class Function>
bool find(void* library, Function& function, const char* name) {
    function = reinterpret_cast<Function>(dlsym(library, name));
    return function != nullptr;
}

const Heif& heif() {
    static const Heif found = [] {
        Heif heif;
        void* const library = dlopen("libheif.so.1", RTLD_NOW | RTLD_LOCAL);  // stays open
        heif.there = library && find(library, heif.contextAlloc, "heif_context_alloc") &&
                     find(library, heif.contextFree, "heif_context_free") &&
                     find(library, heif.setLongestSide, "heif_context_set_maximum_image_size_limit") &&
                     find(library, heif.setThreads, "heif_context_set_max_decoding_threads") &&
                     find(library, heif.readMemory, "heif_context_read_from_memory_without_copy") &&
                     find(library, heif.mainPicture, "heif_context_get_primary_image_handle") &&
                     find(library, heif.handleWidth, "heif_image_handle_get_width") &&
                     find(library, heif.handleHeight, "heif_image_handle_get_height") &&
                     find(library, heif.decode, "heif_decode_image") &&
                     find(library, heif.width, "heif_image_get_width") &&
                     find(library, heif.height, "heif_image_get_height") &&
                     find(library, heif.plane, "heif_image_get_plane_readonly") &&
                     find(library, heif.imageRelease, "heif_image_release") &&
                     find(library, heif.handleRelease, "heif_image_handle_release");
        return heif;
    }();
    return found;
}

HeifPicture bad(Problem::Kind kind, const char* sentence) {
    return {{}, Problem{kind, {}, sentence}};
}

HeifPicture damaged() {
    return bad(Problem::Kind::DamagedFile, "the picture is damaged, or libheif cannot decode its kind.");
}

using Handle = std::unique_ptr<const void, void (*)(const void*)>;

QImage copied(const void* image) {
    int stride = 0;
    const uchar* const pixels = heif().plane(image, kChannelInterleaved, &stride);
    const int width = heif().width(image, kChannelInterleaved), height = heif().height(image, kChannelInterleaved);
    if (!pixels || width < 1 || height < 1 || stride < 4 * qint64{width}) return {};
    QImage copy(width, height, QImage::Format_RGBA8888);
    if (copy.isNull()) return {};
    for (int y = 0; y < height; ++y)
        std::memcpy(copy.scanLine(y), pixels + qint64{y} * stride, size_t(4) * static_cast<size_t>(width));
    return copy;
}

}  // namespace

bool isHeif(const QByteArray& head) {
    if (head.mid(4, 4) != "ftyp") return false;
    for (const char* brand : {"heic", "heix", "hevc", "mif1", "msf1", "avif"})
        if (head.mid(8, 4) == brand) return true;
    return false;
}

HeifPicture heifPicture(const QString& path, double mostPixels, Problem (*tooLarge)(double pixels)) {
    if (!heif().there)
        return bad(Problem::Kind::Unsupported,
                   "it is a HEIC or AVIF picture, which is read where libheif is installed. Install the package "
                   "libheif1, or save the picture as JPEG.");
    QFile file(path);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.read(kLargestFile) : QByteArray();
    const std::unique_ptr<void, void (*)(void*)> context(heif().contextAlloc(), heif().contextFree);
    if (!context) return damaged();
    heif().setLongestSide(context.get(), kLongestSide);
    heif().setThreads(context.get(), 0);
    void* found = nullptr;
    if (heif().readMemory(context.get(), bytes.constData(), static_cast<size_t>(bytes.size()), nullptr).code != 0 ||
        heif().mainPicture(context.get(), &found).code != 0 || !found)
        return damaged();
    const Handle handle(found, heif().handleRelease);
    const double pixels = double(heif().handleWidth(found)) * heif().handleHeight(found);
    if (pixels > mostPixels) return {{}, tooLarge(pixels)};
    void* decoded = nullptr;
    if (heif().decode(found, &decoded, kColoursRgb, kInterleavedRgba, nullptr).code != 0 || !decoded) return damaged();
    const Handle image(decoded, heif().imageRelease);
    const QImage picture = onWhite(copied(decoded));
    return picture.isNull() ? damaged() : HeifPicture{picture, {}};
}

}  // namespace floe::reader
