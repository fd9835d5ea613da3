// HEIC and AVIF, in which phones save photos, by libheif where the system has it.
//
// Floe neither builds against it nor brings it along (docs/decisions.md): it is opened at run time, and what is called
// of its public interface is declared in heif_picture.cpp.
#pragma once

#include <QImage>
#include <QString>
#include <optional>

#include "app/problem.h"

namespace floe::reader {

bool isHeif(const QByteArray& head);

struct HeifPicture {
    QImage image;  // upright, RGB32, transparency on white
    std::optional<Problem> problem;
};

/// The file's main picture; one with more pixels than `mostPixels` is not decoded: then the problem is of kind
/// Unsupported, as it is where libheif is missing. Starts no more than one thread. `tooLarge` says the first.
HeifPicture heifPicture(const QString& path, double mostPixels, Problem (*tooLarge)(double pixels));

}  // namespace floe::reader
