"""Charts and answers of every kind with ordinary, empty, one-row, many-row and hostile data, invented for the tests."""

from dataclasses import replace

from charts.model import STATES as CODES
from charts.model import Answer, Chart, Column, Event, Missing, Number, Series, Table, TargetLine

DAYS = tuple(f"2024-10-{day:02d}" for day in range(1, 32))
HOSTILE = (
    "=1+1",
    "<b>tebal</b><script>alert(1)</script>",
    "Posyandu 🙏🎉👨‍👩‍👧 ✅",
    "شكرا \u202e terbalik \u202c جزيلا",
    "Dinas " + "Panjang Sekali " * 19 + "Ujung",
    '#import "x" *a* $y$ [z] \\ & "kutip" \x00\x07 \ufffe 1608010101900001',
)
OFFICES = tuple(
    f"Dinas Pekerjaan Umum, Penataan Ruang, Perumahan dan Kawasan Permukiman {at:02d}" for at in range(1, 55)
)
NAMES = {
    "biasa": ("Dinas Kesehatan", "Dinas Sosial", "Kecamatan Contoh"),
    "kosong": (),
    "satu": ("Dinas Kesehatan",),
    "banyak": OFFICES,
    "jahat": HOSTILE,
}
"""Kinds of data by name: the OPDs of each."""
STATE_CODES = tuple(CODES)


def table(names: tuple[str, ...], name: str = "contoh-tabel") -> Table:
    """A row an OPD with a column of every kind."""
    columns = (
        Column("opd", "OPD", note="Urut abjad"),
        Column("n", "Konten", "int"),
        Column("r", "Rata-rata", "decimal"),
        Column("p", "Bagian", "percent"),
        Column("hari", "Terakhir", "date"),
        Column("s", "Keadaan", "state"),
    )
    rows = tuple(
        (office, 1234 + at, at + 0.5, 0.125, "2024-10-23", STATE_CODES[at % len(STATE_CODES)])
        for at, office in enumerate(names)
    )
    return Table(name, "Tabel per OPD", columns, rows, "Oktober 2024", "Catatan tabel")


def charts(kind: str) -> tuple[Chart, ...]:
    """Every kind of chart with this kind of data."""
    names = NAMES[kind]
    base = Chart(
        "contoh", "bar", "Konten tiap OPD", "Oktober 2024 · Semua OPD", "konten", names, (), table(names),
        "Satu isi dihitung satu kali.", "Sumber: laporan admin OPD.", "Batang tiap OPD", horizontal=True,
    )  # fmt: skip
    return (*_against_numbers(base), *_on_days(replace(base, horizontal=False)))


def _against_numbers(base: Chart) -> tuple[Chart, ...]:
    """Bars, stacks, a line and points of OPDs; every fifth OPD has not reported."""
    numbers = tuple(float(at * 7 % 23) for at in range(len(base.categories)))
    holes = tuple(None if at % 5 == 4 else value for at, value in enumerate(numbers))
    why = tuple("belum_melapor" if value is None else "" for value in holes)
    two = (Series("Konten", holes, "konten"), Series("Unggahan", numbers, "unggahan"))
    line = (TargetLine("Target", 12.0),)
    upright = replace(base, horizontal=False, series=two)
    shares = (Series("A", (0.25,) * len(numbers)), Series("B", (0.75,) * len(numbers)))
    return (
        replace(base, series=(two[0],), states=(why,), lines=line),
        replace(upright, name="contoh-tegak", lines=line),
        replace(base, name="contoh-tumpuk", kind="stacked", series=two, states=(why, why)),
        replace(base, name="contoh-bagian", kind="stacked", number_format="percent", unit="bagian", series=shares),
        replace(upright, name="contoh-garis-nama", kind="line"),
        replace(upright, name="contoh-titik", kind="scatter"),
    )


def _on_days(base: Chart) -> tuple[Chart, ...]:
    """A line, a heat map and a calendar of a month."""
    names = base.categories
    days = DAYS if names else ()
    values = tuple(float(at % 7) if at % 6 else None for at in range(len(days)))
    event = (Event("2024-10-23", names[-1] if names else "Rapat"),)
    cells = tuple(_cells(at) for at in range(len(names)))
    month = (_cells(1)[0], _cells(1)[1]) if names else ((), ())
    rows = tuple(Series(name, cell[0]) for name, cell in zip(names, cells, strict=True))
    line = (Series(names[0] if names else "A", values, "utama"),)
    base = replace(base, categories=days)
    return (
        replace(base, name="contoh-garis", kind="line", series=line, events=event, lines=(TargetLine("Target", 12.0),)),
        replace(
            base, name="contoh-panas", kind="heatmap", series=rows, states=tuple(c[1] for c in cells), events=event
        ),
        replace(base, name="contoh-kalender", kind="calendar", series=(Series("Dinas", month[0]),), states=(month[1],)),
    )


def _cells(row: int) -> tuple[tuple[float | None, ...], tuple[str, ...]]:
    """A month of one OPD: numbers, and each state in turn."""
    values, states = [], []
    for day in range(31):
        code = STATE_CODES[(day + row) // 3 % len(STATE_CODES)] if (day + row) % 3 == 0 else ""
        values.append(None if code and code != "belum_lengkap" else float((day * row) % 11))
        states.append(code)
    return tuple(values), tuple(states)


def answer(kind: str) -> Answer:
    """An answer of every kind of chart and a table with this kind of data."""
    names = NAMES[kind]
    return Answer(
        "contoh",
        "Contoh",
        "12 dari 45 OPD yang melapor memenuhi target; 9 belum melapor.",
        "Oktober 2024",
        "Semua OPD, semua platform",
        "Sementara, 31 dari 54 OPD melapor",
        "Data per 2 November 2024, 09.00",
        numbers=(
            Number("Konten", 1234.0, "konten", "Satu isi dihitung satu kali.", 1000.0, "September 2024"),
            Number("Bagian", 0.655, "dari konten", "Bagian yang informatif.", None, "", "percent"),
            Number("Jeda", None, "hari", "Hari kerja tanpa konten."),
        ),
        charts=charts(kind),
        tables=(table(names),),
        definitions=(("Konten", "Satu isi yang dipublikasikan satu OPD."),),
        missing=tuple(Missing(name, "belum_melapor") for name in names),
        sample=True,
    )
