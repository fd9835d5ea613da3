#include "app/extraction/parties/choose_parties.h"

#include <QtTest>

#include "app/extraction/assemble.h"
#include "extraction/printed_page.h"
#include "support/qt_suites.h"

using namespace floe;

namespace {

using Status = Field::Status;

/// "seller Pike GmbH <a@b.example>: Hauptstr. 1 / 12345 Hall"; "?" behind a role whose name is doubtful.
QString said(const Extraction& e, const QString& role) {
    const Field *name = e.find(role + ".name"), *address = e.find(role + ".address"), *email = e.find(role + ".email");
    if (!name) return {};
    QString text = role + (name->status == Status::Doubtful ? "? " : " ") + QString(name->value).replace('\n', " / ");
    if (email) text += " <" + email->value + '>';
    if (address) text += ": " + QString(address->value).replace('\n', " / ");
    return text;
}

QString said(const Extraction& e) {
    QStringList both{said(e, "seller"), said(e, "buyer")};
    both.removeAll({});
    return both.join(" -> ");
}

Extraction partiesOn(const QString& lines, const QString& fields = {}, double confidence = 0.9,
                     const QString& payee = {}) {
    const PageText page = test::printedText(lines.split("; "));
    Extraction e;
    test::addFields(e, page, fields);
    for (Field& field : e.fields) field.confidence = confidence;
    chooseParties(e, page, payee);
    return e;
}

}  // namespace

class ChoosePartiesTest : public QObject {
    Q_OBJECT

