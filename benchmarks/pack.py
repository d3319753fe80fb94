"""What a meeting pack costs: `python -m benchmarks.pack` makes one of 54 OPDs and a month, invented, without profiles.

Per file: its size and the seconds of processor and clock; then the highest resident memory. The answers are built from
random numbers of a fixed seed, in the shapes of the pages' own: charts of bars, shares, lines, days and topics by OPD,
tables of an OPD a row. The goal is 6 seconds for PPTX, XLSX and PDF together (processor time, for a busy machine).
"""

import random
import resource
import time
from dataclasses import replace

from charts.model import Answer, Chart, Column, Missing, Number, Series, Table
from exports.book import book
from exports.edition import Edition
from exports.message import message
from exports.poster import poster
from exports.report import report
from exports.slides import deck

OPDS = tuple(f"Dinas Pekerjaan Umum, Penataan Ruang dan Permukiman Wilayah {at:02d}" for at in range(1, 55))
DAYS = tuple(f"2024-10-{day:02d}" for day in range(1, 32))
TOPICS = ("Bantuan Pemerintah", "Pelayanan Publik", "Informasi Darurat", "Prestasi", "Seremonial dan Ucapan", "Lainnya")
GOAL = 6.0
EDITION = Edition("Bahan Rapat", "Kabupaten Contoh", "Oktober 2024", "Semua OPD", "Dibuat 2 November 2024 oleh Sari")
draw = random.Random(54)


def numbers(many: int, most: int = 60) -> tuple[float | None, ...]:
    """So many whole numbers, one in twelve unknown."""
    return tuple(None if draw.random() < 1 / 12 else float(draw.randrange(most)) for _ in range(many))


def table(name: str, columns: int) -> Table:
    """A row an OPD with so many columns of numbers."""
    heads = (Column("opd", "OPD"), *(Column(f"n{at}", f"Jumlah hari {at}", "int") for at in range(columns)))
    return Table(
        name, f"Rincian {name}", heads, tuple((opd, *numbers(columns)) for opd in OPDS), "Oktober 2024", "Catatan."
    )


def rows_of(names: tuple[str, ...]) -> tuple[tuple[Series, ...], tuple[tuple[str, ...], ...]]:
    """A heat map of an OPD a row; cells without a number are days off or not reported."""
    series = tuple(Series(opd, numbers(len(names), 9)) for opd in OPDS)
    states = tuple(
        tuple("" if value is not None else draw.choice(("libur", "belum_melapor")) for value in one.values)
        for one in series
    )
    return series, states


def charts() -> list[tuple[Chart, ...]]:
    """The charts of seven chapters, as many as a pack has without profiles."""
    how, source = "Satu isi dihitung satu kali.", "Sumber: laporan."
    subtitle, first = "Oktober 2024 · Semua OPD", (Series("Konten", numbers(54)),)
    base = Chart(
        "x", "bar", "Konten per OPD", subtitle, "konten", OPDS, first, table("konten", 3), how, source, "Batang"
    )
    lying = replace(base, horizontal=True)
    shares = tuple(Series(topic, tuple(1 / 6 for _ in OPDS)) for topic in TOPICS)
    month = tuple(Series(name, numbers(31, 200)) for name in ("Konten", "Unggahan"))
    (days, why), (topics, why_topics) = rows_of(DAYS), rows_of(TOPICS)
    sheet = replace(base, kind="heatmap", categories=DAYS, series=days, states=why)
    return [
        (lying, replace(base, kind="line", categories=DAYS, series=month)),
        (sheet,),
        (replace(sheet, categories=TOPICS, series=topics, states=why_topics), lying),
        (replace(lying, kind="stacked", series=lines_of(OPDS)), sheet),
        (replace(lying, kind="stacked", number_format="percent", series=shares),),
        (lying,),
        (replace(lying, series=lines_of(OPDS)[:2]),),
    ]


def answers() -> list[Answer]:
    """The chapters: three figures, their charts, a table of 54 rows, nine OPDs missing."""
    words = ("12 dari 45 OPD yang melapor memenuhi target; 9 belum melapor.", "Oktober 2024", "Semua OPD")
    state = ("Sementara, 45 dari 54 OPD melapor", "Data per 2 November 2024")
    figures = (Number("Konten", 1234.0, "konten", "Satu isi.", 1000.0, "September 2024"),) * 3
    missing = tuple(Missing(opd, "belum_melapor") for opd in OPDS[:9])
    terms = (("Konten", "Satu isi."),)
    return [
        Answer(f"bab{at}", f"Bab {at}", *words, *state, figures, drawn, (table(f"bab {at}", 6),), terms, missing)
        for at, drawn in enumerate(charts(), 1)
    ]


def lines_of(names: tuple[str, ...]) -> tuple[Series, ...]:
    """Three series with a number an OPD."""
    return tuple(Series(name, numbers(len(names), 30)) for name in ("Terpenuhi", "Kurang", "Belum dapat dinilai"))


def main() -> None:
    """Make each file once with fresh imports paid, and print what it cost."""
    told = answers()
    makers = (
        ("PPTX", lambda: deck(told, EDITION)),
        ("XLSX", lambda: book(told, EDITION)),
        ("PDF", lambda: report(told, EDITION)),
        ("teks", lambda: message(told, EDITION).encode()),
        ("gambar", lambda: poster(told[0], EDITION)),
    )
    print(f"{len(told)} bab, {sum(len(one.charts) for one in told)} grafik, {len(OPDS)} OPD, {len(DAYS)} hari")
    whole = 0.0
    for name, make in makers:
        clock, processor = time.perf_counter(), time.process_time()
        content = make()
        clock, processor = time.perf_counter() - clock, time.process_time() - processor
        whole += processor if name in ("PPTX", "XLSX", "PDF") else 0
        print(f"{name:7s} {len(content) / 1e6:5.2f} MB  {processor:5.2f} s prosesor  {clock:5.2f} s jam")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"PPTX + XLSX + PDF: {whole:.2f} s prosesor (tujuan {GOAL:g} s); memori tertinggi {peak:.0f} MB")


if __name__ == "__main__":
    main()
