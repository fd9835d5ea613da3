// The forms that a person made: a JSON Schema each, in a folder beside the history, with those that Floe brings.
#pragma once

#include <QObject>
#include <memory>

#include "app/extraction/own_form.h"
#include "app/problem.h"

namespace floe {

struct OwnFormFile {
    QString name;  // of the file without its ending: what the form is called
    OwnForm form;
    QByteArray schema;                  // as it stands in the file
    bool shipped = false;               // comes with Floe, cannot be changed
    QString problem;                    // a sentence where no form can be made of the file; it is left as it is
    std::optional<OwnForm> draft = {};  // what it was changed to, which has a mistake still
};

/// Lives on the UI thread; files are read and written on a thread of its own, one after the other. A file is replaced
/// as a whole or not at all.
class OwnForms : public QObject {
    Q_OBJECT
 public:
    explicit OwnForms(const QString& folder, QObject* parent = nullptr);  // made with the first form
    ~OwnForms() override;                                                 // writes what was to be saved

    static QString folderIn(const QString& data);  // "forms" beside the history

    /// What a form may be called: it becomes the name of a file.
    enum class NameFault { None, Empty, TooLong, BadCharacter, Shipped };
    static NameFault faultOf(const QString& name);

    void requestForms();  // answered by loaded
    /// A new one, or another content. Answered by saved. Fault::bad_input where no form can be made of it.
    void save(const QString& name, const QByteArray& schema);
    /// Keeps what cannot be saved yet beside the form, until it is saved. Says nothing, but failed.
    void keepDraft(const QString& name, const OwnForm& form);
    void rename(const QString& name, const QString& to);  // answered by renamed; its title is that name too
    void remove(const QString& name);                     // kept until the program ends, so that
    void restore(const QString& name);                    // this brings it back: saved
    /// Under its title or the file's name, with a number where there is one already. Answered by imported.
    void importFrom(const QString& file);
    void exportTo(const QString& name, const QString& file);  // answered by exported

 signals:
    void loaded(const QVector<floe::OwnFormFile>& forms);  // by name, then those that Floe brings
    void saved(const floe::OwnFormFile& form);
    void renamed(const QString& before, const floe::OwnFormFile& form);
    void removed(const QString& name);
    void imported(const floe::OwnFormFile& form);
    void exported(const QString& name, const QString& file);
    void failed(const floe::Problem& problem);

 private:
    struct Hidden;
    std::unique_ptr<Hidden> hidden_;
};

}  // namespace floe

Q_DECLARE_METATYPE(floe::OwnFormFile)