 private slots:
    /// Without any reading of a model: what the page alone says.
    void letterHeads_data() {
        QTest::addColumn<QString>("lines");
        QTest::addColumn<QString>("expected");
        const char* rows[][3] = {
            // labels above, side by side, in one cell, beside
            {"en labels above",
             "# Invoice; ; From:; Pike Ltd; 1 Mill Lane; London N1 9GU; ; Bill To:; Roe Studio LLC; "
             "12 Oak Street; Dayton, OH 45402; United States",
             "seller Pike Ltd: 1 Mill Lane / London N1 9GU -> "
             "buyer Roe Studio LLC: 12 Oak Street / Dayton, OH 45402 / United States"},
            {"en side by side",
             "Invoice 17; Seller | Bill to | Ship to; Pike Ltd | Ann Roe | Roe Stores; 1 Mill Lane | "
             "2 High Street | 3 Dock Road; London N1 9GU | Leeds LS1 4AP | Hull HU1 1AA",
             "seller Pike Ltd: 1 Mill Lane / London N1 9GU -> buyer Ann Roe: 2 High Street / Leeds LS1 4AP"},
            {"de in one cell",
             "Verkäufer: Hecht GmbH; Seeweg 4; 78462 Konstanz; ; Käufer: Rosa Reh; Waldstr. 9; "
             "80331 München",
             "seller Hecht GmbH: Seeweg 4 / 78462 Konstanz -> buyer Rosa Reh: Waldstr. 9 / 80331 München"},
            {"de key and value",
             "Verkäufer; Name: | Hecht GmbH; Anschrift: | Seeweg 4; | DE 78462 Konstanz; "
             "USt-IdNr.: | DE136695976; ; Käufer; Name: | Reh AG; Anschrift: | Waldstr. 9; "
             "| DE 80331 München",
             "seller Hecht GmbH: Seeweg 4 / DE 78462 Konstanz -> buyer Reh AG: Waldstr. 9 / DE 80331 München"},
            {"de spaced letters",
             "Ver käufer:; Hecht GmbH; Seeweg 4; 78462 Konstanz; ; Käufer:; Reh AG; Waldstr. 9; "
             "80331 München",
             "seller Hecht GmbH: Seeweg 4 / 78462 Konstanz -> buyer Reh AG: Waldstr. 9 / 80331 München"},
            {"fr labels",
             "Facture 17; Fournisseur | Facturé à; Brochet SARL | Mme Rose Daim; 3 rue du Lac | "
             "8 avenue Foch; 74000 Annecy | 69006 Lyon",
             "seller Brochet SARL: 3 rue du Lac / 74000 Annecy -> buyer Mme Rose Daim: 8 avenue Foch / 69006 Lyon"},
            {"es labels",
             "Factura 17; Emisor; Lucio S.L.; Calle Mayor 5; 28013 Madrid; NIF B58378431; ; Datos del "
             "cliente; Rosa Corzo; Avda. del Puerto 9; 46021 Valencia",
             "seller Lucio S.L.: Calle Mayor 5 / 28013 Madrid -> "
             "buyer Rosa Corzo: Avda. del Puerto 9 / 46021 Valencia"},
            {"it labels",
             "Fattura 17; Cedente/prestatore; Luccio S.r.l.; Via Roma 5; 20121 Milano (MI); ; "
             "Cessionario/committente; Capriolo S.p.A.; Corso Francia 8; 10143 Torino (TO)",
             "seller Luccio S.r.l.: Via Roma 5 / 20121 Milano (MI) -> "
             "buyer Capriolo S.p.A.: Corso Francia 8 / 10143 Torino (TO)"},
            {"nl labels",
             "Factuur 17; Leverancier: | Snoek B.V.; Meerweg 4; 3511 AB Utrecht; ; Factuuradres | "
             "Afleveradres; Ree Techniek V.O.F. | Depot Ree; Bosstraat 9 | Havenkade 2; "
             "5611 CD Eindhoven | 3011 EF Rotterdam",
             "seller Snoek B.V.: Meerweg 4 / 3511 AB Utrecht -> "
             "buyer Ree Techniek V.O.F.: Bosstraat 9 / 5611 CD Eindhoven"},
            {"pl labels",
             "Faktura 17; Sprzedawca | Nabywca; Szczupak sp. z o.o. | Anna Sarna; ul. Jeziorna 4 | ul. "
             "Leśna 9; 00-123 Warszawa | 30-001 Kraków; NIP: 526-10-40-828",
             "seller Szczupak sp. z o.o.: ul. Jeziorna 4 / 00-123 Warszawa -> "
             "buyer Anna Sarna: ul. Leśna 9 / 30-001 Kraków"},
            {"pt labels",
             "Fatura 17; Fornecedor; Lúcio Lda; Rua do Lago 4; 1200-109 Lisboa; ; Faturar a; Rosa Corça; "
             "Avenida da Boavista 9; 4100-130 Porto",
             "seller Lúcio Lda: Rua do Lago 4 / 1200-109 Lisboa -> "
             "buyer Rosa Corça: Avenida da Boavista 9 / 4100-130 Porto"},
            // letters: a sender's line, a window, a foot
            {"de sender's line",
             "@120 Hecht GmbH · Seeweg 4 · 78462 Konstanz; ; Herrn; Rolf Reh; Waldstr. 9; "
             "80331 München; ; Rechnung 17; @790 Hecht GmbH | Amtsgericht Freiburg HRB 12345",
             "seller Hecht GmbH: Seeweg 4 / 78462 Konstanz -> buyer Rolf Reh: Waldstr. 9 / 80331 München"},
            {"de sender's line of cells",
             "@120 Hecht GmbH | ● | Seeweg 4 | ● | 78462 Konstanz; ; Reh AG; Waldstr. 9; "
             "80331 München; ; @790 USt-IdNr. DE136695976 | Hecht GmbH",
             "seller Hecht GmbH: Seeweg 4 / 78462 Konstanz -> buyer Reh AG: Waldstr. 9 / 80331 München"},
            {"fr head in one line",
             "Brochet SARL 3 rue du Lac - 74000 Annecy - France; TVA FR40303265045 SIRET "
             "99999999800010; ; @150 Daim SAS; Rose Daim; 8 avenue Foch; 69006 Lyon",
             "seller Brochet SARL: 3 rue du Lac / 74000 Annecy / France -> "
             "buyer Daim SAS: 8 avenue Foch / 69006 Lyon"},
            {"nl head and window",
             "Snoek B.V.; Meerweg 4; 3511 AB Utrecht; KvK 24330087; BTW NL810433941B01; "
             "@160 Rolf Ree; Bosstraat 9; 5611 CD Eindhoven; ; Factuurnummer: 17",
             "seller Snoek B.V.: Meerweg 4 / 3511 AB Utrecht -> buyer Rolf Ree: Bosstraat 9 / 5611 CD Eindhoven"},
            {"es foot only",
             "@130 Rosa Corzo; Avda. del Puerto 9; 46021 Valencia; ; Factura 17; @780 Lucio S.L. | NIF "
             "B58378431; Calle Mayor 5 | IBAN ES91 2100 0418 4502 0005 1332; 28013 Madrid",
             "seller Lucio S.L.: Calle Mayor 5 / 28013 Madrid -> "
             "buyer Rosa Corzo: Avda. del Puerto 9 / 46021 Valencia"},
            {"trade name above, legal name in the foot",
             "# Lago; ; @130 Herr Rolf Reh; Waldstr. 9; 80331 München; ; "
             "Rechnung 17; @790 Lago Fisch GmbH | HRB 12345 Konstanz; "
             "Seeweg 4 | IBAN DE89 3704 0044 0532 0130 00; 78462 Konstanz",
             "seller Lago Fisch GmbH: Seeweg 4 / 78462 Konstanz -> "
             "buyer Herr Rolf Reh: Waldstr. 9 / 80331 München"},
            {"capitals",
             "RECHNUNG; HECHT GMBH; SEEWEG 4; 78462 KONSTANZ; UST-IDNR. DE136695976; @160 "
             "RECHNUNG AN; REH AG; WALDSTR. 9; 80331 MUENCHEN",
             "seller HECHT GMBH: SEEWEG 4 / 78462 KONSTANZ -> buyer REH AG: WALDSTR. 9 / 80331 MUENCHEN"},
            {"name over two lines", "Bill to; Society of Friends of; the Northern Lakes; 1 Mill Lane; London N1 9GU",
             "buyer Society of Friends of / the Northern Lakes: 1 Mill Lane / London N1 9GU"},
            {"person above the company", "Rechnung an; Rolf Reh; Reh Bau GmbH; Waldstr. 9; 80331 München",
             "buyer Reh Bau GmbH: Waldstr. 9 / 80331 München"},
            {"care of", "Bill to; Ann Roe; c/o Roe Studio; 12 Oak Street; Dayton, OH 45402",
             "buyer Ann Roe: 12 Oak Street / Dayton, OH 45402"},
            {"attention of", "Factuur aan; Ree Techniek V.O.F.; T.a.v. Rolf Ree; Bosstraat 9; 5611 CD Eindhoven",
             "buyer Ree Techniek V.O.F.: Bosstraat 9 / 5611 CD Eindhoven"},
            {"name apart from its address",
             "@60 Hecht GmbH · Seeweg 4 · 78462 Konstanz; ; Rolf Reh; ; Waldstr. 9; "
             "80331 München; @790 Hecht GmbH; USt-IdNr. DE136695976",
             "seller Hecht GmbH: Seeweg 4 / 78462 Konstanz -> buyer Rolf Reh: Waldstr. 9 / 80331 München"},
            {"country without codes",
             "@60 Pike Ltd - 1 Mill Lane - London N1 9GU; ; Roe Trading Ltd.; 93B Lake Road; "
             "Yuen Long; Hong Kong; @790 Pike Ltd | VAT No. GB 980 7806 84",
             "seller Pike Ltd: 1 Mill Lane / London N1 9GU -> "
             "buyer Roe Trading Ltd.: 93B Lake Road / Yuen Long / Hong Kong"},
            {"two blocks one above the other",
             "Verein Nord; Konstanz a.G.; ; Herrn; Rolf Reh; Waldstr. 9; 80331 München",
             "seller? Verein Nord -> buyer? Rolf Reh: Waldstr. 9 / 80331 München"},
            {"sender's line with a comma at its end",
             "@120 Hecht GmbH • Seeweg 4 • 78462 Konstanz,; ; Reh AG; Waldstr. 9; 80331 München; @790 Hecht GmbH; "
             "USt-IdNr. DE136695976",
             "seller Hecht GmbH: Seeweg 4 / 78462 Konstanz -> buyer Reh AG: Waldstr. 9 / 80331 München"},
            {"a half-set address",
             "Lieferant | Käufer; HECHT GMBH | REH AG; SEESTRASSE | WALDSTRASSE 9; 78462 KONSTANZ | 80331 MÜNCHEN",
             "seller HECHT GMBH: SEESTRASSE / 78462 KONSTANZ -> buyer REH AG: WALDSTRASSE 9 / 80331 MÜNCHEN"},
            {"mail head", "From: Pike Ltd <bills@pike.example>; To: Roe Studio LLC <ann@roe.example>; Invoice 17",
             "seller? Pike Ltd <bills@pike.example> -> buyer? Roe Studio LLC <ann@roe.example>"},
            {"contacts in the block",
             "Seller; Pike Ltd; 1 Mill Lane; London N1 9GU; bills@pike.example; ; Bill to; "
             "Ann Roe; ann@roe.example",
             "seller Pike Ltd <bills@pike.example>: 1 Mill Lane / London N1 9GU -> buyer Ann Roe <ann@roe.example>"},
            {"account holder and foot",
             "Facture 17; @700 Virement - Titulaire du compte : BROCHET; IBAN FR76 3000 6000 "
             "0112 3456 7890 189; @780 BROCHET; Siège social : 3 rue du Lac",
             "seller BROCHET"},
            {"account holder without an account", "Invoice 17; @200 Account holder: Ann Roe; Meter 4711", ""},
            {"attention of the only name", "Bill to address:; ATTN: Roe Studio Limited; 93B Lake Road; Leeds LS1 4AP",
             "buyer Roe Studio Limited: 93B Lake Road / Leeds LS1 4AP"},
            {"ids between name and address",
             "Lucio S.L.; C.I.F.: B58378431; Polígono Sur 12; 48940 Leioa; ; @200 CLIENTE:; Corzo S.A.; Avda. del "
             "Puerto "
             "9; 46021 Valencia; NIF: A12345674",
             "seller Lucio S.L.: Polígono Sur 12 / 48940 Leioa -> buyer Corzo S.A.: Avda. del Puerto 9 / 46021 "
             "Valencia"},
            {"an address in the foot's sentence",
             "Bill to:; Perch Ltd; 4 Long Road; Leeds LS1 4AP; ; Invoice 17; @780 Pike Electric Ltd, Beacon House, "
             "2 Mill Lane, Bradford BD1 2QT. Registered in England no. 12345678.",
             "seller Pike Electric Ltd: Beacon House / 2 Mill Lane / Bradford BD1 2QT -> "
             "buyer Perch Ltd: 4 Long Road / Leeds LS1 4AP"},
            {"head with its address in one line",
             "# Gasthof Hecht; Familie Brandt KG; Seeweg 4 · 78462 Konstanz · Tel. 07531 1234; ; @150 Frau Rosa Reh; "
             "Waldstr. 9; 80331 München; @790 USt-IdNr. DE136695976 | Familie Brandt KG",
             "seller Familie Brandt KG: Seeweg 4 / 78462 Konstanz -> buyer Frau Rosa Reh: Waldstr. 9 / 80331 München"},
            {"a letter that begins with who is written to",
             "Mr and Mrs A. Roe; 17 Station Road; Cambridge; CB1 2JW; ; Invoice 77; @700 Payment to: Lake Architects "
             "LLP; "
             "@770 Lake Architects LLP. Registered in England OC312345. VAT No. GB 980 7806 84",
             "seller Lake Architects LLP -> buyer? Mr and Mrs A. Roe: 17 Station Road / Cambridge / CB1 2JW"},
            {"it with ids of both",
             "Luccio S.n.c.; Via Roma 5 - 20121 Milano (MI); P.IVA 00743110157; @150 Spett.le; Capriolo S.r.l.; Via "
             "Pisana "
             "100; 50143 Firenze (FI); P.IVA 01234567897",
             "seller Luccio S.n.c.: Via Roma 5 / 20121 Milano (MI) -> "
             "buyer Capriolo S.r.l.: Via Pisana 100 / 50143 Firenze (FI)"},
            {"an address without numbers", "Invoice; Bill to; Mrs J Roe; The Old Rectory; Church Lane; Wells BA5 2PP",
             "buyer Mrs J Roe: The Old Rectory / Church Lane / Wells BA5 2PP"},
            {"receipt from", "Receipt from Pike Tools Inc.; Paid April 3, 2024; Total $20.00",
             "seller Pike Tools Inc."},
            {"receipt without a buyer",
             "Pike Foods Ltd; 1 Mill Lane; London N1 9GU; VAT No. GB 980 7806 84; ; "
             "Bread | 2.40; Total | 2.40; Cash | 5.00",
             "seller Pike Foods Ltd: 1 Mill Lane / London N1 9GU"},
            {"delivery address alone is no buyer for sure", "Ship to; Roe Stores; 3 Dock Road; Hull HU1 1AA", ""},
            {"a bank is no seller", "@700 Bank details; Lakeside Bank plc; IBAN DE89 3704 0044 0532 0130 00", ""},
            {"a weak head is doubted", "Pike and Daughters; ; Invoice 17", "seller? Pike and Daughters"},
            {"titles and keys name nobody", "Invoice; Invoice number: 17; Date: 3 April 2024; Total 12.50", ""},
        };
        for (const auto& row : rows) QTest::newRow(row[0]) << QString::fromUtf8(row[1]) << QString::fromUtf8(row[2]);
    }
    void letterHeads() {
        QFETCH(QString, lines);
        QTEST(said(partiesOn(lines)), "expected");
    }

