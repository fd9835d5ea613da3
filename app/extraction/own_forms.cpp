#include "app/extraction/own_forms.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QSaveFile>
#include <algorithm>

#include "app/extraction/own_form_draft.h"
#include "app/extraction/own_schema.h"
#include "app/hop.h"
#include "app/problem_of.h"
#include "app/resources.h"
#include "app/worker.h"

namespace floe {

namespace {

constexpr int kMostForms = 500;
constexpr qsizetype kLongestName = 80;  // characters; file systems take 255 bytes
const QString kEnding = QStringLiteral(".json"), kDraftEnding = QStringLiteral(".draft");

OwnFormFile formOf(const QString& name, const QByteArray& schema, bool shipped = false) {
    OwnFormFile file{name, {}, schema, shipped, {}};
    if (const auto form = ownFormOf(schema, name, &file.problem)) file.form = *form;
    return file;
}

Result<QByteArray> contentsOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Fault::io,
                     path.toStdString(),
                     "the form cannot be read: " + file.errorString().toStdString(),
                     "See that the file is there and that you may read it",
                     {}};
    if (file.size() > OwnSchema::kMostBytes)
        return Error{Fault::bad_input,
                     path.toStdString(),
                     "this is no form: it is larger than 1 MB",
                     "Choose a JSON Schema",
                     {}};
    return file.readAll();
}

Outcome write(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (QDir().mkpath(QFileInfo(path).absolutePath()) && file.open(QIODevice::WriteOnly) &&
        file.write(bytes) == bytes.size() && file.commit())
        return Done{};
    return Error{Fault::io,
                 path.toStdString(),
                 "the form cannot be written: " + file.errorString().toStdString(),
                 "See that there is room and that you may write in that folder",
                 {}};
}

/// One of a form that changed on the disk meanwhile counts all the same: somebody typed it.
std::optional<OwnForm> draftBeside(const QString& path) {
    const QString draft = path.chopped(kEnding.size()) + kDraftEnding;
    if (!QFile::exists(draft)) return {};
    const Result<QByteArray> bytes = contentsOf(draft);
    return bytes ? formOfDraft(*bytes) : std::nullopt;
}

OwnFormFile readForm(const QString& path, bool shipped) {
    const Result<QByteArray> schema = contentsOf(path);
    const QString name = QFileInfo(path).completeBaseName();
    if (schema) {
        OwnFormFile file = formOf(name, *schema, shipped);
        if (!shipped) file.draft = draftBeside(path);
        return file;
    }
    return {name, {}, {}, shipped, problem_of(schema.error()).sentence};
}

QVector<OwnFormFile> formsIn(const QString& folder) {
    QVector<OwnFormFile> forms;
    const QStringList names = QDir(folder).entryList({"*" + kEnding}, QDir::Files, QDir::Name | QDir::IgnoreCase);
    for (const QString& name : names.mid(0, kMostForms)) forms.append(readForm(folder + '/' + name, false));
    for (const QString& name : OwnSchema::shipped())
        if (const QString path = resource("schemas/" + name + kEnding); !path.isEmpty())
            forms.append(readForm(path, true));
    return forms;
}

/// `wanted`, or the first of "wanted 2", "wanted 3" … that is free.
QString freeName(const QString& folder, const QString& wanted) {
    QString name = wanted;
    for (int n = 2;
         OwnForms::faultOf(name) == OwnForms::NameFault::Shipped || QFile::exists(folder + '/' + name + kEnding); ++n)
        name = QString("%1 %2").arg(wanted).arg(n);
    return name;
}

/// A title may hold what no file may be called.
QString nameFor(const QString& title, const QString& file) {
    for (const QString& name : {title.trimmed(), QFileInfo(file).completeBaseName().trimmed()}) {
        const OwnForms::NameFault fault = OwnForms::faultOf(name);
        if (fault == OwnForms::NameFault::None || fault == OwnForms::NameFault::Shipped) return name;
    }
    return QStringLiteral("Form");
}

}  // namespace

struct OwnForms::Hidden {
    QString folder;
    QHash<QString, QByteArray> taken;  // forms that were removed; used on the worker only
    Hop hop;
    Worker worker;

    QString pathOf(const QString& name) const { return folder + '/' + name + kEnding; }
    QString draftOf(const QString& name) const { return folder + '/' + name + kDraftEnding; }

    /// `work` on the worker, then `tell` with its answer here.
    template <class Work, class Tell>
    void run(OwnForms* owner, Work work, Tell tell) {
        worker.post([owner, work = std::move(work), tell = std::move(tell), home = hop.sender()] {
            home.post([owner, tell, answer = work()] {
                if (answer)
                    tell(*answer);
                else
                    emit owner->failed(problem_of(answer.error()));
            });
        });
    }

    Result<OwnFormFile> renamed(const QString& name, const QString& to) const {
        if (QFile::exists(pathOf(to)))
            return Error{
                Fault::bad_input, to.toStdString(), "there is another form of that name", "Choose another name", {}};
        const Result<QByteArray> schema = contentsOf(pathOf(name));
        if (!schema) return schema.error();
        OwnFormFile file = formOf(to, *schema);
        if (file.problem.isEmpty()) {
            file.form.title = to;
            file.schema = schemaOf(file.form);
        }
        if (const Outcome done = write(pathOf(to), file.schema); !done) return done.error();
        QFile::remove(pathOf(name));
        QFile::remove(draftOf(to));
        QFile::rename(draftOf(name), draftOf(to));
        return file;
    }

