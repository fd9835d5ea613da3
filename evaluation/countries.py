"""What a country's bills have in common: currency, tax rates, how numbers and dates are written."""

from dataclasses import dataclass

NBSP, THIN, APOSTROPHE = "\u00a0", "\u202f", "\u2019"


@dataclass(frozen=True)
class Country:
    language: str
    currency: str
    rates: tuple  # percent, the usual one first; as text, so that all digits are kept
    separators: tuple  # of (thousands, decimal)
    dates: tuple
    phone: str  # n: a digit
    domain: str
    money: tuple = ("{} €", "€ {}", "{} EUR", "EUR {}", "{}")
    name: str = ""


POINT_COMMA = ((".", ","), (".", ","), ("", ","))
COMMA_POINT = ((",", "."), (",", "."), ("", "."))
SPACE_COMMA = ((" ", ","), (NBSP, ","), ("", ","))

COUNTRIES = {
    "US": Country("en", "USD", ("8.25", "6", "7.375"), COMMA_POINT, ("%m/%d/%Y", "{B} {d}, %Y", "{b} {d}, %Y", "{m}/{d}/%Y", "{d}-{b}-%Y"),
                  "(nnn) 555-01nn", "com", ("${}", "$ {}", "${} USD", "USD {}", "{}"), "United States"),
    "GB": Country("en", "GBP", ("20", "5"), COMMA_POINT, ("%d/%m/%Y", "{d} {B} %Y", "{d} {b} %y", "%d-{b}-%Y", "%Y-%m-%d"),
                  "01632 96nnnn", "co.uk", ("£{}", "£ {}", "GBP {}", "{} GBP", "{}"), "United Kingdom"),
    "AU": Country("en", "AUD", ("10",), COMMA_POINT, ("%d/%m/%Y", "{d} {b} %Y", "{d} {B} %Y"),
                  "(02) 5550 nnnn", "com.au", ("${}", "A${}", "AUD {}", "{} AUD"), "Australia"),
    "IN": Country("en", "INR", ("18", "12"), (("indian", "."),), ("%d-%m-%Y", "%d/%m/%Y", "%d-{b}-%Y"),
                  "+91 20 5550 nnnn", "in", ("₹{}", "₹ {}", "INR {}", "Rs. {}"), "India"),
    "IE": Country("en", "EUR", ("23", "13.5"), COMMA_POINT, ("%d/%m/%Y", "{d} {B} %Y"), "+353 20 91n nnnn", "ie", ("€{}", "€ {}", "EUR {}"), "Ireland"),
    "CA": Country("en", "CAD", ("13", "5"), COMMA_POINT, ("%Y-%m-%d", "{B} {d}, %Y", "{b} {d}, %Y"),
                  "613-555-01nn", "ca", ("${} CAD", "CA${}", "CAD {}"), "Canada"),
    "DE": Country("de", "EUR", ("19", "7"), POINT_COMMA, ("%d.%m.%Y", "%d.%m.%Y", "{d}. {B} %Y", "%d.%m.%y", "{d}.{m}.%Y"),
                  "+49 30 23125 nnn", "de", name="Deutschland"),
    "AT": Country("de", "EUR", ("20", "10"), POINT_COMMA, ("%d.%m.%Y", "{d}. {B} %Y"), "+43 316 55 nn nn", "at", name="Österreich"),
    "CH": Country("de", "CHF", ("8.1", "2.6"), (("'", "."), (APOSTROPHE, "."), ("'", ".")), ("%d.%m.%Y", "{d}. {B} %Y"),
                  "+41 52 555 nn nn", "ch", ("CHF {}", "{} CHF", "Fr. {}"), "Schweiz"),
    "FR": Country("fr", "EUR", ("20", "5.5", "10"), SPACE_COMMA + ((THIN, ","),), ("%d/%m/%Y", "{d} {B} %Y", "%d-%m-%Y", "%d/%m/%y"),
                  "02 61 91 nn nn", "fr", ("{} €", "{} €", "{}€", "{} EUR", "{}"), "France"),
    "BE": Country("fr", "EUR", ("21", "6"), POINT_COMMA, ("%d/%m/%Y", "{d} {B} %Y"), "+32 4 555 nn nn", "be", name="Belgique"),
    "ES": Country("es", "EUR", ("21", "10"), POINT_COMMA, ("%d/%m/%Y", "%d-%m-%Y", "{d} de {B} de %Y", "{d}/{m}/%Y"), "983 555 nnn", "es",
                  ("{} €", "{} €", "{}€", "{} EUR", "{}"), "España"),
    "MX": Country("es", "MXN", ("16",), COMMA_POINT, ("%d/%m/%Y", "%Y-%m-%d"), "+52 442 555 nnnn", "mx", ("${} MXN", "MXN {}", "$ {} M.N."), "México"),
    "IT": Country("it", "EUR", ("22", "10", "4"), POINT_COMMA, ("%d/%m/%Y", "%d-%m-%Y", "{d} {B} %Y", "%d/%m/%y"), "049 555 nnnn", "it",
                  ("€ {}", "{} €", "EUR {}", "{}"), "Italia"),
    "NL": Country("nl", "EUR", ("21", "9"), POINT_COMMA, ("%d-%m-%Y", "{d} {B} %Y", "%d/%m/%Y"), "038 555 nn nn", "nl", ("€ {}", "€{}", "EUR {}", "{}"), "Nederland"),
    "PT": Country("pt", "EUR", ("23", "13", "6"), POINT_COMMA + ((" ", ","),), ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "{d} de {B} de %Y"), "+351 239 555 nnn", "pt", name="Portugal"),
    "BR": Country("pt", "BRL", ("12",), POINT_COMMA, ("%d/%m/%Y",), "(48) 5550-nnnn", "com.br", ("R$ {}", "R${}"), "Brasil"),
    "PL": Country("pl", "PLN", ("23", "8"), SPACE_COMMA, ("%d.%m.%Y", "%Y-%m-%d", "%d-%m-%Y", "{d} {B} %Y"), "+48 81 555 nn nn", "pl", ("{} zł", "{} PLN", "{} zł", "{}"), "Polska"),
    "SE": Country("sv", "SEK", ("25", "12"), SPACE_COMMA, ("%Y-%m-%d", "%Y-%m-%d", "{d} {B} %Y"), "063-555 nn nn", "se", ("{} kr", "{} SEK", "SEK {}", "{}"), "Sverige"),
    "DK": Country("da", "DKK", ("25",), POINT_COMMA, ("%d-%m-%Y", "%d.%m.%Y", "{d}. {B} %Y", "%d/%m/%Y"), "55 50 nn nn", "dk", ("{} kr.", "DKK {}", "kr. {}", "{}"), "Danmark"),
}

# Usual homes of a language, the commoner ones several times.
HOMES = {"en": ("US", "US", "GB", "GB", "AU", "IN", "IE", "CA"), "de": ("DE", "DE", "DE", "DE", "AT", "CH"), "fr": ("FR", "FR", "FR", "BE", "CH"),
         "es": ("ES", "ES", "ES", "MX"), "it": ("IT",), "nl": ("NL", "NL", "NL", "BE"), "pt": ("PT", "PT", "PT", "BR"), "pl": ("PL",), "sv": ("SE",), "da": ("DK",)}

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
}
