#!/usr/bin/env python3
"""Packs the bills of a word processor: `python3 office.py` writes veranstaltung.docx and poeta.odt, in the bare form of their formats."""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table"))


def pack(name, parts):
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as out:
        for path, text in parts.items():
            entry = zipfile.ZipInfo(path, (2025, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            out.writestr(entry, text)


def docx(name, blocks):
    """A text is a paragraph, a list of rows a table."""
    paragraph = lambda text: f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    body = "".join(paragraph(block) if isinstance(block, str) else "<w:tbl>" + "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in block) + "</w:tbl>" for block in blocks)
    types = "http://schemas.openxmlformats.org/package/2006"
    pack(name, {
        "[Content_Types].xml": f'<?xml version="1.0"?><Types xmlns="{types}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<?xml version="1.0"?><Relationships xmlns="{types}/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}</w:body></w:document>'})


def odt(name, blocks):
    paragraph = lambda text: f"<text:p>{escape(text)}</text:p>"
    body = "".join(paragraph(block) if isinstance(block, str) else f'<table:table><table:table-column table:number-columns-repeated="{len(block[0])}"/>' + "".join(
        "<table:table-row>" + "".join(f"<table:table-cell>{paragraph(cell)}</table:table-cell>" for cell in row) + "</table:table-row>" for row in block)
        + "</table:table>" for block in blocks)
    kind = "application/vnd.oasis.opendocument.text"
    pack(name, {"mimetype": kind,
                "META-INF/manifest.xml": '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
                f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
                "content.xml": f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ODF} office:version="1.2"><office:body><office:text>{body}</office:text></office:body></office:document-content>'})


docx("veranstaltung.docx", ["Wexcombe Marquees Ltd", "Unit 6, Kiln Yard", "Shrewsbury SY1 2DP", "Tel 01632 960188", "VAT no. GB123456782", "", "Invoice to: Brackenby Rowing Club", "22 Old Ferry Street", "Hull HU1 3ES", "",
                            "INVOICE WM-219", "Date: 14 July 2024", "Payment due: 28 July 2024",
                            [["Description", "Days", "Rate", "Amount"], ["Marquee 9 x 18 m", "3", "£410.00", "£1,230.00"], ["Flooring", "3", "£95.00", "£285.00"]],
                            "Net £1,515.00", "VAT 20% £303.00", "Total £1,818.00", "Deposit received £500.00", "Balance due £1,318.00"])
odt("poeta.odt", ["Ottavio Brunelleri", "Via dei Tintori, 31", "35122 Padova (PD)", "P. IVA 01234567897", "", "Spett.le", "Borgomelli Cartotecnica S.r.l.", "Corso Rovereto 8/b", "38122 Trento (TN)", "", "Fattura n. 7 del 3 aprile 2024",
                  [["Descrizione", "Q.tà", "Prezzo", "Importo"], ["Testi per il catalogo", "10", "45,00", "450,00"], ["Correzione bozze", "4", "30,00", "120,00"]],
                  "Imponibile: € 570,00", "IVA 22%: € 125,40", "Totale fattura: € 695,40", "Scadenza: 03/05/2024"])
