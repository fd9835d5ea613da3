"""People, companies, places and identifiers that nobody has: random syllables, so that a model must copy and cannot remember."""
import string

ONSETS = "b c d f g h k l l m m n n p r r s s t t v w b br c ch cr d dr f fl fr g gl gr h j k kl kr l m n p pl pr qu r s sch sh sk sl sp st t th tr v w wh y z".split()
VOWELS = "a a a a a e e e e e e i i i i o o o o u u u ai au ea ee ei ie io oa oo ou ü ö ä é y".split()
CODAS = [""] * 14 + ["n", "r", "l", "s", "m", "t", "d", "k", "x", "ck", "ll", "nd", "ng", "rt", "st", "tz", "ss", "rn", "ld", "p", "ff"]
ENDINGS = ["", "", "", "", "", "", "", "er", "son", "mann", "ia", "o", "a", "ex", "ix", "ify", "ly", "en", "ini", "ez", "sen", "stein", "berg", "ton", "ville", "ow", "eau"]
FIRST = ("Anna Ben Clara David Emma Felix Greta Hugo Ines Jan Karin Luis Maria Nils Olga Paul Rosa Simon Tina Udo Vera Willem Ada James Mary "
         "João Inês Zofia Łukasz Björn Åsa Søren Mette John Linda Robert Susan Michael Sarah Pierre Claire Marco Giulia José Carmen Pieter Sofie Priya Arun Wei Yuki Omar Fatima").split()
FREE_MAIL = ["gmail.com", "outlook.com", "yahoo.com", "gmx.de", "web.de", "orange.fr", "hotmail.com", "icloud.com"]
TOPS = ["com", "com", "com", "net", "org", "io", "de", "fr", "es", "it", "nl", "pt", "pl", "se", "dk", "com.br", "co.uk", "eu", "ch", "at", "be", "app", "in", "com.au", "ca"]
BOXES = ["info", "billing", "invoices", "sales", "office", "hello", "contact", "accounts", "mail", "support", "rechnung", "kontakt", "bills", "finance",
         "ap", "accounting", "payments", "service", "buchhaltung", "contabilidad", "facturation", "admin", "biuro", "faktury", "faktura", "kundservice", "geral", "kontor"]


def syllables(r, low=1, high=2):
    word = "".join(r.choice(ONSETS if i or r.random() < 0.8 else [""]) + r.choice(VOWELS) + r.choice(CODAS) for i in range(r.randint(low, high)))
    return (word if len(word) > 2 else word + "ra") + r.choice(ENDINGS)


def plain(word):
    """Without marks, for addresses of mail and web."""
    for a, b in zip("üöäéßèêçñáíóúàâîôûœãõåøæąćęłńśźż'",
                    "u o a e ss e e c n a i o u a a i o u oe a o a o ae a c e l n s z z ".split(" ")):
        word = word.replace(a, b)
    return "".join(c for c in word.lower() if c in string.ascii_lowercase + string.digits + "-")


def name(r):
    return syllables(r).capitalize()


def person(r):
    first = r.choice(FIRST) if r.random() < 0.6 else name(r)
    middle = f" {r.choice(string.ascii_uppercase)}." if r.random() < 0.06 else ""
    title = r.choice(["Dr. ", "Mr ", "Ms ", "Herr ", "Frau ", "Mrs. ", "Prof. "]) if r.random() < 0.06 else ""
    last = name(r) + (f"-{name(r)}" if r.random() < 0.06 else "")
    return f"{title}{first}{middle} {last}"


def company(r, words):
    core = r.choice([
        lambda: name(r), lambda: name(r), lambda: f"{name(r)} {name(r)}", lambda: f"{name(r)} & {name(r)}", lambda: person(r),
        lambda: r.choice(words["nouns"]).capitalize(), lambda: f"{r.choice(words['nouns']).capitalize()}{name(r).lower()}",
        lambda: "".join(r.choice(string.ascii_uppercase) for _ in range(r.randint(2, 4))), lambda: f"{name(r)}-{name(r)}",
        lambda: f"{r.choice(words['nouns']).capitalize()} {r.choice(words['small'])} {name(r)}", lambda: r.choice(words["streets"]).format(x=name(r)),
        lambda: name(r) + r.choice([".com", ".io", " 24", " 4U", "One"]),
    ])()
    trade = f" {r.choice(words['trades'])}" if r.random() < 0.5 else ""
    legal = f"{r.choice([' ', ' ', ' ', ', '])}{r.choice(words['legal'])}" if r.random() < 0.6 else ""
    return core + trade + legal


def domain(r, who):
    stem = plain("".join(who.split()[:r.randint(1, 2)]).replace(",", "").replace(".", "")) or "firma"
    return f"{stem[:22]}.{r.choice(TOPS)}"


def email(r, who):
    if r.random() < 0.12:
        return f"{plain(who.replace(' ', '-'))[:18].strip('-') or 'post'}{r.choice(['', str(r.randint(1, 99))])}@{r.choice(FREE_MAIL)}"
    box = r.choice(BOXES) if r.random() < 0.75 else f"{plain(r.choice(FIRST))}.{plain(name(r))}"
    return f"{box}@{domain(r, who)}"


def number(r, low, high):
    return "".join(r.choice(string.digits) for _ in range(r.randint(low, high)))


def street(r, language, words):
    house = number(r, 1, 3).lstrip("0") or "7"
    if r.random() < 0.06:
        house += r.choice("abcAB")
    line = r.choice(words["streets"]).format(x=name(r))
    if language == "pl" and r.random() < 0.3:
        house += f"/{r.randint(1, 60)}"
    if language in ("en", "fr"):
        return f"{house}{', ' if language == 'fr' and r.random() < 0.4 else ' '}{line}"
    return f"{line}{', ' if language in ('es', 'it', 'pt') and r.random() < 0.7 else ' '}{house}"


