#include "ui/settings/data_settings.h"

#include <QDesktopServices>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

DataSettings::DataSettings(const QString& folder, QWidget* parent) : QWidget(parent) {
    auto* open = button(tr("&Open the folder"), nullptr, "folder");
    auto* path = wrapped(QDir::toNativeSeparators(folder));
    path->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* layout = tight(new QVBoxLayout(this), 3 * kSpace);
    layout->addWidget(label(tr("Data"), "title"));
    layout->addSpacing(kSpace);
    layout->addWidget(wrapped(tr("Chats, bills and settings lie in this folder and nowhere else. Model files stay "
                                 "where they are."),
                              "muted"));
    layout->addWidget(path);
    layout->addWidget(open, 0, Qt::AlignLeft);
    layout->addStretch();

    connect(open, &QPushButton::clicked, this, [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
}

}  // namespace floe