    /// What the model read and how sure it was, beside the page.
    void besideTheModel_data() {
        QTest::addColumn<QString>("fields");
        QTest::addColumn<double>("confidence");
        QTest::addColumn<QString>("expected");
        const char* sure =
            "seller Pike Ltd: 1 Mill Lane / London N1 9GU -> buyer Roe Studio LLC: 12 Oak Street / Dayton, OH "
            "45402";
        QTest::newRow("agrees") << "seller.name=Pike Ltd; buyer.name=Roe Studio LLC" << 0.4 << sure;
        QTest::newRow("both swapped") << "seller.name=Roe Studio LLC; buyer.name=Pike Ltd" << 0.9 << sure;
        QTest::newRow("ran on") << "seller.name=Pike Ltd 1 Mill" << 0.9 << sure;
        QTest::newRow("took a street") << "buyer.name=12 Oak Street" << 0.8 << sure;
        QTest::newRow("took a title") << "seller.name=Invoice" << 0.95 << sure;
        QTest::newRow("took the other's address") << "buyer.address=1 Mill Lane" << 0.9 << sure;
    }
    void besideTheModel() {
        QFETCH(QString, fields);
        QFETCH(double, confidence);
        const QString page =
            "Invoice; Seller; Pike Ltd; 1 Mill Lane; London N1 9GU; ; Bill to; Roe Studio LLC; "
            "12 Oak Street; Dayton, OH 45402";
        QTEST(said(partiesOn(page, fields, confidence)), "expected");
    }

