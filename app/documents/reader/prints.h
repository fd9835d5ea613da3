// Pieces of paper that nothing parts but white: receipts on the glass of a scanner with a white lid.
#pragma once

#include <QImage>

#include "app/documents/reader/pieces.h"

namespace floe::reader {

/// Clusters of print with gutters around them that are far wider than the gaps between lines. That is not enough:
/// columns, an address and a table of one letter are such clusters, too. But hands do not lay two papers down at one
/// angle, and a printer prints all at one. So each must be a text of its own, of several lines, and lie at another
/// angle than some other one; those at the same angle whose edges are in line are one. A camera sees the lines of one
/// page at several angles, so this is for scans. `grey`: Grayscale8. Empty: there are not several, or the ground is not
/// evenly light.
QVector<Piece> printsOn(const QImage& grey);

}  // namespace floe::reader
