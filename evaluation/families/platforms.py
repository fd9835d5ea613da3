"""Where it is hard to see who sells: platforms, names that are pictures, feet with several accounts."""


from PIL import Image, ImageDraw, ImageFont

from families import WITH_OTHERS, family
from paper import TRUETYPE
from pieces import COLOURS, GREY, Table, bank, contact, draw_sums, foot_columns, joined, legal_identity, mark, meta, page_count, ship_to, sums, table, terms
from values import bic, iban


def other_stem(bill):
    taken = bill.facts["seller.name"] + bill.facts["buyer.name"]
    return bill.rng.choice([stem for stem in bill.words.all("stems") if stem not in taken and " " not in stem])


@family("marketplace", kinds=("bill", "bill", "bill", "receipt"), lines=(1, 4), wants={"private": 0.8, "paid": 0, "order": 1})
def marketplace(paper, bill):
    """The platform's sign and foot, another one's goods: the seller stands in a block of small print."""
    rng = bill.rng
    colour = rng.choice(COLOURS)
    platform = other_stem(bill) + rng.choice((".shop", "Market", "Bazaar", " Marketplace"))
    country = bill.look.country
    foot = f"{platform} S.à r.l., 7 rue du Galet, L-1917 Luxembourg - help@{platform.split('.')[0].split(' ')[0].lower().encode('ascii', 'ignore').decode()}.example"
    paper.on_page = lambda number: (paper.text(paper.left, paper.height - 40, foot, 6.8, colour=GREY, fit=paper.right - paper.left),
                                    paper.text(paper.right, paper.height - 28, page_count(paper, bill), 6.8, align="r", colour=GREY))
    paper.begin()
    paper.text(paper.left, 58, platform, 20, True, colour=colour)
    paper.text(paper.right, 58, bill.title(), 16, align="r")
    y = 92
    for x, key, side in ((paper.left, "to", "buyer"), (paper.left + 190, "sold_by", "seller")):
        paper.text(x, y, bill.label(key), bold=True)
        paper.y = max(paper.y, paper.block(x, y + 14, bill.party(side) + (joined(contact(bill, "vat_id"), " ") if side == "seller" else [])))
    paper.pairs(paper.left + 360, y, meta(bill, "number date order order_date delivery"), 150, gap=76)
    paper.y = max(paper.y, 170)
    paper.y = ship_to(paper, bill, paper.left, paper.y + 6) + 14
    table(paper, bill, Table(rng.choice(("description qty price rate amount", "qty description price amount")), head="grey"))
    draw_sums(paper, sums(bill, due=False), paper.right - 220, paper.right)
    if bill.kind == "receipt":
        bill.unjudged.update(("paid", "amount_due"))
        paper.text(paper.left, paper.y, bill.label("card"))
        paper.y += 14
    bill.unjudged.add("due_date")
    paper.y = paper.paragraph(paper.left, paper.y + 10, paper.right - paper.left, bill.label("behalf", p=platform, s=bill.facts["seller.name"]), 7.5)
    paper.paragraph(paper.left, paper.y + 4, paper.right - paper.left, bill.label("marketplace", p=platform), 7.5, colour=GREY)


def lettered_picture(text, colour):
    """The name of a brand as a picture: no reader of text finds it."""
    try:
        font = ImageFont.truetype(f"{TRUETYPE}/dejavu/DejaVuSans-Bold.ttf", 64)
    except OSError:
        font = ImageFont.load_default()
    box = font.getbbox(text)
    picture = Image.new("RGB", (box[2] + 40, box[3] + 40), "white")
    drawing = ImageDraw.Draw(picture)
    drawing.text((20, 16), text, font=font, fill=tuple(int(c * 255) for c in colour))
    drawing.line((20, box[3] + 30, box[2] + 20, box[3] + 30), fill=tuple(int(c * 255) for c in colour), width=6)
    return picture


