"""Liputan Pimpinan dan Perangkat Daerah: whom the konten of each OPD show, as shares."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from charts.basis import Basis, Opd
from charts.labels import SUBJECTS
from charts.model import STATES, Chart, Column, Filter, Series, Table, TargetLine
from indonesia import show_number

SUBJECT_HOW = (
    "Bagian dari konten tiap OPD. Yang tertulis dalam laporan didahulukan; bila tidak tertulis, dibaca dari jabatan, "
    "kata layanan, dan nama bidang dalam keterangan. Yang tidak dapat dipastikan tampil sebagai Belum jelas dan tetap "
    "ikut dalam pembagi. Unggahan ulang tidak ikut dihitung, dan Prokopim ditampilkan terpisah."
)
DETAILS = {"pimpinan_daerah": "Pimpinan daerah", "pimpinan_opd": "Pimpinan OPD"}
"""subject_detail of the subject pimpinan: leaders of the regency, and the heads of the OPD."""

PARTS: dict[str, str] = {
    **DETAILS,
    "pimpinan": "Pimpinan (belum dirinci)",
    **{c: SUBJECTS[c] for c in list(SUBJECTS)[1:]},
}
"""Parts in which the konten are shown, in order; `pimpinan` is a leader of whom it is not known which."""

ONLY_REPOSTS = "Hanya unggahan ulang"
PROTOCOL = "Prokopim"
Cells = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Line:
    """The konten of one OPD, or of its protocol section, as one bar: konten and share per part, the whole."""

    opd: Opd
    protocol: bool
    konten: Mapping[str, int]
    shares: Mapping[str, float | None]
    silent: str
    words: str
    alone: bool

    @property
    def whole(self) -> int:
        """Konten of the bar."""
        return sum(self.konten.values())

    @property
    def name(self) -> str:
        """The OPD's name; the protocol section beside it."""
        return f"{PROTOCOL} ({self.opd.name})" if self.protocol else self.opd.name


def lines_of(basis: Basis, office: Cells, protocol: Cells, reposts: Mapping[str, int]) -> tuple[Line, ...]:
    """The bars in the order of every list; the protocol section's last.

    `office` and `protocol`: rows of agency_subjects (every OPD × every part) without and with the protocol section
    alone; `reposts`: agency_id → unggahan left out. An OPD that published as the protocol section alone has no other
    bar, and one that only shared again is not nihil.
    """
    own, apart = _by_agency(office), _by_agency(protocol)
    plain = [opd for opd in basis.opds if _whole(own, opd) or not _whole(apart, opd)]
    section = [opd for opd in basis.opds if _whole(apart, opd)]
    return (
        *(_line(basis, opd, False, own[opd.agency_id], opd not in section, reposts) for opd in plain),
        *(_line(basis, opd, True, apart[opd.agency_id], opd not in plain, reposts) for opd in section),
    )


def _by_agency(cells: Cells) -> dict[str, dict[str, Mapping[str, Any]]]:
    found: dict[str, dict[str, Mapping[str, Any]]] = {}
    for cell in cells:
        found.setdefault(cell["agency_id"], {})[cell["subject"]] = cell
    return found


def _whole(found: Mapping[str, Mapping[str, Mapping[str, Any]]], opd: Opd) -> int:
    return sum(cell["konten"] for cell in found[opd.agency_id].values())


def _line(
    basis: Basis,
    opd: Opd,
    protocol: bool,
    cells: Mapping[str, Mapping[str, Any]],
    alone: bool,
    reposts: Mapping[str, int],
) -> Line:
    konten = {code: cells[code]["konten"] for code in PARTS}
    only_reposts = not sum(konten.values()) and bool(reposts.get(opd.agency_id))
    silent = "" if sum(konten.values()) or only_reposts else basis.silence(opd.agency_id)
    words = ONLY_REPOSTS if only_reposts else STATES[silent] if silent else basis.reported(opd.agency_id)
    shares = {code: cells[code]["share"] for code in PARTS}
    return Line(opd, protocol, konten, shares, silent, words, alone)


def subject_chart(basis: Basis, lines: Sequence[Line], reposts: int, percent: int | None = None) -> Chart:
    """Shares of konten per bar of `lines` as lying stacks; `reposts`: unggahan left out of all of them.

    `percent`: the office's threshold for leaders alone, a line across the bars, whose leaders come first.
    """
    codes = _shown(lines)
    known = sum(bool(line.whole) for line in lines)
    left_out = f"{show_number(reposts)} unggahan ulang tidak ikut dihitung." if reposts else ""
    return Chart(
        name="liputan-pimpinan",
        kind="stacked",
        title="Liputan pimpinan dan perangkat daerah per OPD",
        subtitle=basis.subtitle,
        unit="bagian dari konten",
        number_format="percent",
        categories=tuple(line.name for line in lines),
        series=tuple(Series(PARTS[code], tuple(line.shares[code] for line in lines), role=code) for code in codes),
        states=(tuple(line.silent for line in lines),) * len(codes),
        marks=tuple(tuple(_mark(basis, line, code) for line in lines) for code in codes),
        horizontal=True,
        lines=() if percent is None else (TargetLine("Ambang pimpinan saja", percent / 100),),
        table=_table(basis, lines, codes, left_out),
        how=(
            f"{SUBJECT_HOW} OPD disusun menurut jenis lalu abjad, bukan menurut bagian. Klik pada bagian pimpinan "
            "membuka unggahan pimpinan daerah dan pimpinan OPD bersama-sama."
        ),
        note=f"{left_out} {basis.note}".strip(),
        alt=(
            f"Diagram batang bertumpuk bagian konten tentang {', '.join(PARTS[code] for code in codes)} "
            f"pada {known} OPD yang memiliki konten, {basis.subtitle}."
        ),
    )


def _shown(lines: Sequence[Line]) -> tuple[str, ...]:
    """The parts to show: a leader of whom it is not known which only where there is one."""
    unknown = any(line.konten["pimpinan"] for line in lines)
    return tuple(code for code in PARTS if code != "pimpinan" or unknown)


def _mark(basis: Basis, line: Line, code: str) -> Filter:
    """The posts behind a part, the protocol section's or the others where an OPD has both."""
    apart = {} if line.alone else {"prokopim": "ya" if line.protocol else "tidak"}
    return {**basis.mark(opd=line.opd.agency_id, subjek="pimpinan" if code in DETAILS else code), **apart}


def _table(basis: Basis, lines: Sequence[Line], codes: Sequence[str], note: str) -> Table:
    rows = []
    for line in lines:
        unknown = line.silent not in ("", "nihil")
        rows.append(
            (
                line.name,
                line.opd.kind,
                None if unknown else line.whole,
                *(None if unknown else line.konten[code] for code in codes),
                *(line.shares[code] for code in codes),
                line.words,
            )
        )
    return basis.table(
        "liputan-pimpinan",
        "Liputan pimpinan dan perangkat daerah per OPD",
        columns=(
            Column("opd", "OPD"),
            Column("jenis", "Jenis"),
            Column("konten", "Konten", "int", "tanpa unggahan ulang"),
            *(Column(f"{code}_konten", f"{PARTS[code]} (konten)", "int") for code in codes),
            *(Column(f"{code}_bagian", f"{PARTS[code]} (bagian)", "percent") for code in codes),
            Column("keadaan", "Keadaan"),
        ),
        rows=rows,
        note=note,
    )
