// A document to a bill's fields with a model that was trained for it. docs/linearizer.md says what it reads and writes.
#pragma once

#include <functional>
#include <memory>

#include "app/extraction/assemble.h"
#include "app/extraction/own_schema.h"
#include "engine/engine.h"

namespace floe {

/// Immutable after make(); functions may be called from any thread while the Engine lives.
class Extractor {
 public:
    /// Fault::unsupported: the model was trained on another kind of lined-up text, or not for bills.
    static Result<std::unique_ptr<Extractor>> make(Engine& engine);

    /// The shipped model, loaded; context for `together` documents at once.
    static Result<std::unique_ptr<Engine>> loadBuiltIn(int together);

    /// Lines the document up and cuts it to the context where it must; that is said in Reading::note.
    Reading prepare(const QString& file, Document document) const;

    /// `done` comes on the engine's thread with what assemble() needs; hand it on there.
    struct Answer {
        std::string text;
        std::vector<VerbatimValue> values;
        std::optional<Error> error;
        bool cutShort = false;  // closed because the context was full: the list of lines may go on
    };
    RequestId start(const Reading& reading, std::function<void(Answer)> done) const;

    /// The rest of the work, on any thread: fields with places, meanings, checks, the model's name.
    Extraction finish(const Reading& reading, const Answer& answer, double seconds) const;

    /// All of it for one file, waiting; for the command line. At least one: a file may hold several bills (bills_in.h).
    /// `own`: a person's own form, filled too (Extraction::ownForm).
    QVector<Extraction> extract(const QString& file, const QString& password = {},
                                const OwnSchema* own = nullptr) const;

    Engine& engine() const { return engine_; }

 private:
    Extraction extractOne(const QString& file, Document document) const;
    explicit Extractor(Engine& engine) : engine_(engine) {}
    std::vector<Token> promptFor(const QByteArray& text) const;
    /// The bill's form with no more lines than the document prints, so that a model that repeats itself comes to an
    /// end.
    std::string schemaFor(const LinedText& lined) const;

    Engine& engine_;
    Token beginToken_ = -1, answerToken_ = -1;
    std::string schema_;
};

}  // namespace floe
