"""Numbers that prove themselves: VAT ids, accounts and company numbers with right check digits, each by the rule its country publishes."""

from string import ascii_uppercase


def digits(rng, count, first=None):
    head = str(rng.randint(1, 9)) if first is None else str(first)
    return head + "".join(str(rng.randint(0, 9)) for _ in range(count - len(head)))


def weighted(number, weights):
    return sum(int(d) * w for d, w in zip(number, weights))


def luhn(number):
    """The digit that makes number + digit pass the Luhn test."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)


# Each returns the number as its country's offices write it, without blanks.
def _de(rng):
    number, product = digits(rng, 8), 10
    for digit in number:
        product = ((int(digit) + product) % 10 or 10) * 2 % 11
    return f"DE{number}{(11 - product) % 10}"


def _at(rng):
    number = digits(rng, 7)
    total = sum(sum(map(int, str(int(d) * 2))) if i % 2 else int(d) for i, d in enumerate(number))
    return f"ATU{number}{(96 - total) % 10}"


def siren(rng):
    number = digits(rng, 8)
    return number + luhn(number)


def _fr(rng):
    number = siren(rng)
    return f"FR{(12 + 3 * (int(number) % 97)) % 97:02d}{number}"


def _be(rng):
    number = "0" + digits(rng, 7)
    return f"BE{number}{97 - int(number) % 97:02d}"


def _es(rng):
    number = digits(rng, 7, rng.choice("2347"))
    total = sum(int(d) for d in number[1::2]) + sum(sum(map(int, str(2 * int(d)))) for d in number[0::2])
    return f"ES{rng.choice('AB')}{number}{-total % 10}"


def _it(rng):
    number = digits(rng, 7, 0) + f"{rng.randint(1, 99):03d}"
    return f"IT{number}{luhn(number)}"


def _nl(rng):
    while True:
        number = digits(rng, 8)
        check = weighted(number, range(9, 1, -1)) % 11
        if check < 10:
            return f"NL{number}{check}B0{rng.randint(1, 3)}"


def _pt(rng):
    number = digits(rng, 8, rng.choice("5569"))
    check = 11 - weighted(number, range(9, 1, -1)) % 11
    return f"PT{number}{check if check < 10 else 0}"


def _pl(rng):
    while True:
        number = digits(rng, 9)
        check = weighted(number, (6, 5, 7, 2, 3, 4, 5, 6, 7)) % 11
        if check < 10:
            return f"PL{number}{check}"


def _se(rng):
    number = "55" + digits(rng, 7)
    return f"SE{number}{luhn(number)}01"


def _dk(rng):
    while True:
        number = digits(rng, 7)
        check = (11 - weighted(number, (2, 7, 6, 5, 4, 3, 2)) % 11) % 11
        if check < 10:
            return f"DK{number}{check}"


def _gb(rng):
    number = digits(rng, 7)
    check = weighted(number, range(8, 1, -1)) % 97
    return f"GB{number}{97 - check:02d}"


def _ie(rng):
    number = digits(rng, 7)
    return f"IE{number}{('W' + ascii_uppercase)[weighted(number, range(8, 1, -1)) % 23]}"


def _ch(rng):
    while True:
        number = digits(rng, 8)
        check = (11 - weighted(number, (5, 4, 3, 2, 7, 6, 5, 4)) % 11) % 11
        if check < 10:
            number += str(check)
            return f"CHE-{number[:3]}.{number[3:6]}.{number[6:]} MWST"


_GST = "0123456789" + ascii_uppercase


def _in(rng):
    number = f"{rng.choice((7, 8, 27, 29, 33)):02d}" + "".join(rng.choice(ascii_uppercase) for _ in range(5))
    number += digits(rng, 4) + rng.choice(ascii_uppercase) + "1Z"
    total = 0
    for place, sign in enumerate(number):
        product = _GST.index(sign) * (1 + place % 2)
        total += product // 36 + product % 36
    return number + _GST[-total % 36]


def _au(rng):
    while True:
        number = digits(rng, 11)
        if (weighted(str(int(number[0]) - 1) + number[1:], (10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19))) % 89 == 0:
            return f"{number[:2]} {number[2:5]} {number[5:8]} {number[8:]}"


def _br(rng):
    number = digits(rng, 8) + "0001"
    for weights in ((5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2), (6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)):
        rest = weighted(number, weights) % 11
        number += str(0 if rest < 2 else 11 - rest)
    return f"{number[:2]}.{number[2:5]}.{number[5:8]}/{number[8:12]}-{number[12:]}"


VAT = {"DE": _de, "AT": _at, "FR": _fr, "BE": _be, "ES": _es, "IT": _it, "NL": _nl, "PT": _pt, "PL": _pl, "SE": _se,
       "DK": _dk, "GB": _gb, "IE": _ie, "CH": _ch}
COMPANY = {"IN": _in, "AU": _au, "BR": _br}

# n: a digit, a: a letter
BBAN = {"DE": "n18", "AT": "n16", "CH": "n17", "FR": "n23", "BE": "n12", "ES": "n20", "IT": "a1n22", "NL": "a4n10", "PT": "n21",
        "PL": "n24", "SE": "n20", "DK": "n14", "GB": "a4n14", "IE": "a4n14"}


def iban(rng, country):
    shape, bban = BBAN[country], ""
    if shape[0] == "a":
        letters = int(shape[1])
        bban, shape = "".join(rng.choice(ascii_uppercase) for _ in range(letters)), shape[2:]
    bban += digits(rng, int(shape[1:]))
    number = "".join(str(int(sign, 36)) for sign in bban + country + "00")
    return f"{country}{98 - int(number) % 97:02d}{bban}"


def iban_holds(text):
    return int("".join(str(int(sign, 36)) for sign in text[4:] + text[:4])) % 97 == 1


def bic(rng, country):
    letters = "".join(rng.choice("BCDFGKLMNPRSTV") for _ in range(4))
    return letters + country + rng.choice(("2X", "21", "22", "MM")) + rng.choice(("", "XXX", digits(rng, 3)))
