// The parts of a zip file in memory, as Office and OpenDocument files have them.
#pragma once

#include <QByteArray>
#include <QStringList>
#include <memory>
#include <optional>

struct zip;

namespace floe::reader {

/// Names of parts are only compared, never used as paths. All that is unpacked from one file is bounded.
class ZipFile {
 public:
    static constexpr qint64 kMostUnpacked = qint64{64} << 20;  // bytes, of all parts together
    static constexpr int kMostParts = 20'000;

    explicit ZipFile(const QByteArray& bytes);  // shares the bytes
    ~ZipFile();

    bool isOpen() const { return zip_ != nullptr; }  // false: damaged, or too many parts
    QStringList names() const;
    /// Empty where there is no such part, it is damaged or encrypted, or too much was unpacked already; see
    /// overflowed().
    QByteArray part(const QString& name);
    bool overflowed() const { return unpacked_ > kMostUnpacked; }

 private:
    QByteArray bytes_;
    zip* zip_ = nullptr;
    qint64 unpacked_ = 0;
};

}  // namespace floe::reader
