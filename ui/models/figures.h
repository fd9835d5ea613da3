// Sizes and counts as people read them.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace floe {

class Figures {
    Q_DECLARE_TR_FUNCTIONS(floe::Figures)
 public:
    static QString bytes(qint64 bytes);             // "4.1 GB", where a GB is 2^30 bytes, as memory is sold
    static QString parameters(qint64 number);       // "1.1 billion"
    static QString amount(const QString& decimal);  // "37577.23" with separators; anything else as it is
    static QString count(qint64 number);            // with the separators of the person's language
};

}  // namespace floe
