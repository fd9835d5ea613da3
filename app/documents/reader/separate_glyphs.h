// A copy of a PDF that shows every glyph by an operator of its own.
#pragma once

#include <QByteArray>
#include <QString>

namespace floe::reader {

/// Qt PDF tells one box for each operator that shows text, and each question costs a parse of the whole page: a page of
/// 500 words takes seconds to ask for word by word. In this copy "(Total) Tj" became "(T) Tj (o) Tj …", which prints
/// the same and answers all boxes at one asking. Codes of one byte and Identity-H/V fonts are split, others left alone.
/// Empty where qpdf cannot read the file.
QByteArray withSeparateGlyphs(const QString& path, const QString& password);

}  // namespace floe::reader
