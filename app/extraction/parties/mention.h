// A place of the page where somebody is named, with what stands around the name.
#pragma once

#include "app/extraction/parties/party_page.h"
#include "app/extraction/parties/role_words.h"

namespace floe::parties {

struct Mention {
    enum class Kind {
        Labelled,  // beside or under a label such as "Bill to"
        Block,     // the first line of a postal address
        OneLine,   // "Name · Street 1 · 12345 Town"
        Alone,     // a name by its legal form, its size or its place
        AsRead,    // where the model took it from
    } kind = Kind::Block;

    Piece name;
    Piece nameGoesOn;        // in the line below; often empty
    Piece otherName;         // a line beside the name that may be meant instead
    QVector<Piece> address;  // a line each
    Piece email, phone, website;
    bool hasStreet = false, hasTown = false;
    bool isWrittenTo = false;  // a salutation or "c/o" stands with it
    bool hasIds = false;       // VAT id, register, account … stand with it

    Role role = Role::None;  // what its label says
    double labelWeight = 0;
    QString label;

    int page = -1;
    QRectF box;  // of all of it

    QString nameText() const { return nameGoesOn.isEmpty() ? name.text : name.text + '\n' + nameGoesOn.text; }
    bool isAddressed() const { return hasTown && !address.isEmpty(); }
};

/// Reads the lines of a party one after the other.
class BlockReader {
 public:
    explicit BlockReader(const PartyPage& page) : page_(page) {}

    /// A line, with the key before it where it has one. False: it belongs to the block no more.
    bool take(const Piece& line, const QString& key = {});
    bool hasName() const { return !mention_.name.isEmpty(); }

    Mention done();

 private:
    bool takeKeyed(const Piece& line, const QString& key);
    void takeName(const Piece& line);
    bool takeSecondName(const Piece& line);
    void addAddress(const Piece& line);
    void addLines(const Piece& line);
    void cover(const Piece& line);

    const PartyPage& page_;
    Mention mention_;
    Piece person_;            // who is to get it, where nobody else is named
    QVector<Piece> between_;  // lines after the name before any street
    bool ended_ = false;
};

/// The name in a line that goes on with an address ("Pike SARL 12 rue du Lac - 84340 Ay"); all of it where it does not.
qsizetype nameLength(const QString& line);

/// Lines of the page that are an address and nobody's name ("Seeweg 4 | 78462 Konstanz | Tel. 1234"), as their parts.
QVector<QVector<Piece>> namelessAddresses(const PartyPage& page);

// The ways in which mentions are found, each for itself.
QVector<Mention> labelledMentions(const PartyPage& page);
QVector<Mention> addressBlocks(const PartyPage& page, const QVector<Mention>& known);
QVector<Mention> oneLineMentions(const PartyPage& page);
QVector<Mention> namesAlone(const PartyPage& page, const QVector<Mention>& known);

}  // namespace floe::parties
