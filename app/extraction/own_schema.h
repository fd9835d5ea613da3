// A form that a person describes in a file: which values they want of a document, and where each comes from. The file
// is a JSON Schema (docs/own-schemas.md), so that what comes out can be checked by any program against it.
#pragma once

#include <QByteArray>
#include <atomic>
#include <memory>

#include "app/extraction/form_pages.h"
#include "app/extraction/own_form.h"
#include "engine/error.h"

namespace floe {

/// Immutable. Values are copied from the page or from the bill's fields, never made up.
class OwnSchema {
 public:
    static constexpr qint64 kMostBytes = 1 << 20;

    static const QStringList& shipped();  // "receipt", "vendor"

    /// A shipped one, one of the folder `forms` by its name, else the path of a file; at most 1 MB. Fault::bad_input
    /// with the place in the schema where it asks for what there is not.
    static Result<OwnSchema> load(const QString& nameOrFile, const QString& forms = {});
    static Result<OwnSchema> parse(const QByteArray& json, const QString& name);

    /// The form as JSON: in the schema's shape, with a field of docs/extract-output.md, or null, for each value. The
    /// value of a picture is a `data:` URI of a PNG.
    QByteArray filled(const Extraction& extraction, const FormPages& pages) const;

    /// The same values one after the other, pictures as such. A pattern may take long: where `stop` is set meanwhile,
    /// what is left stays empty.
    QVector<OwnValue> values(const Extraction& extraction, const FormPages& pages,
                             const std::atomic<bool>* stop = nullptr) const;

    QStringList columns() const;  // OwnValue::column of all values, in the schema's order

    QString name() const;  // the schema's title, else the file's name

    struct Tree;  // own_schema_tree.h

 private:
    static QString fileOf(const QString& nameOrFile, const QString& forms);

    std::shared_ptr<const Tree> tree_;
};

}  // namespace floe
