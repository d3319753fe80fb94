"""The profile of an OPD as one sheet: on screen as it is printed, on paper alone on one A4."""

import base64
import html
from collections.abc import Iterable
from datetime import date

import streamlit as st

from charts.model import Answer, Chart, Number, Table
from charts.wording import clean, show_value
from exports.safe import mask_ids
from exports.svg_chart import chart_svg
from indonesia import show_date

CALENDAR_WIDTH = 330
STYLE = """<style>
.profil{max-width:62rem;background:#fff;color:#1b2733;border:1px solid #d9dfe5;padding:1.6rem 1.8rem;
 font-size:.9rem;line-height:1.4}
.profil h2{font-size:1.35rem;margin:0;padding:0}.profil h3{font-size:.95rem;margin:1rem 0 .3rem;padding:0}
.profil p{margin:.2rem 0}.profil p,.profil ul,.profil li{font-size:inherit!important;line-height:inherit!important}
.profil .kecil,.profil p.kecil{color:#55616e;font-size:.8rem!important}
.profil .stempel{display:inline-block;border:1px solid #1b2733;padding:0 .4rem;font-weight:700;font-size:.8rem}
.profil .maksud{border-left:4px solid #0b5cad;padding:.15rem .6rem;margin:.5rem 0;font-weight:600}
.profil .angka{display:flex;flex-wrap:wrap;gap:.5rem;margin:.6rem 0}
.profil .angka div{flex:1 1 8.5rem;border:1px solid #d9dfe5;padding:.4rem .6rem}
.profil .angka b{display:block;font-size:1.35rem}
.profil .dua{display:flex;flex-wrap:wrap;gap:1.4rem}.profil .dua>div{flex:1 1 20rem;min-width:0}
.profil .dua>.hari{flex:0 1 21rem}.profil img{max-width:100%;height:auto}
.profil table{border-collapse:collapse;width:100%}
.profil th,.profil td{border:0;border-bottom:1px solid #d9dfe5;padding:.22rem .4rem .22rem 0;text-align:left;
 vertical-align:top;font-weight:400;overflow-wrap:anywhere}
.profil th{color:#55616e;width:30%}.profil ul{margin:.2rem 0;padding-left:1.1rem}
.profil li{margin:.15rem 0;overflow-wrap:anywhere}
@media screen and (max-width:640px){.profil{padding:1rem .9rem}.profil th{width:36%}}
@page{size:A4 portrait;margin:11mm}
@media print{
 [data-testid=stSidebar],[data-testid=stHeader],[data-testid=stToolbar],[data-testid=stExpandSidebarButton],
 [data-testid=stAlert],[data-testid=stHeading],[class*=st-key-layar-],[data-testid=stStatusWidget]{display:none!important}
 .stApp,[data-testid=stAppViewContainer],[data-testid=stMain],[data-testid=stMainBlockContainer]{position:static!important;
 display:block!important;height:auto!important;width:auto!important;max-width:none!important;overflow:visible!important;
 padding:0!important;margin:0!important}
 [data-testid=stVerticalBlock]{gap:0!important}
 .profil{border:0;padding:0 1px;max-width:none;font-size:8.6pt;line-height:1.3}
 .profil h2{font-size:14pt}.profil h3{font-size:9.5pt;margin:2.4mm 0 .6mm}
 .profil .kecil,.profil p.kecil,.profil .stempel{font-size:7.4pt!important}
 .profil .angka{flex-wrap:nowrap;gap:2mm;margin:2mm 0}.profil .angka div{flex:1 1 0;padding:1mm 2mm}
 .profil .angka b{font-size:13pt}.profil .dua{flex-wrap:nowrap;gap:5mm}.profil .dua>.hari{flex:0 0 62mm}
 .profil th,.profil td{padding:.7mm 1mm .7mm 0}
}
</style>"""
"""Screen and paper. Keys of what belongs to the screen alone begin with layar-."""