    void confirmedReadingsAreSure() {
        const Extraction e =
            partiesOn("Bill to; Roe Studio LLC; 12 Oak Street; Dayton, OH 45402", "buyer.name=Roe Studio LLC", 0.4);
        const Field* name = e.find("buyer.name");
        QVERIFY(name);
        QCOMPARE(name->status, Status::Ok);
        QVERIFY(name->confidence > 0.97);
        QVERIFY(name->note.isEmpty());
    }

    void notesSayWhereAndWhatTheModelRead() {
        const Extraction e = partiesOn("Sprzedawca; Szczupak sp. z o.o.; ul. Jeziorna 4; 00-123 Warszawa; ; Uwagi",
                                       "seller.name=Uwagi", 0.3);
        const Field* name = e.find("seller.name");
        QVERIFY(name);
        QCOMPARE(name->status, Status::Derived);
        QCOMPARE(name->note, QString("Found beside “Sprzedawca”; the model read “Uwagi”."));
    }

    void aNameIsOnlyThePrintedRunWithItsPlace() {
        const PageText page = test::printedText({"Brochet SARL 3 rue du Lac - 74000 Annecy", "SIRET 99999999800010"});
        Extraction e;
        chooseParties(e, page);
        const Field* name = e.find("seller.name");
        QVERIFY(name);
        QCOMPARE(name->text, QString("Brochet SARL"));
        QCOMPARE(name->page, 0);
        QCOMPARE(name->box(), page.pages[0].words[0].box | page.pages[0].words[1].box);
        const Field* address = e.find("seller.address");
        QVERIFY(address);
        QCOMPARE(address->boxes.size(), qsizetype(2));
    }

