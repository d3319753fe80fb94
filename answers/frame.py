"""What every answer says besides its numbers: period, filters, who reported, until when data came in."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from answers.changes import changes_table
from answers.choice import filter_words, period_words
from answers.selection import Selection
from charts.basis import Basis
from charts.model import Answer, Filter, Missing, Table
from indonesia import show_date, show_month, show_number, show_time
from metrics.covered import reporting

SOURCE = "Sumber: laporan admin OPD, diolah."
SAMPLE = "DATA CONTOH – REKAAN."

KONTEN = (
    "Konten",
    "Satu isi yang dipublikasikan satu OPD: teks yang sama, paling banyak satu unggahan per platform, dalam tiga hari "
    "sejak tayang pertama. Dihitung satu kali pada hari pertamanya.",
)
UNGGAHAN = (
    "Unggahan",
    "Satu tayangan di satu akun, dihitung pada harinya sendiri. Unggahan ulang (repost) ikut dihitung.",
)
MELAPOR = (
    "Melapor",
    "OPD yang sekurangnya satu hari dalam periode tercakup laporannya. Lengkap: setiap hari dan setiap platform OPD "
    "itu dinyatakan lengkap. Sebagian: selain itu. Belum melapor: belum ada laporan untuk satu hari pun.",
)
NIHIL = (
    "Nihil",
    "Hari kerja yang dilaporkan lengkap dan tidak memuat unggahan. Hari yang belum dilaporkan atau belum lengkap tidak "
    "pernah disebut nihil.",
)


@dataclass(frozen=True)
class Frame:
    """The words around an answer; `reports`: agency_id → columns of metrics.covered.reporting.

    `later`: the table of what changed in the closed months of the period since, if anything did.
    """

    period: str
    filters: str
    reporting: str
    cut_off: str
    missing: tuple[Missing, ...]
    reports: Mapping[str, Mapping[str, Any]]
    basis: Basis
    reporting_opds: int
    silent_opds: int
    asked_opds: int
    later: tuple[Table, ...] = ()

    def answer(self, selection: Selection, name: str, title: str, sentence: str, **parts: Any) -> Answer:
        """An Answer in this frame, with what changed in its closed months since as its last table."""
        parts["tables"] = (*parts.get("tables", ()), *self.later)
        return Answer(
            name=name,
            title=title,
            sentence=sentence,
            period=self.period,
            filters=self.filters,
            reporting=self.reporting,
            cut_off=self.cut_off,
            missing=self.missing,
            sample=selection.scope.sample,
            **parts,
        )


def frame(selection: Selection, remark: str = "") -> Frame:
    """Read who reported and put the words together; `remark` is added to the words of the filter."""
    choice = selection.choice
    names = {opd.agency_id: opd.name for opd in selection.opds}
    filters = filter_words(choice, names) + (f" ({remark})" if remark else "")
    period = period_words(choice)
    if selection.days and selection.days[-1].day < choice.last:
        period += f" (sampai {show_date(selection.days[-1].day)})"
    reports = selection.by_agency(reporting(selection.counted)) if selection.days else {}
    states = {opd.agency_id: reports[opd.agency_id]["reporting"] for opd in selection.opds} if reports else {}
    told = Counter(states.values())
    reported, silent = told["melapor_lengkap"] + told["melapor_sebagian"], told["belum_melapor"]
    line = _reporting_words(_standing(selection), reported, told)
    cut_off = _cut_off(selection)
    note = " ".join([*([SAMPLE] if selection.scope.sample else []), SOURCE, f"{cut_off}.", f"{line}."])
    basis = Basis(
        subtitle=f"{period} · {filters}",
        note=note,
        first=choice.first,
        last=selection.days[-1].day if selection.days else choice.last,
        where=_where(selection),
        opds=selection.opds,
        reporting=states,
    )
    missing = _missing(basis)
    return Frame(
        period,
        filters,
        line,
        cut_off,
        missing,
        reports,
        basis,
        reported,
        silent,
        reported + silent + told["belum_terbaca"],
        changes_table(selection),
    )


def _standing(selection: Selection) -> str:
    """How final the numbers are: "Sementara,", or for closed months "Ditutup 10 November 2024:"."""
    closed = selection.closed
    if not closed:
        return "Sementara,"
    if len(closed) < len(selection.segments):
        months = show_month(closed[0].first) if len(closed) == 1 else f"{show_number(len(closed))} bulan"
        return f"Sementara ({months} sudah ditutup),"
    return f"Ditutup {show_date(max(closing.closed_at for closing in closed).date())}:"


def _cut_off(selection: Selection) -> str:
    closed = selection.closed
    if closed and len(closed) == len(selection.segments):
        return f"Data per {show_time(max(closing.closed_at for closing in closed))}, saat bulan ditutup"
    return f"Data per {show_time(selection.last_upload)}" if selection.last_upload else "Belum ada laporan diunggah"


def _reporting_words(standing: str, reported: int, told: Mapping[str, int]) -> str:
    """ "Sementara, 31 dari 54 OPD melapor; 23 belum melapor"; `standing`: see `_standing`."""
    asked = reported + told["belum_melapor"] + told["belum_terbaca"]
    words = f"{standing} {show_number(reported)} dari {show_number(asked)} OPD melapor"
    for state, tail in (
        ("belum_melapor", "belum melapor"),
        ("belum_terbaca", "diterima, belum terbaca"),
        ("dispensasi", "dalam dispensasi"),
        ("tanpa_akun", "tidak punya akun pada platform pilihan"),
    ):
        words += f"; {show_number(told[state])} {tail}" if told[state] else ""
    return words


def _where(selection: Selection) -> Filter:
    """The chosen OPDs, kinds and platforms as the address names them."""
    choice = selection.choice
    lists = {"opd": choice.agencies, "jenis": choice.kinds, "platform": choice.platforms}
    return {name: ",".join(values) for name, values in lists.items() if values}


def _missing(basis: Basis) -> tuple[Missing, ...]:
    """OPDs that are not or not wholly in the numbers: first those that have not reported, in the order of the list."""
    states = {
        "belum_melapor": "belum_melapor",
        "belum_terbaca": "belum_terbaca",
        "melapor_sebagian": "belum_lengkap",
        "dispensasi": "dispensasi",
        "tanpa_akun": "tanpa_akun",
    }
    return tuple(
        Missing(opd.name, state)
        for reported, state in states.items()
        for opd in basis.opds
        if basis.reporting.get(opd.agency_id) == reported
    )


def nothing_to_show(selection: Selection, name: str, title: str) -> Answer | None:
    """An empty Answer that says why there is nothing to count, or None if there is."""
    choice = selection.choice
    if not selection.days:
        empty = f"Periode {period_words(choice)} belum tiba. Mohon Bapak/Ibu memilih periode lain."
    elif selection.opds:
        return None
    elif choice.agencies or choice.kinds:
        empty = "Tidak ada OPD yang sesuai dengan saringan. Mohon Bapak/Ibu mengubah pilihan OPD atau jenis OPD."
    else:
        empty = "Daftar OPD masih kosong. Mohon Bapak/Ibu mengisi Daftar OPD lebih dahulu."
    return Answer(
        name=name,
        title=title,
        sentence=f"Belum ada yang dapat dihitung untuk {period_words(choice)}.",
        period=period_words(choice),
        filters=filter_words(choice),
        reporting="",
        cut_off="",
        sample=selection.scope.sample,
        empty=empty,
    )