    Result<OwnFormFile> imported(const QString& path) const {
        const Result<QByteArray> schema = contentsOf(path);
        if (!schema) return schema.error();
        const auto good = OwnSchema::parse(*schema, QFileInfo(path).fileName());
        if (!good) return good.error();
        const QString name = freeName(folder, nameFor(good->name(), path));
        if (const Outcome done = write(pathOf(name), *schema); !done) return done.error();
        return formOf(name, *schema);
    }
};

OwnForms::OwnForms(const QString& folder, QObject* parent) : QObject(parent), hidden_(new Hidden) {
    hidden_->folder = folder;
}

OwnForms::~OwnForms() = default;

QString OwnForms::folderIn(const QString& data) {
    return data + QStringLiteral("/forms");
}

OwnForms::NameFault OwnForms::faultOf(const QString& name) {
    if (name.trimmed().isEmpty()) return NameFault::Empty;
    if (name.size() > kLongestName || name.toUtf8().size() > 2 * kLongestName) return NameFault::TooLong;
    const auto bad = [](QChar c) { return QStringLiteral("/\\:*?\"<>|").contains(c) || !c.isPrint(); };
    if (name.startsWith('.') || name != name.trimmed() || std::any_of(name.begin(), name.end(), bad))
        return NameFault::BadCharacter;
    const bool shipped = OwnSchema::shipped().contains(name, Qt::CaseInsensitive) || name.toLower() == "bill";
    return shipped ? NameFault::Shipped : NameFault::None;
}

void OwnForms::requestForms() {
    hidden_->run(
        this, [folder = hidden_->folder]() -> Result<QVector<OwnFormFile>> { return formsIn(folder); },
        [this](const QVector<OwnFormFile>& forms) { emit loaded(forms); });
}

void OwnForms::save(const QString& name, const QByteArray& schema) {
    hidden_->run(
        this,
        [name, schema, path = hidden_->pathOf(name), draft = hidden_->draftOf(name)]() -> Result<OwnFormFile> {
            const auto good = OwnSchema::parse(schema, name);
            if (!good) return good.error();
            if (const Outcome done = write(path, schema); !done) return done.error();
            QFile::remove(draft);
            return formOf(name, schema);
        },
        [this](const OwnFormFile& form) { emit saved(form); });
}

void OwnForms::keepDraft(const QString& name, const OwnForm& form) {
    hidden_->run(
        this,
        [form, path = hidden_->pathOf(name), draft = hidden_->draftOf(name)]() -> Outcome {
            if (!QFile::exists(path)) return Done{};  // it was removed meanwhile
            return write(draft, draftOf(form));
        },
        [](const Done&) {});
}

void OwnForms::rename(const QString& name, const QString& to) {
    hidden_->run(
        this, [hidden = hidden_.get(), name, to] { return hidden->renamed(name, to); },
        [this, name](const OwnFormFile& form) { emit renamed(name, form); });
}

void OwnForms::remove(const QString& name) {
    hidden_->run(
        this,
        [hidden = hidden_.get(), name]() -> Result<QString> {
            const Result<QByteArray> schema = contentsOf(hidden->pathOf(name));
            if (!schema) return schema.error();
            if (!QFile::remove(hidden->pathOf(name)))
                return Error{Fault::io,
                             name.toStdString(),
                             "the form cannot be removed",
                             "See that you may write in its folder",
                             {}};
            QFile::remove(hidden->draftOf(name));
            hidden->taken[name] = *schema;
            return name;
        },
        [this](const QString& gone) { emit removed(gone); });
}

void OwnForms::restore(const QString& name) {
    hidden_->run(
        this,
        [hidden = hidden_.get(), name]() -> Result<OwnFormFile> {
            if (!hidden->taken.contains(name))
                return Error{Fault::bad_input, name.toStdString(), "no form of that name was removed", {}, {}};
            const QByteArray schema = hidden->taken.take(name);
            const QString back = freeName(hidden->folder, name);
            if (const Outcome done = write(hidden->pathOf(back), schema); !done) {
                hidden->taken[name] = schema;
                return done.error();
            }
            return formOf(back, schema);
        },
        [this](const OwnFormFile& form) { emit saved(form); });
}

void OwnForms::importFrom(const QString& file) {
    hidden_->run(
        this, [hidden = hidden_.get(), file] { return hidden->imported(file); },
        [this](const OwnFormFile& form) { emit imported(form); });
}

void OwnForms::exportTo(const QString& name, const QString& file) {
    hidden_->run(
        this,
        [file, shipped = resource("schemas/" + name + kEnding), path = hidden_->pathOf(name)]() -> Outcome {
            const Result<QByteArray> schema = contentsOf(QFile::exists(path) ? path : shipped);
            if (!schema) return schema.error();
            return write(file, *schema);
        },
        [this, name, file](const Done&) { emit exported(name, file); });
}

}  // namespace floe
