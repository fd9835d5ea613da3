#include <QtTest>

#include "app/extraction/identifiers/bic.h"
#include "app/extraction/identifiers/check_digits.h"
#include "app/extraction/identifiers/iban.h"
#include "app/extraction/identifiers/legal_id.h"
#include "app/extraction/identifiers/vat_id.h"
#include "app/extraction/identifiers/vat_rates.h"
#include "support/qt_suites.h"

using namespace floe;

namespace {

/// The IBAN whose account is given, with the check digits that it must have.
QString ibanOf(const QString& country, const QString& account) {
    const int check = 98 - mod97(account + country + "00");
    return country + QString::number(check).rightJustified(2, '0') + account;
}

QStringList words(const char* list) {
    return QString(list).split(' ', Qt::SkipEmptyParts);
}

}  // namespace

class IdentifiersTest : public QObject {
    Q_OBJECT

 private slots:
    void ibans_data() {
        QTest::addColumn<QString>("fault");
        const char* rows[][2] = {
            // examples of the IBAN registry
            {"AT61 1904 3002 3457 3201", ""},
            {"BE68 5390 0754 7034", ""},
            {"CH93 0076 2011 6238 5295 7", ""},
            {"DE89 3704 0044 0532 0130 00", ""},
            {"ES91 2100 0418 4502 0005 1332", ""},
            {"FR14 2004 1010 0505 0001 3M02 606", ""},
            {"GB29 NWBK 6016 1331 9268 19", ""},
            {"IE29 AIBK 9311 5212 3456 78", ""},
            {"IT60 X054 2811 1010 0000 0123 456", ""},
            {"LU28 0019 4006 4475 0000", ""},
            {"MT84 MALT 0110 0001 2345 MTLC AST0 01S", ""},
            {"NL91ABNA0417164300", ""},
            {"NO93 8601 1117 947", ""},
            {"PL61 1090 1014 0000 0712 1981 2874", ""},
            {"PT50 0002 0123 1234 5678 9015 4", ""},
            {"de89 3704 0044 0532 0130 00", ""},
            {"DE89 3704 0044 0532 0130 01", "its check digits do not fit"},
            {"DE98 3704 0044 0532 0130 00", "its check digits do not fit"},
            {"DE89 3704 0044 0532 0130", "it has 20 signs where DE has 22"},
            {"US89 3704 0044 0532 0130 00", "US is no country with IBANs"},
            {"3704 0044 0532 0130 00", "it does not begin with a country and two check digits"},
            {"", "it does not begin with a country and two check digits"},
            {"DE98ZZZ09999999999", "it is a creditor's id, not an account"},
        };
        for (const auto& row : rows) QTest::newRow(row[0]) << QString(row[1]);
    }
    void ibans() {
        QFETCH(QString, fault);
        QCOMPARE(faultOfIban(QTest::currentDataTag()), fault);
    }

    void everyChangedDigitOfAnIbanIsNoticed() {
        const QString good = ibanOf("DE", "500105170123456789");
        QCOMPARE(faultOfIban(good), QString());
        for (int i = 2; i < good.size(); ++i)
            for (char digit = '0'; digit <= '9'; ++digit) {
                QString other = good;
                other[i] = QChar(digit);
                QCOMPARE(faultOfIban(other).isEmpty(), other == good);
            }
        QString swapped = good;
        std::swap(swapped[10], swapped[11]);
        QVERIFY(swapped == good || !faultOfIban(swapped).isEmpty());
    }

    void creditorIds() {
        for (const char* id : {"DE98ZZZ09999999999", "DE98 ABC 0999 9999 999", "NL00ZZZ", "AT61ZZZ01234567890"})
            QCOMPARE(isCreditorId(id), QString(id).startsWith("DE98") || QString(id).startsWith("AT61"));
        QVERIFY(!isCreditorId("DE97ZZZ09999999999"));
        QVERIFY(!isCreditorId("DE89370400440532013000"));
    }

    void bics() {
        for (const char* bic :
             {"COBADEFF", "COBADEFFXXX", "DEUTDEDB110", "BNPAFRPP", "cobadeff", "UNCRITMM", "NCBEXKPR"})
            QCOMPARE(faultOfBic(bic), QString());
        for (const char* bic : {"COBADE", "COBADEFFX", "COBADEFFXXXX", "C0BADEFF", "COBAQQFF", "", "TRANSFER"})
            QVERIFY2(!faultOfBic(bic).isEmpty(), bic);
        QCOMPARE(faultOfBic("COBADEFF", "DE89370400440532013000"), QString());
        QCOMPARE(faultOfBic("BNPAFRPP", "DE89370400440532013000"), "its country is FR, that of the IBAN DE");
        QCOMPARE(faultOfBic("BNPAFRPP", "DE00"), QString());  // an IBAN that is wrong says nothing
    }

