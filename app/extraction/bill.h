// What Floe read from one document: values with the place where they stand, and the checks they passed.
#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QRectF>
#include <QString>
#include <QVector>
#include <optional>

#include "app/problem.h"

namespace floe {

/// Another way to read a value: what else the print can mean, or another place of the page.
struct Candidate {
    QString value, text;  // as in Field
    int page = -1;
    QVector<QRectF> boxes;
};

/// A value as printed and as understood. Absent fields (not printed) are no Field at all.
struct Field {
    QString path;           // "seller.name", "number", "lines.0.amount": the names of app/extraction/names.h
    QString value;          // ISO date, plain decimal, ISO 4217 code, or text
    QString text;           // as printed; empty where it comes from XML or was computed
    int page = -1;          // from 0; -1: no place
    QVector<QRectF> boxes;  // a box a line, in points, origin top left
    double confidence = 0;  // 0…1
    /// Ok; Doubtful: read, but see `note`; Ambiguous: more than one meaning, `note` says which; Unparsed: printed text
    /// that is no date or sum; Derived: computed, not printed; Xml: taken from the e-invoice inside the file.
    enum class Status { Ok, Doubtful, Ambiguous, Unparsed, Derived, Xml } status = Status::Ok;
    QString note;                      // a sentence for the status
    std::optional<QString> corrected;  // what the person put in its place
    bool confirmed = false;            // the person compared the value with the page and agrees
    QVector<Candidate> candidates;     // other readings, the likeliest first; often none

    QRectF box() const;  // all boxes together
    QString shown() const { return corrected ? *corrected : value; }
};

/// One rule of docs/extract-output.md, held to the values of a bill.
struct Check {
    QString rule;  // "lines-net", "net-tax-total", …
    bool ok = false;
    QString detail;          // "37577.23 + 0.00 = 37577.23"
    QVector<QString> paths;  // fields that it looks at
    /// What it means that the rule does not hold: Failed, a value or the document is wrong; Note, worth a look, but
    /// usual on good bills (a cent of rounding, a tax number that was typed wrongly).
    enum class Severity { Failed, Note } severity = Severity::Failed;
    QString sentence;  // for people, whether it holds or not

    bool failed() const { return !ok && severity == Severity::Failed; }
    bool isNote() const { return !ok && severity == Severity::Note; }
};

struct Extraction {
    QString file;  // path as given
    QString
        kind;  // "bill", "credit_note", …: the names of app/extraction/document_kind.h; "unknown": nothing was found
    QString kindNote;  // a sentence on why it is that kind; empty: nothing to say
    QString source;    // "text", "ocr", "xml"
    QString model;
    int pages = 0;
    double seconds = 0;
    QVector<Field> fields;  // in the order of app/extraction/names.h; lines as lines.N.…, tax rates as taxes.N.…
    int lineCount = 0, taxCount = 0;
    /// Where a person added, removed or moved lines: for each line that of the reading it was (0 …), or a number from
    /// the reading's count of lines on for an added one. Empty: the lines are as they were read.
    QVector<int> lineIds;
    int nextLineId = 0;  // for the next line that a person adds
    QVector<Check> checks;
    QByteArray ownForm;              // of a person's own schema (own_schema.h), as JSON; empty: none was asked for
    QString note;                    // a sentence on what was left out of the reading; empty: nothing
    QString pageRange;               // "3-4": these pages of a file that holds several bills; empty: all
    std::optional<Problem> problem;  // then the rest is empty

    const Field* find(const QString& path) const;
};

// --- the list of bills ---

using BillId = qint64;

/// Pages of a file, counted from 0, both ends in it.
struct PageRange {
    int first = 0, last = -1;  // last -1: to the end

    bool isWhole() const { return first == 0 && last < 0; }
    int count() const { return last - first + 1; }  // where the end is known
    friend bool operator==(const PageRange& a, const PageRange& b) { return a.first == b.first && a.last == b.last; }
};

/// What a bill is made of that is some pages of a file, or of several.
struct BillPart {
    QString path;
    QString hash;               // SHA-256 of the file, in hex; empty: not read yet
    bool originalKept = false;  // a copy of the file lies beside the history
    PageRange pages;
    friend bool operator==(const BillPart& a, const BillPart& b) {
        return a.path == b.path && a.hash == b.hash && a.pages == b.pages;
    }
};

struct BillInfo {
    BillId id = 0;
    QString fileName;         // … or "Pages 3-4 of scan.pdf": what it is called
    QString path;             // of its first part
    QVector<BillPart> parts;  // in order; none: all of that file
    QDateTime added;
    enum class State { Queued, Reading, Ready, Failed } state = State::Queued;
    QString seller, total, currency, issueDate;  // for the list, as shown
    int failedChecks = 0, doubtful = 0;          // fields whose status is Doubtful, Ambiguous or Unparsed
    QString problem;
    bool locked = false;                 // Failed, since its file needs a password that is not known
    QString kind, number, dueDate, due;  // Extraction::kind; "due": what is left to pay, else the total
    QString hash;                        // SHA-256 of the file as it was read, in hex; empty: not read yet
    QString category;                    // the account that it is booked to
    QString sellerVatId, iban;           // of the seller
    QString sellerKey, numberKey;        // for finding the same bill again: letters and digits alone
    bool originalKept = false;           // a copy of the file lies beside the history
    enum class Direction { Received, Sent } direction = Direction::Received;
    QDateTime paidAt, sentAt, reviewedAt;  // invalid: not yet

    QString toPay() const { return due.isEmpty() ? total : due; }
};

/// What a person says of a bill as a whole.
enum class BillMark { Paid, Sent, Reviewed };

/// Who changed what in a bill, and when.
struct BillEvent {
    QDateTime at;
    enum class Who { You, Floe } who = Who::You;
    QString field, before, after;  // field: a path, or "state", "lines", "paid", "sent", "reviewed", "direction"
};

/// The work of the queue since it was last empty.
struct BillsProgress {
    int done = 0, all = 0;    // bills
    int failed = 0;           // of those done
    double perMinute = 0;     // 0: not known yet
    qint64 secondsLeft = -1;  // -1: not known yet
    bool paused = false;
    bool idle() const { return done >= all; }
};

}  // namespace floe

Q_DECLARE_METATYPE(floe::BillInfo)
Q_DECLARE_METATYPE(floe::BillsProgress)
Q_DECLARE_METATYPE(floe::Extraction)
