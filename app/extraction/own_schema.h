// A form that a person describes in a file: which values they want of a document, and where each comes from. The file
// is a JSON Schema (docs/own-schemas.md), so that what comes out can be checked by any program against it.
#pragma once

#include <QByteArray>
#include <memory>

#include "app/extraction/derive.h"
#include "engine/error.h"

namespace floe {

/// Immutable. Values are copied from the page or from the bill's fields, never made up.
class OwnSchema {
 public:
    /// "receipt" and "vendor" are shipped; else the path of a file of at most 1 MB. Fault::bad_input with the place in
    /// the schema where it asks for what there is not.
    static Result<OwnSchema> load(const QString& nameOrFile);
    static Result<OwnSchema> parse(const QByteArray& json, const QString& name);

    /// The form as JSON: in the schema's shape, with a field of docs/extract-output.md, or null, for each value.
    QByteArray filled(const Extraction& extraction, const PageText& page) const;

    QString name() const;  // the schema's title, else the file's name

    struct Tree;  // own_schema.cpp

 private:
    std::shared_ptr<const Tree> tree_;
};

}  // namespace floe
