// Where history and settings lie.
#pragma once

#include <QWidget>

namespace floe {

class DataSettings : public QWidget {
    Q_OBJECT
 public:
    explicit DataSettings(const QString& folder, QWidget* parent = nullptr);
};

}  // namespace floe