    void vatIds_data() {
        QTest::addColumn<QString>("wrong");
        const char* rows[][2] = {
            {"ATU39099603 ATU08246281", "ATU52601815 ATU90830166"},
            {"BE0693646703 BE1033358519", "BE0821563803 BE0667000949"},
            {"BG3679834534 BG135053790", "BG045899142 BG960253081"},
            {"CY70645714I CY23316492G", "CY69974621A CY12644276M"},
            {"CZ48389641 CZ88149862", "CZ78965953 CZ72597993"},
            {"DE283422629 DE672395454", "DE795897689 DE523058411"},
            {"DK26240921 DK15457309", "DK78766652 DK32076644"},
            {"EE731061127 EE558025647", "EE922397908 EE116255585"},
            {"ES26907499Y ESU00785972", "ES79035012N ESJ7868026C"},
            {"FI20154795 FI33480880", "FI81401034 FI77835367"},
            {"FRXB050227669 FR01835881459", "FRC8130129689 FRX0993065280"},
            {"GR951595358 GR245145842", "GR249971777 GR834888390"},
            {"HR63462582495 HR12477971769", "HR48584514386 HR08768785847"},
            {"HU42422493 HU41038806", "HU19361748 HU72104207"},
            {"IE8689859TA IE3632920JI", "IE4125624IH IE1405007RH"},
            {"IT29641630016 IT78629759990", "IT37524061005 IT33208899992"},
            {"LT692309978619 LT726991888315", "LT244686569218 LT533314816"},
            {"LU91694567 LU35391248", "LU57574245 LU90388564"},
            {"LV80775030036 LV51680689444", "LV79720467873 LV86896271965"},
            {"MT20426457 MT79833874", "MT30765130 MT78344673"},
            {"NL181032442B52 NL812225478B55", "NL406361481B09 NL154137126B67"},
            {"PL2648969578 PL3289729810", "PL3306362317 PL3171384768"},
            {"PT385699735 PT322623650", "PT349842858 PT293775457"},
            {"RO442 RO11914585", "RO6552 RO33"},
            {"SE559459972101 SE692331127501", "SE450903752901 SE655424023701"},
            {"SI61174505 SI12166391", "SI70892619 SI59693537"},
            {"SK9297553617 SK6973889703", "SK4740570000 SK8096221448"},
            {"GB498456832 XI554226605 GBGD001 GBHA500", "GB912139461 GBGD500 GBHA499"},
            {"CHE906181376MWST CHE722772209TVA", "CHE910298342MWST"},
            {"NO841109228MVA 826674652MVA", "NO901276538MVA"},
        };
        for (const auto& row : rows) QTest::newRow(row[0]) << QString(row[1]);
    }
    void vatIds() {
        QFETCH(QString, wrong);
        for (const QString& id : words(QTest::currentDataTag())) QVERIFY2(faultOfVatId(id).isEmpty(), qPrintable(id));
        for (const QString& id : wrong.split(' ', Qt::SkipEmptyParts))
            QVERIFY2(!faultOfVatId(id).isEmpty(), qPrintable(id));
    }

    void vatIdsAreReadAsPrinted() {
        QCOMPARE(faultOfVatId("DE 136 695 976"), QString());
        QCOMPARE(faultOfVatId("de-136.695.976"), QString());
        QCOMPARE(faultOfVatId("DE 136 695 977"), "its check digits do not fit");
        QCOMPARE(faultOfVatId("DE 136 695 97"), "it has not the form of one from DE");
        QCOMPARE(faultOfVatId("136 695 976"), "it begins with no country whose VAT ids Floe knows");
        QCOMPARE(countryOfVatId("EL094259216"), "GR");
        QCOMPARE(countryOfVatId("CHE-107.787.577 IVA"), "CH");
        QCOMPARE(countryOfVatId("977074010 MVA"), "NO");
        QCOMPARE(countryOfVatId("12345"), QString());
        QVERIFY(looksLikeVatId("DE 136 695 977"));
        QVERIFY(!looksLikeVatId("DE 136"));
        QVERIFY(!looksLikeVatId("DELIVERED"));
    }

