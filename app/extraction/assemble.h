// From a model's answer (or an e-invoice) to an Extraction: places, meanings, checks. No engine in it, so that it runs
// on any thread.
#pragma once

#include "app/documents/linearizer.h"
#include "app/extraction/bill.h"
#include "engine/engine.h"

namespace floe {

/// What one reading knows before the model answers.
struct Reading {
    QString file;
    Document document;
    LinedText lined;  // what the model sees: of a long document not all
    QString note;     // what it does not see
};

/// `answer` is the constrained JSON, `values` the places of its verbatim strings. JSON that is no bill (it was cut off)
/// is a Problem.
Extraction assemble(const Reading& reading, const std::string& answer, const std::vector<VerbatimValue>& values);

/// The extraction of a document that needs no model: one that could not be read, one without text, or an e-invoice,
/// whose values are taken exactly (Status::Xml, confidence 1) and looked for on the pages (xml_page.h). Nothing where
/// the model must read: also an e-invoice without lines, of which assemble() then takes all but the lines.
std::optional<Extraction> withoutModel(const QString& file, const Document& document);

/// An Extraction that only says what went wrong.
Extraction failedExtraction(const QString& file, const Problem& problem);

}  // namespace floe