def show_sheet(answer: Answer, stamp: str) -> None:
    """The profile as a sheet; `stamp` ("" for none) is printed on it."""
    st.html(STYLE + sheet_html(answer, stamp))


def sheet_html(answer: Answer, stamp: str) -> str:
    """The sheet as HTML in which nothing of the data acts: every text is escaped, links are web addresses only."""
    tables = {table.name: table for table in answer.tables}
    summary, examples = tables.get("profil-opd"), tables.get("profil-contoh")
    parts = [
        f'<p class="stempel">{_plain(stamp)}</p>' if stamp else "",
        f'<p class="kecil">{_plain(answer.title)} · {_plain(answer.period)}</p><h2>{_plain(answer.filters)}</h2>',
        f"<p>{_plain(answer.sentence)}</p>",
        f'<p class="maksud">{_plain(answer.extra["peruntukan"])}</p>',
        f"<p>{_plain(answer.empty)}</p>" if answer.empty else "",
        _numbers(answer.numbers),
        f'<div class="dua"><div>{_lines(summary)}</div>{_days(answer.charts)}</div>' if summary else "",
        _examples(examples) if examples else "",
        _note(answer.extra.get("catatan", "")),
        f'<p class="kecil">{_plain(summary.note if summary else f"{answer.reporting}. {answer.cut_off}.")}</p>',
    ]
    return f'<div class="profil">{"".join(parts)}</div>'


def _numbers(numbers: Iterable[Number]) -> str:
    cells = (
        f"<div>{_plain(number.label)}<b>{_plain(show_value(number.value, number.number_format))}</b>"
        f'<span class="kecil">{_plain(number.unit)}</span></div>'
        for number in numbers
    )
    return _around('<div class="angka">', cells, "</div>")


def _lines(table: Table) -> str:
    rows = "".join(f'<tr><th scope="row">{_plain(str(a))}</th><td>{_plain(str(b))}</td></tr>' for a, b in table.rows)
    return f"<table><tbody>{rows}</tbody></table>"


def _days(charts: Iterable[Chart]) -> str:
    """The days as a calendar: a picture, whose words are its text for those who cannot see it."""
    drawn = (
        f'<img alt="{_plain(chart.alt)}" src="data:image/svg+xml;base64,'
        f'{base64.b64encode(chart_svg(chart, CALENDAR_WIDTH).encode()).decode()}">'
        for chart in charts
    )
    return _around('<div class="hari"><h3>Jumlah tiap hari</h3>', drawn, "</div>")


def _around(opening: str, parts: Iterable[str], closing: str) -> str:
    """The parts between two pieces of HTML; nothing without any."""
    held = "".join(parts)
    return f"{opening}{held}{closing}" if held else ""


def _examples(table: Table) -> str:
    if not table.rows:
        return "<h3>Unggahan contoh</h3><p>Tidak ada unggahan yang memenuhi syarat contoh pada periode ini.</p>"
    keys = [column.key for column in table.columns]
    items = []
    for row in table.rows:
        cells = {key: str(value or "") for key, value in zip(keys, row, strict=True)}
        link = cells["tautan"]
        address = _plain(link)
        shown = f'<a href="{address}" target="_blank" rel="noopener">{address}</a>' if _is_web(link) else address
        day = show_date(date.fromisoformat(cells["tanggal"]))
        about = f"{cells['topik']} · {cells['platform']} · {day} · dipilih karena {cells['dipilih']}"
        items.append(f'<li>{_plain(cells["teks"])} <span class="kecil">{_plain(about)}</span><br>{shown}</li>')
    return f"<h3>Unggahan contoh</h3><ul>{''.join(items)}</ul>"


def _note(note: str) -> str:
    items = (f"<li>{_plain(line)}</li>" for line in note.split("\n") if line)
    return _around("<h3>Catatan pembinaan</h3><ul>", items, "</ul>")


def _is_web(link: str) -> bool:
    return link.startswith(("https://", "http://"))


def _plain(text: str) -> str:
    return html.escape(mask_ids(clean(text)))
