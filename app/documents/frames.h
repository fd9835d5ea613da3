// What the reader's child process says to its parent: frames on a pipe, each a kind, a length and a body.
// The parent trusts none of it: every length and number is checked against what is there.
#pragma once

#include <QByteArray>
#include <QImage>
#include <optional>

#include "app/documents/document.h"

namespace floe::frames {

inline constexpr qint64 kLargestAnswer = qint64{256} << 20;  // bytes of all frames together
inline constexpr int kMostPages = 300;
inline constexpr int kMostWords = 400'000;       // of a document
inline constexpr int kMostPictureSide = 20'000;  // pixels

bool isPageSize(const QSizeF& size);  // that a document may have: up to 100,000 points a side

bool isLinkTarget(const QString& target);  // of the web, without blanks, not too long

/// A frame: kind (1 byte: 'D' a document, 'I' a picture, 'P' a problem), length (4 bytes, low first), body.
QByteArray pack(const Document& document);  // its problem alone, where it has one
QByteArray pack(const QImage& picture);

/// The one frame that a child's whole output must be; a Problem of kind Internal where it is anything else.
Document unpackDocument(const QByteArray& bytes);
struct Picture {
    QImage image;
    std::optional<Problem> problem;
};
Picture unpackPicture(const QByteArray& bytes);

}  // namespace floe::frames