def town(r, language):
    """One line or the parts of one: town, state, postal code in the land's order."""
    place = name(r) + (f" {name(r)}" if r.random() < 0.15 else "")
    if language == "en":
        state = "".join(r.choice(string.ascii_uppercase) for _ in range(2))
        uk = f"{r.choice(string.ascii_uppercase)}{r.choice(string.ascii_uppercase)}{r.randint(1, 19)} {r.randint(1, 9)}{r.choice(string.ascii_uppercase)}{r.choice('ABEX')}"
        return r.choice([f"{place}, {state} {number(r, 5, 5)}", f"{place}, {state}, {number(r, 5, 5)}", f"{place} {uk}", f"{place}, {uk}",
                         f"{place} {state} {number(r, 4, 6)}", f"{place} - {number(r, 6, 6)}", place])
    code = {"nl": lambda: f"{number(r, 4, 4)} {r.choice('ABCDEHK')}{r.choice('ABCDEHK')}", "de": lambda: number(r, 4, 5), "da": lambda: number(r, 4, 4),
            "pl": lambda: f"{number(r, 2, 2)}-{number(r, 3, 3)}", "sv": lambda: f"{number(r, 3, 3)} {number(r, 2, 2)}",
            "pt": lambda: r.choice([f"{number(r, 4, 4)}-{number(r, 3, 3)}", f"{number(r, 5, 5)}-{number(r, 3, 3)}"])}.get(language, lambda: number(r, 5, 5))()
    tail = f" ({r.choice(string.ascii_uppercase)}{r.choice(string.ascii_uppercase)})" if language == "it" and r.random() < 0.6 else ""
    land = {"de": "D-", "fr": "F-", "sv": "SE-", "da": "DK-"}.get(language)
    return f"{land if land and r.random() < 0.2 else ''}{code} {place}{tail}"


def identifier(r):
    """An invoice, order or customer number in one of many shapes; the last of its words only may be split."""
    letters = "".join(r.choice(string.ascii_uppercase) for _ in range(r.randint(1, 4)))
    year = str(r.randint(2014, 2026))
    return r.choice([
        lambda: number(r, 3, 10), lambda: number(r, 4, 8), lambda: number(r, 5, 12), lambda: f"{letters}-{number(r, 3, 7)}", lambda: f"{letters}{number(r, 3, 9)}",
        lambda: f"{year}-{number(r, 2, 6)}", lambda: f"{year}/{number(r, 2, 5)}", lambda: f"{letters}-{year}-{number(r, 3, 5)}", lambda: f"{number(r, 2, 4)}/{year}",
        lambda: f"{r.choice(['INV', 'RE', 'FA', 'R', 'F', 'IN', 'RG'])}{r.choice(['-', '', '/', '_'])}{number(r, 3, 8)}", lambda: f"{number(r, 3, 4)}-{number(r, 3, 8)}",
        lambda: f"{letters}/{number(r, 2, 5)}/{year[2:]}", lambda: "".join(r.choice(string.ascii_uppercase + string.digits) for _ in range(r.randint(6, 12))),
        lambda: f"{year}{number(r, 3, 6)}", lambda: f"{number(r, 1, 3)}.{number(r, 3, 4)}.{number(r, 2, 4)}", lambda: f"{letters} {number(r, 3, 7)}",
        lambda: f"{r.choice(string.ascii_uppercase)}{number(r, 4, 8)}-{number(r, 1, 4)}", lambda: number(r, 1, 3),
    ])()


def phone(r):
    return r.choice([f"+{r.randint(1, 99)} {number(r, 2, 4)} {number(r, 5, 8)}", f"({number(r, 3, 3)}) {number(r, 3, 3)}-{number(r, 4, 4)}",
                     f"0{number(r, 2, 4)}/{number(r, 5, 8)}", f"0{number(r, 3, 4)} {number(r, 3, 3)} {number(r, 3, 4)}", f"{number(r, 3, 3)}-{number(r, 3, 3)}-{number(r, 4, 4)}",
                     " ".join(f"0{number(r, 1, 1)}" if i == 0 else number(r, 2, 2) for i in range(5))])


def vat_id(r):
    return r.choice([f"DE{number(r, 9, 9)}", f"{number(r, 2, 2)}/{number(r, 3, 3)}/{number(r, 5, 5)}", f"FR{number(r, 11, 11)}", f"GB {number(r, 9, 9)}", f"IT{number(r, 11, 11)}",
                     f"B{number(r, 8, 8)}", f"NL{number(r, 9, 9)}B01", f"{number(r, 2, 2)}-{number(r, 7, 7)}", number(r, 8, 11), f"HRB {number(r, 4, 6)}", f"ATU{number(r, 8, 8)}",
                     f"PL{number(r, 10, 10)}", f"SE{number(r, 12, 12)}", f"DK{number(r, 8, 8)}", f"{number(r, 6, 6)}-{number(r, 4, 4)}",
                     f"PT{number(r, 9, 9)}"])


def iban(r):
    land = r.choice(["DE", "FR", "ES", "IT", "NL", "GB", "AT", "BE", "CH", "PT", "PL", "SE", "DK"])
    digits = number(r, 2, 2) + (r.choice(["", "ABNA", "NWBK"]) if land in ("NL", "GB") else "") + number(r, 14, 20)
    whole = land + digits
    return " ".join(whole[i:i + 4] for i in range(0, len(whole), 4)) if r.random() < 0.7 else whole
