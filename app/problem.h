// What the windows and the command line hear of an error: a kind to branch on, a subject, a sentence for people.
#pragma once

#include <QMetaType>
#include <QString>

namespace floe {

struct Problem {
    enum class Kind {
        BadInput,
        DamagedFile,
        Unsupported,
        OutOfMemory,
        DeviceLost,
        Io,
        Cancelled,
        PasswordNeeded,  // none was given, or it was the wrong one
        Internal
    };
    Kind kind = Kind::Internal;
    QString subject;   // a file, a chat, an option
    QString sentence;  // what, where, what to do

    QString kindName() const;  // "damaged file", as the command line's JSON spells it
};

}  // namespace floe

Q_DECLARE_METATYPE(floe::Problem)
