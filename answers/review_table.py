"""The list of posts that ask for a look, as a table to hand on: confidential, not verified."""

from collections.abc import Iterable, Mapping

from answers.decided import DOUBTS, Said
from answers.review import STATES, VERDICTS, Doubt, Item, Queue
from charts.model import Column, Table, Value
from posts import PLATFORMS

CONFIDENTIAL = "TERBATAS – belum diverifikasi"
COLUMNS = (
    Column("tanggal", "Tanggal", "date"),
    Column("opd", "OPD"),
    Column("platform", "Platform"),
    Column("akun", "Akun"),
    Column("hal", "Hal"),
    Column("keadaan", "Keadaan"),
    Column("bobot", "Bobot", "int", "jumlah bobot kaidah; hanya untuk urutan peninjauan"),
    Column("kaidah", "Kaidah"),
    Column("kata", "Kata yang ditandai"),
    Column("masa", "Masa"),
    Column("teks", "Teks"),
    Column("tautan", "Tautan", "link"),
    Column("keputusan", "Keputusan dan penjelasan", "text", "identitas tidak diverifikasi"),
    Column("sejak", "Temuan baru sejak keputusan"),
    Column("berkas", "Berkas"),
    Column("lembar", "Lembar"),
    Column("baris", "Baris", "int"),
)


def evidence_table(queue: Queue, labels: Mapping[str, str], phases: Mapping[str, str]) -> Table:
    """The posts of a queue as a list to hand on, one row a doubt; `labels` names the rules, `phases` the phases."""
    rows = tuple(_row(item, doubt, labels, phases) for item in queue.items for doubt in item.doubts)
    note = (
        "Daftar kerja untuk peninjauan. Kata ditandai oleh kaidah, bukan penilaian terhadap orang; nama peninjau "
        "ditulis sendiri dan identitasnya tidak diverifikasi."
    )
    return Table(
        "daftar-tinjauan", f"{CONFIDENTIAL}: daftar tinjauan", COLUMNS, rows, f"{queue.period} · {queue.filters}", note
    )


def _row(item: Item, doubt: Doubt, labels: Mapping[str, str], phases: Mapping[str, str]) -> tuple[Value, ...]:
    rules = dict.fromkeys(found.rule for found in doubt.findings)
    found_in = dict.fromkeys(found.phase for found in doubt.findings if found.phase)
    return (
        item.at.date().isoformat(),
        item.opd,
        PLATFORMS.get(item.platform, item.platform),
        item.account,
        DOUBTS[doubt.kind],
        STATES[doubt.state],
        sum(found.weight for found in doubt.findings),
        _named(rules, labels),
        "; ".join(dict.fromkeys(found.words for found in doubt.findings)),
        "; ".join(phases.get(code, code) for code in found_in) or None,
        item.caption,
        item.link or None,
        "; ".join(said_words(one) for one in doubt.said if not one.gone) or None,
        _named(doubt.since, labels) or None,
        item.file_name,
        item.sheet or None,
        item.row,
    )


def _named(rules: Iterable[str], labels: Mapping[str, str]) -> str:
    return "; ".join(f"{rule} {labels.get(rule, '')}".strip() for rule in rules)


def said_words(one: Said) -> str:
    """What a person said, for a list: "Mohon penjelasan OPD (Ani, 3 November 2024): alasan"."""
    what = "Penjelasan OPD" if one.kind == "jawaban" else VERDICTS.get(one.value, one.value)
    note = f": {one.note}" if one.note else ""
    return f"{what} ({one.who}, {one.at:%d/%m/%Y %H.%M}){note}"