    void companyNumbers_data() {
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("wrong");
        const char* rows[][3] = {
            {"siren", "075440602 422382036 105548275", "739007349 142669745 265097632"},
            {"siret", "76394706672710 40874745937169 04714053898294", "75593258457657 76905938005535 69562093820455"},
            {"codice fiscale", "DFRGMM04H68A422P TFRMDN99T28L877W RTSGDM36B01L214Z",
             "GMPGPN68P01F954F BFPCBG88E68F786C RRNRPC50R68L800J"},
            {"NIP", "7563806748 4292582866 4195767070", "4910498014 6708816633 1565845682"},
            {"REGON", "992585848 444119705 035893485", "641844443 576418875 680920344"},
            {"NIF", "W10056869 P52654043 H1225373H", "F25124555 71748942C I21070477"},
            {"GSTIN", "27MQGTX1514K3ZX 29LLNHK6811H1ZY 27GKVTO4638S2ZF",
             "07BRGHU7922W3ZI 07IZSPZ8578F3ZA 27TJJCA6208G1ZV"},
            {"ABN", "88769619857 18448810592 86415031980", "61857104669 84641866204 86685753527"},
            {"CNPJ", "62504335000102 23208742000102 13029855000197", "45903352000196 42206496000196 79191517000113"},
            {"GTIN", "1833968946900 4376493309033 8010064147735", "8902771139453 2101208413405 0040991525483"},
            {"partita IVA", "00743110157", "00743110158 0074311015"},
            {"GLN", "4012345500004", "4012345500005 401234550000"},
            {"siren", "732829320", "732829321"},
            {"siret", "73282932000074 35600000049837", "73282932000075"},
            {"CNPJ", "12ABC34501DE35", "12ABC34501DE36 00000000000000"},
            {"EIN", "12-3456789", "123456789 12-345678"},
            {"KvK", "12345678", "1234567 123456789"},
            {"Steuernummer", "21/815/08150 181/815/08155 2893081508152", "21815 21/8/1 08150"},
        };
        int n = 0;
        for (const auto& row : rows) QTest::addRow("%d %s", n++, row[0]) << QString(row[1]) << QString(row[2]);
    }
    void companyNumbers() {
        QFETCH(QString, right);
        QFETCH(QString, wrong);
        const QHash<QString, bool (*)(const QString&)> kinds{{"siren", isSiren},
                                                             {"siret", isSiret},
                                                             {"codice fiscale", isCodiceFiscale},
                                                             {"partita IVA", isPartitaIva},
                                                             {"NIP", isNip},
                                                             {"REGON", isRegon},
                                                             {"NIF", isNif},
                                                             {"GSTIN", isGstin},
                                                             {"ABN", isAbn},
                                                             {"CNPJ", isCnpj},
                                                             {"ACN", isAcn},
                                                             {"CVR", isCvr},
                                                             {"organisation number", isOrganisationNumber},
                                                             {"Y-tunnus", isYTunnus},
                                                             {"ICO", isIco},
                                                             {"Belgian company", isBelgianCompany},
                                                             {"GLN", isGln},
                                                             {"GTIN", isGtin},
                                                             {"EIN", looksLikeEin},
                                                             {"KvK", looksLikeKvk},
                                                             {"Steuernummer", looksLikeSteuernummer}};
        const auto passes = kinds.value(QString(QTest::currentDataTag()).section(' ', 1));
        QVERIFY(passes);
        for (const QString& id : right.split(' ')) QVERIFY2(passes(id), qPrintable(id));
        for (const QString& id : wrong.split(' ')) QVERIFY2(!passes(id), qPrintable(id));
    }

    void legalIdsThatNameTheirKind() {
        for (const char* id :
             {"SIREN 732 829 320", "REGON: 123456785", "HRB 12345", "KRS 0000123456", "", "CIF B58378431"})
            QCOMPARE(faultOfLegalId(id), QString());
        QCOMPARE(faultOfLegalId("SIREN 732 829 321"), "732 829 321 is no SIREN");
        QVERIFY(!faultOfLegalId("regon: 123456786").isEmpty());
    }

    void legalIdsWithoutTheirLabelAreToldByShapeAndCountry() {
        QVERIFY(!faultOfLegalId("27AAPFU0939F1ZX").isEmpty());
        QVERIFY(!faultOfLegalId("11.222.333/0001-82").isEmpty());
        QCOMPARE(faultOfLegalId("732 829 321", "FR"), "732 829 321 is no SIREN");
        QVERIFY(!faultOfLegalId("13585629", "DK").isEmpty());
        QCOMPARE(faultOfLegalId("732 829 321"), QString());  // of any country
        QCOMPARE(faultOfLegalId("732 829 320", "FR"), QString());
        QCOMPARE(faultOfLegalId("78012345", "NL"), QString());  // no public rule
    }

    void vatRates() {
        const auto known = [](const char* country, const char* rate) {
            return isVatRate(country, *Decimal::parse(rate));
        };
        QVERIFY(known("DE", "19") && known("DE", "7.00") && known("DE", "0") && known("CH", "8.1") &&
                known("FI", "25.5"));
        QVERIFY(!known("DE", "21") && !known("FR", "19") && !known("GB", "17"));
        QVERIFY(hasVatRates("NO") && !hasVatRates("US"));
        // every country whose ids are known has rates
        for (const char* id :
             {"AT", "BE", "BG", "CHE", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "GB", "HR", "HU",
              "IE", "IT", "LT", "LU",  "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "XI"})
            QVERIFY2(hasVatRates(countryOfVatId(id)), id);
    }
};

static floe::test::AddSuite<IdentifiersTest> added;
#include "identifiers_test.moc"
