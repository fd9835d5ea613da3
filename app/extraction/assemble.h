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

/// The e-invoice inside, exactly: Status::Xml, confidence 1, no places.
Extraction assembleInvoice(const Reading& reading);

}  // namespace floe
