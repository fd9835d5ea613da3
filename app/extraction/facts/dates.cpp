#include <algorithm>

#include "app/extraction/facts/facts.h"
#include "app/extraction/printed_date.h"

namespace floe::facts {

namespace {

const char* const kDelivery =
    "(?:delivery|supply|ship(?:ping|ment|ped)?|service|dispatch) date|date of (?:delivery|supply|service|shipment|"
    "dispatch)|(?:delivered|shipped|supplied|dispatched)(?: on)?|tax point(?: date)?|"
    "(?:liefer|leistungs|ausf[üu]hrungs|versand)(?:datum|tag)|(?:tag|datum) der (?:lieferung|leistung|ausf[üu]hrung)|"
    "(?:geliefert|ausgef[üu]hrt|versandt) am|lieferung (?:am|vom)|"
    "date de (?:la )?(?:livraison|prestation|vente|l'intervention|service)|date "
    "d'(?:intervention|exp[ée]dition)|livr[ée]e? "
    "le|fecha de (?:la )?(?:entrega|operaci[óo]n|prestaci[óo]n|servicio|suministro|env[íi]o)|entregado el|"
    "data (?:di |della )?(?:consegna|prestazione|fornitura|spedizione)|data (?:del )?(?:ddt|d\\.d\\.t\\.)|consegnato "
    "il|"
    "lever(?:ings)?datum|prestatiedatum|datum (?:van )?(?:de )?(?:levering|prestatie|uitvoering)|geleverd op|"
    "data (?:d[aeo] )(?:entrega|presta[çc][ãa]o|fornecimento|servi[çc]o|envio)|entregue em|"
    "data (?:sprzeda[żz]y|dostawy|wykonania(?: us[łl]ugi)?|zako[ńn]czenia dostawy)|dostarczono|"
    "lev(?:erans)?\\.? ?-?(?:datum|dag)|levere?rad(?: den)?|lev(?:erings)?\\.? ?-?(?:dato|dag)|leveret(?: den)?";

const char* const kPeriod =
    "(?:billing|service|invoice|invoicing|usage|subscription|statement) period|period(?: of (?:service|supply)| "
    "covered)?|(?:leistungs|abrechnungs|rechnungs|liefer|abo|nutzungs|verbrauchs)zeitraum|zeitraum|p[ée]riode(?: "
    "(?:de (?:facturation|prestation|consommation)|factur[ée]e))?|"
    "per[íi]odo(?: (?:de (?:facturaci[óo]n|consumo)|facturado|di (?:fatturazione|riferimento|competenza)|de "
    "(?:fatura[çc][ãa]o|consumo)))?|(?:factuur|facturatie|dienst|verbruiks)?periode|okres(?: (?:rozliczeniowy|"
    "[śs]wiadczenia us[łl]ug))?|(?:fakturerings|avtals|leverans|m[äa]t|f[öo]rbruknings)period|(?:fakturerings|"
    "afregnings|leverings|forbrugs)periode";

DateOrder orderOn(const Extraction& e, const PageCells& cells) {
    const Field* currency = e.find("currency");
    return dateOrderOf(cells.page().text, currency ? currency->value : QString());
}

/// The one day that is meant; none where there are two.
QDate dayOf(const QString& text, DateOrder order) {
    const QVector<QDate> days = readDate(text);
    if (days.isEmpty() || (days.size() > 1 && order == DateOrder::Unknown)) return {};
    return days[days.size() > 1 && order == DateOrder::MonthFirst];
}

constexpr int kMostWords = 6;  // of a date: "den 1 de mayo de 2022"

/// The date with which a text begins.
std::optional<std::pair<Run, QDate>> dateAtBegin(const Run& run, DateOrder order) {
    qsizetype end = 0;
    for (int words = 0; words < kMostWords && end < run.text.size(); ++words) {
        while (end < run.text.size() && run.text[end].isSpace()) ++end;
        while (end < run.text.size() && !run.text[end].isSpace()) ++end;
        QString text = run.text.left(end);
        while (text.endsWith(',') || text.endsWith(';')) text.chop(1);
        if (const QDate day = dayOf(text, order); day.isValid()) return {{Run{text, run.begin}, day}};
    }
    return {};
}

void findDelivery(Extraction& e, const PageCells& cells, DateOrder order) {
    for (const Run& run : cells.beside(kDelivery))
        if (const auto date = dateAtBegin(run, order))
            return addOnce(e, cells.byLabel("delivery_date", date->first, date->second.toString(Qt::ISODate)));
}

const QRegularExpression& between() {
    static const QRegularExpression words(
        " *(?:[–—−]| - | (?:to|until|through|bis|au|al?|fino al|tot(?: en met)?|t/m|at[ée]|do|till?|til) )(?: "
        "?(?:zum|the))? *",
        QRegularExpression::CaseInsensitiveOption);
    return words;
}

/// Two days with a word between them at the beginning of a text; the year of the first may be left out: "1 October to
/// 31 December 2024".
bool addPeriod(Extraction& e, const PageCells& cells, const Run& run, DateOrder order) {
    static const QRegularExpression leading("^ *(?:from|for|von|vom|du|del?|dal|van|od|de|fr[åa]n|fra) +",
                                            QRegularExpression::CaseInsensitiveOption);
    const qsizetype from = std::max<qsizetype>(0, leading.match(run.text).capturedEnd());
    for (auto it = between().globalMatch(run.text.left(100)); it.hasNext();) {
        const auto match = it.next();
        if (match.capturedStart() <= from) continue;
        const auto last = dateAtBegin({run.text.mid(match.capturedEnd(), 40), run.begin + match.capturedEnd()}, order);
        if (!last) continue;
        const Run first{run.text.mid(from, match.capturedStart() - from), run.begin + from};
        QDate start = dayOf(first.text, order);
        if (!start.isValid()) {
            start = dayOf(QString("%1 %2").arg(first.text).arg(last->second.year()), order);
            if (start > last->second) start = start.addYears(-1);
        }
        if (!start.isValid() || last->second < start) continue;
        addOnce(e, cells.byLabel("period_start", first, start.toString(Qt::ISODate)));
        addOnce(e, cells.byLabel("period_end", last->first, last->second.toString(Qt::ISODate)));
        return true;
    }
    return false;
}

void findPeriod(Extraction& e, const PageCells& cells, DateOrder order) {
    for (const Run& run : cells.beside(kPeriod))
        if (addPeriod(e, cells, run, order)) return;
    // A line of its own that begins so says what the bill is for: "From 1 October to 31 December 2024".
    static const QRegularExpression says("^ *(?:from|for the period|vom|du|dal|del|van|od|från|fra) +(?=[0-9])",
                                         QRegularExpression::CaseInsensitiveOption);
    for (const Cell& cell : cells.all())
        if (says.match(cell.text).hasMatch() && addPeriod(e, cells, cell, order)) return;
}

}  // namespace

void findDates(Extraction& extraction, const PageCells& cells) {
    const DateOrder order = orderOn(extraction, cells);
    findDelivery(extraction, cells, order);
    findPeriod(extraction, cells, order);
}

}  // namespace floe::facts