    void aSureModelIsDoubtedWhereThePageSpeaksForAnother() {
        const Extraction e = partiesOn(
            "North Wholesale; ; Total 12.50; @760 Azure Lamps; "
            "VAT No. GB 980 7806 84 www.azurelamps.example",
            "seller.name=North Wholesale", 0.99);
        const Field* name = e.find("seller.name");
        QVERIFY(name);
        QVERIFY(name->status == Status::Doubtful || name->value == "Azure Lamps");
    }

    void rivalsAreOffered() {
        const Extraction e = partiesOn("Rechnung an; Rolf Reh; Reh Bau GmbH; Waldstr. 9; 80331 München");
        const Field* name = e.find("buyer.name");
        QVERIFY(name);
        QCOMPARE(name->candidates.size(), qsizetype(1));
        QCOMPARE(name->candidates[0].value, QString("Rolf Reh"));
        QCOMPARE(name->candidates[0].page, 0);
        QVERIFY(!name->candidates[0].boxes.isEmpty());
    }

    void whomTheCodePaysSells() {
        const QString page = "Northern Lamps; Azure Lamps; ; Invoice 17";
        QCOMPARE(said(partiesOn(page, {}, 0.9, "Azure Lamps")), QString("seller Azure Lamps"));
    }

    void contactsOfTheSeller() {
        const Extraction e = partiesOn(
            "Seller; Pike Ltd; 1 Mill Lane; London N1 9GU; Tel. +44 20 7946 0018; "
            "www.pike.example");
        QCOMPARE(e.find("seller.phone")->value, QString("+44 20 7946 0018"));
        QCOMPARE(e.find("seller.website")->value, QString("www.pike.example"));
    }

