#include "ui/window/forms_wiring.h"

#include <QScopedValueRollback>
#include <algorithm>

#include "ui/forms/forms_dialog.h"
#include "ui/forms/forms_list.h"
#include "ui/forms/try_panel.h"
#include "ui/models/bill_list_model.h"
#include "ui/models/own_form_words.h"

namespace floe {

namespace {

constexpr int kSaveAfter = 400, kTryAfter = 200;  // milliseconds that a form rests

OwnForm firstForm() {
    OwnForm form;
    for (const char* path : {"seller.name", "number", "issue_date", "total"}) {
        OwnField field;
        field.field = QString::fromLatin1(path);
        field.name = OwnFormWords::proposedName(field.field);
        field.kind = OwnFormWords::kindOf(field.field);
        form.fields.append(field);
    }
    return form;
}

}  // namespace

FormsWiring::FormsWiring(OwnForms& forms, Bills& bills, BillListModel& list, QObject* parent)
    : QObject(parent), forms_(forms), bills_(bills), ready_(&list) {
    saving_.setInterval(kSaveAfter);
    trying_.setInterval(kTryAfter);
    for (QTimer* timer : {&saving_, &trying_}) timer->setSingleShot(true);
    connect(&saving_, &QTimer::timeout, this, &FormsWiring::save);
    connect(&trying_, &QTimer::timeout, this, &FormsWiring::tryOut);
    connect(&fields_, &OwnFormModel::formChanged, this, &FormsWiring::changed);
    connectService();
    forms_.requestForms();
}

FormsWiring::~FormsWiring() {
    save();
    delete dialog_;  // it shows the models
}

void FormsWiring::connectService() {
    connect(&forms_, &OwnForms::loaded, this, [this](const QVector<OwnFormFile>& all) {
        if (underWay_ > 0) return forms_.requestForms();  // what was listed is older than what is in work
        list_.reset(all);
        takeDrafts(all);
        for (auto draft = drafts_.begin(); draft != drafts_.end(); ++draft)
            list_.setUnsaved(draft.key(), (*draft)->changed);
        const bool there = list_.find(name_) != nullptr;
        if (isOpen()) choose(there || all.isEmpty() ? name_ : list_.forms().first().name);
    });
    connect(&forms_, &OwnForms::saved, this, &FormsWiring::saved);
    connect(&forms_, &OwnForms::renamed, this, &FormsWiring::renamed);
    connect(&forms_, &OwnForms::removed, this, &FormsWiring::removed);
    connect(&forms_, &OwnForms::imported, this, [this](const OwnFormFile& form) {
        list_.put(form);
        choose(form.name);
        if (dialog_) dialog_->tell(tr("“%1” was taken from the file.").arg(form.name));
    });
    connect(&forms_, &OwnForms::exported, this, [this](const QString& name, const QString& file) {
        if (dialog_) dialog_->tell(tr("“%1” was written to %2.").arg(name, file));
    });
    connect(&forms_, &OwnForms::failed, this, [this](const Problem& problem) {
        coming_.clear();
        underWay_ = std::max(0, underWay_ - 1);
        if (const auto draft = drafts_.value(name_)) draft->changed = true;  // it may be what could not be saved
        say(problem.sentence);
    });
    connect(&bills_, &Bills::formFilled, this, [this](quint64 number, BillId, const FilledForm& form) {
        if (number == filling_ && dialog_) dialog_->trying()->showFilled(form);
    });
}

void FormsWiring::connectDialog() {
    FormsList* list = dialog_->list();
    connect(list, &FormsList::formChosen, this, [this](const QString& name) {
        if (name != name_ && !quiet_) choose(name);
    });
    connect(list, &FormsList::newWanted, this, [this] { create(tr("New form"), firstForm()); });
    connect(list, &FormsList::duplicateWanted, this, &FormsWiring::duplicate);
    connect(list, &FormsList::importWanted, &forms_, &OwnForms::importFrom);
    connect(list, &FormsList::exportWanted, this, [this](const QString& name, const QString& file) {
        save();
        forms_.exportTo(name, file);
    });
    connect(list, &FormsList::removeWanted, this, [this](const QString& name) {
        save();
        forms_.remove(name);
    });
    connect(dialog_, &FormsDialog::renameWanted, this, &FormsWiring::rename);
    connect(dialog_, &FormsDialog::formTyped, &fields_, &OwnFormModel::replace);
    connect(dialog_, &QDialog::finished, this, &FormsWiring::save);
    connect(dialog_->trying(), &TryPanel::billChosen, &trying_, qOverload<>(&QTimer::start));
}

void FormsWiring::open(QWidget* window, BillId bill, const QString& form) {
    if (!dialog_) {
        dialog_ = new FormsDialog({&list_, &fields_, &values_, &ready_}, window);
        connectDialog();
    }
    dialog_->show();
    dialog_->raise();
    dialog_->activateWindow();
    dialog_->trying()->chooseBill(bill);
    if (!form.isEmpty() && form != name_) choose(form);
    forms_.requestForms();  // files may have come and gone
}

bool FormsWiring::isOpen() const {
    return dialog_ && dialog_->isVisible();
}

void FormsWiring::choose(const QString& name) {
    if (name != name_) save();
    name_ = name;
    show();
    tryOut();
}

void FormsWiring::show() {
    const OwnFormFile* file = list_.find(name_);
    if (!file) {
        name_.clear();
        fields_.show({}, nullptr);
        if (dialog_) dialog_->showNone();
        return;
    }
    auto& draft = drafts_[name_];
    if (!draft) draft = std::make_shared<Draft>();
    if (!draft->changed && draft->schema != file->schema) {  // it is new, or was changed on the disk
        draft->form = file->form;
        draft->schema = file->schema;
        draft->steps.clear();
    }
    fields_.show(draft->form, file->shipped ? nullptr : &draft->steps);
    if (!dialog_) return;
    dialog_->list()->choose(name_);
    dialog_->showForm(*file, file->shipped ? nullptr : &draft->steps);
}

void FormsWiring::create(const QString& wanted, OwnForm form) {
    save();
    form.title = list_.freeName(wanted);
    coming_ = form.title;
    forms_.save(form.title, schemaOf(form));
}

void FormsWiring::duplicate(const QString& name) {
    const OwnFormFile* file = list_.find(name);
    if (!file) return;
    const auto draft = drafts_.value(name);
    const OwnForm form = draft && !mistakeIn(draft->form) ? draft->form : file->form;
    create(file->shipped ? form.title : tr("Copy of %1").arg(name), form);
}

void FormsWiring::rename(const QString& to) {
    const OwnForms::NameFault fault = OwnForms::faultOf(to);
    QString sentence = OwnFormWords::sentence(fault, to);
    if (sentence.isEmpty() && list_.find(to)) sentence = tr("Another form is called “%1” already.").arg(to);
    if (!sentence.isEmpty()) {
        show();  // the name that it has
        return say(sentence);
    }
    save();
    forms_.rename(name_, to);
}

void FormsWiring::changed() {
    const auto draft = drafts_.value(name_);
    if (!draft) return;
    draft->form = fields_.form();
    draft->changed = true;
    list_.setUnsaved(name_, fields_.mistake().has_value());
    saving_.start();
    if (!fields_.mistake()) trying_.start();
}

/// Those of the last time; what is in work here is newer.
void FormsWiring::takeDrafts(const QVector<OwnFormFile>& forms) {
    for (const OwnFormFile& file : forms) {
        if (!file.draft || drafts_.contains(file.name)) continue;
        const auto draft = std::make_shared<Draft>();
        draft->form = *file.draft;
        draft->schema = file.schema;
        draft->changed = true;
        drafts_[file.name] = draft;
    }
}

/// The form that is shown, where it has changes; one with a mistake as a draft. Its title is its name.
void FormsWiring::save() {
    saving_.stop();
    const auto draft = drafts_.value(name_);
    const OwnFormFile* file = list_.find(name_);
    if (!draft || !file || file->shipped || !draft->changed) return;
    if (mistakeIn(draft->form)) return forms_.keepDraft(name_, draft->form);
    const bool mended = !file->problem.isEmpty();
    OwnForm form = draft->form;
    form.title = name_;
    draft->schema = schemaOf(form);
    draft->changed = false;
    ++underWay_;
    forms_.save(name_, draft->schema);
    list_.put({name_, form, draft->schema, false, {}});
    list_.setUnsaved(name_, false);
    if (mended) show();
}

void FormsWiring::tryOut() {
    if (!isOpen() || name_.isEmpty() || fields_.mistake()) return;
    const BillId bill = dialog_->trying()->bill();
    if (bill == 0) return dialog_->trying()->showNoBill();
    dialog_->trying()->showWaiting();
    filling_ = bills_.fillForm(bill, schemaOf(fields_.form()), filling_);
}

void FormsWiring::saved(const OwnFormFile& form) {
    underWay_ = std::max(0, underWay_ - 1);
    if (const auto draft = drafts_.value(form.name); !draft || draft->schema == form.schema) list_.put(form);
    if (coming_ != form.name) return;
    coming_.clear();
    choose(form.name);
}

void FormsWiring::renamed(const QString& before, const OwnFormFile& form) {
    const QScopedValueRollback quiet(quiet_, true);
    const bool shown = name_ == before;
    if (const auto draft = drafts_.take(before)) {
        draft->schema = form.schema;
        drafts_[form.name] = draft;
    }
    if (shown) name_ = form.name;
    list_.rename(before, form);
    if (shown) show();
}

void FormsWiring::removed(const QString& name) {
    const int row = list_.rowOf(name);
    drafts_.remove(name);
    {
        const QScopedValueRollback quiet(quiet_, true);
        list_.remove(name);
    }
    if (name_ == name)
        choose(list_.rowCount() > 0 ? list_.forms()[std::min(row, list_.rowCount() - 1)].name : QString());
    if (!dialog_) return;
    dialog_->tell(tr("“%1” was removed.").arg(name), tr("Undo"), [this, name] {
        coming_ = name;
        forms_.restore(name);
    });
}

void FormsWiring::say(const QString& sentence) {
    if (!isOpen()) return emit failed(sentence);
    dialog_->sayProblem(sentence);
}

}  // namespace floe