@family("name-in-the-foot", kinds=WITH_OTHERS, wants={"person": 0})
def name_in_the_foot(paper, bill):
    """The head is a picture; who sells is told by the foot alone."""
    rng = bill.rng
    picture = lettered_picture(bill.extras["brand"], rng.choice(COLOURS))
    groups = [bill.party("seller") + legal_identity(bill), joined(contact(bill), " "), joined(bank(bill), " ")]

    def every_page(number):
        height = 34
        paper.picture(paper.left if number == 1 else paper.right - 90, 30, height * picture.width / picture.height if number == 1 else 90, height if number == 1 else 24, picture)
        foot_columns(paper, bill, paper.height - 60, groups)
        if number > 1:
            paper.y = 80

    paper.on_page = every_page
    paper.begin()
    paper.block(paper.left, 120, bill.party("buyer"), paper.size + 0.5)
    y = paper.pairs(paper.right - 190, 120, meta(bill), 190, value=rng.choice("lr"), bold_label=rng.random() < 0.4)
    paper.y = max(y, 200) + 10
    paper.text(paper.left, paper.y, bill.title(), paper.size + 6, True)
    paper.y += 16
    table(paper, bill, Table(rng.choice(("pos description qty unit price amount", "description qty price amount", "code description unit qty price rate amount")), head=rng.choice(("rule", "band", "grey")), colour=rng.choice(COLOURS)))
    draw_sums(paper, sums(bill), paper.right - 220, paper.right, rng.choice(("rule", "plain", "boxed")))
    text = terms(bill)
    if text:
        paper.paragraph(paper.left, paper.y + 6, paper.right - paper.left, text)


@family("many-accounts", languages=("de", "fr", "it", "nl", "es", "pl"), countries=("DE", "AT", "FR", "BE", "IT", "NL", "ES", "PL"), wants={"clerk": 0.8, "contract": 0.4})
def many_accounts(paper, bill):
    """Three banks in the foot, a long legal foot, a clerk with a number of their own; the first account is the one that counts."""
    rng = bill.rng
    country = bill.look.country
    banks = {"de": ("Sparkasse", "Volksbank", "Privatbank"), "fr": ("Banque", "Crédit", "Caisse"), "it": ("Banca", "Credito", "Cassa"), "nl": ("Bank", "Krediet", "Spaarkas"),
             "es": ("Banco", "Caja", "Crédito"), "pl": ("Bank", "Kasa", "Kredyt")}[bill.language]
    first = [f"{banks[0]} {bill.extras['town']}"] + joined(bank(bill), " ")
    others = [[f"{name} {other_stem(bill)}", "IBAN " + " ".join([number[i:i + 4] for i in range(0, len(number), 4)]), f"BIC {bic(rng, country)}"]
              for name, number in ((name, iban(rng, country)) for name in banks[1:])]

    def every_page(number):
        foot_columns(paper, bill, paper.height - 76, [first] + others)
        paper.text(paper.width / 2, paper.height - 34, " | ".join(legal_identity(bill) + joined(contact(bill, "vat_id"), " ")), 6.8, align="c", colour=GREY)
        paper.text(paper.right, 36, page_count(paper, bill), 7, align="r")
        if number > 1:
            paper.y = 60

    paper.on_page = every_page
    paper.begin()
    mark(paper, bill, paper.right - 40, 44, 40, rng)
    paper.block(paper.left, 56, bill.party("seller") + joined(contact(bill, "phone mail web"), " "), first_bold=True)
    paper.block(paper.left, 156, bill.party("buyer"), paper.size + 0.5)
    paper.text(paper.left, 236, bill.title(), paper.size + 5, True)
    rows = meta(bill)
    half = (len(rows) + 1) // 2
    y = paper.pairs(paper.left, 256, rows[:half], 230, gap=105, colon=":")
    paper.y = max(y, paper.pairs(paper.left + 250, 256, rows[half:], 230, gap=105, colon=":")) + 12
    table(paper, bill, Table(rng.choice(("pos qty unit code description price amount", "pos description qty unit price rate amount")), head=rng.choice(("boxed", "grid", "rule"))))
    draw_sums(paper, sums(bill), paper.right - 230, paper.right)
    for text in (terms(bill), bill.label("hint", x=bill.show("number"))):
        if text:
            paper.y = paper.paragraph(paper.left, paper.y, paper.right - paper.left, text) + 4