    /// Of ids the digits tell, not the model.
    void provenIdsOfTheSellerAreNotDoubted() {
        Reading reading;
        reading.document.pages = {
            test::printedPage({"Hecht GmbH", "Seeweg 4", "78462 Konstanz", "USt-IdNr. DE136695976"})};
        reading.lined = lineUp(reading.document.pages);
        const Extraction e = assemble(reading, "{}", {});
        QCOMPARE(e.find("seller.name")->value, QString("Hecht GmbH"));
        QCOMPARE(e.find("seller.vat_id")->status, Status::Ok);
    }

    void emptyAndStrangePagesAreLeftAlone() {
        for (const char* lines :
             {"", "; ; ", "·", "● | ● | ●", ": | :", "From:", "Bill to | Ship to", "a@b.c", "# 17"}) {
            const Extraction e = partiesOn(QString::fromUtf8(lines));
            QVERIFY2(e.fields.isEmpty(), lines);
        }
    }

    void manyNamesTakeLittleTime() {
        QStringList lines;
        for (int i = 0; i < 4000; ++i) lines += QString("Pike %1 Ltd | %1 Mill Lane | London N1 9GU").arg(i);
        QElapsedTimer clock;
        clock.start();
        partiesOn(lines.join("; "));
        QVERIFY2(clock.elapsed() < 20'000, qPrintable(QString::number(clock.elapsed())));
    }
};

static floe::test::AddSuite<ChoosePartiesTest> added;
#include "choose_parties_test.moc"