@family("long-list", kinds=("bill",), lines=(26, 64), wants={"details": 0.2})
def long_list(paper, bill):
    """Several pages, the sum so far carried over, the head again on each."""
    rng = bill.rng
    paper.size = min(paper.size, 9)

    def every_page(number):
        paper.text(paper.left, 46, bill.show("seller.name"), 13, True)
        paper.text(paper.right, 46, page_count(paper, bill), align="r")
        if number > 1:
            paper.text(paper.left, 62, f"{bill.title()} {bill.show('number')}", colour=GREY)
            paper.y = 80
        paper.text(paper.left, paper.height - 44, " | ".join(bill.address("seller") + joined(contact(bill), " ")), 6.8, colour=GREY, fit=paper.right - paper.left)
        paper.text(paper.left, paper.height - 34, " | ".join(joined(bank(bill), " ")), 6.8, colour=GREY)

    paper.on_page = every_page
    paper.begin()
    end = paper.block(paper.left, 90, bill.party("buyer"))
    y = paper.pairs(340, 90, [(bill.label("title.bill"), "")] + meta(bill), 200, gap=100)
    paper.y = max(end, y) + 14
    table(paper, bill, Table(rng.choice(("pos code description qty unit price amount", "pos description qty price rate amount")), head=rng.choice(("rule", "grey", "grid", "band")), carry=rng.random() < 0.7,
                             zebra=rng.random() < 0.3, leading=rng.choice((1.4, 1.7))))
    draw_sums(paper, sums(bill), paper.right - 230, paper.right)
    text = terms(bill)
    if text:
        paper.need(20)
        paper.paragraph(paper.left, paper.y + 6, paper.right - paper.left, text)


@family("cloud-usage", languages=("en", "de", "fr", "es", "nl", "sv"), kinds=("bill",), lines=(3, 8), wants={"discount": 0, "shipping": 0, "paid": 0})
def cloud_usage(paper, bill):
    """A summary on the first page; what it is made of, with many small sums, on the second."""
    rng = bill.rng
    bill.unjudged.add("lines")
    paper.on_page = lambda number: paper.text(paper.right, paper.height - 30, page_count(paper, bill), 7, align="r", colour=GREY)
    paper.begin()
    paper.text(paper.left, 60, bill.extras["brand"], 20, True, colour=rng.choice(COLOURS))
    paper.text(paper.right, 60, bill.title(), 20, align="r")
    paper.block(paper.left, 90, bill.party("seller") + joined(contact(bill, "mail vat_id"), ": "), colour=GREY)
    paper.text(paper.left, 170, bill.label("to"), bold=True)
    end = paper.block(paper.left, 184, bill.party("buyer"))
    y = paper.pairs(330, 170, meta(bill, "number date customer period due"), paper.right - 330, value="r")
    paper.y = max(end, y) + 20
    paper.text(paper.left, paper.y, bill.label("amounts_in", c=bill.names_currency()), 8, colour=GREY)
    paper.y += 10
    draw_sums(paper, sums(bill, due=True), paper.left, paper.right)
    text = terms(bill)
    if text:
        paper.text(paper.left, paper.y + 6, text)
    if bank(bill):
        paper.pairs(paper.left, paper.y + 26, bank(bill), 220)
    paper.turn()
    paper.text(paper.left, paper.y, bill.label("services"), 13, True)
    paper.y += 14
    table(paper, bill, Table("description qty unit price amount", head="rule"))
