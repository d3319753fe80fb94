"""Bidang in the reports: the bidang of each OPD, whether they can be judged, and their konten week by week."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from charts.activity import STEP_WORDS, step_end
from charts.basis import Basis, Opd
from charts.model import STATES, Chart, Column, Filter, Series, Table
from indonesia import UNIT_KINDS, show_month

FEWEST = 10
"""Konten with a text from which something is said of bidang; of an OPD with more bidang, as many as it has."""

UNITS_HOW = (
    "Bidang yang disebut dalam laporan, bukan kegiatan yang diadakan: bidang yang bekerja tanpa disebut tidak terlihat "
    "di sini. Konten yang menyebut beberapa bidang dihitung pada masing-masing bidang. Bila lebih dari separuh konten "
    "berteks suatu OPD tidak menyebut bidang, bidangnya belum dapat dinilai; begitu pula bila konten berteksnya kurang "
    f"dari {FEWEST} atau kurang dari jumlah bidangnya. Unggahan ulang tidak ikut dihitung."
)
MAP_HOW = (
    f"{UNITS_HOW} Konten dihitung pada minggu atau bulan hari pertamanya. 0: OPD mengunggah, semua harinya dilaporkan "
    "lengkap, dan tidak ada konten yang menyebut bidang itu. “?”: laporannya belum lengkap."
)
TOO_FEW = "Belum dapat dinilai (konten terlalu sedikit)"
NOT_TO_JUDGE, SEEN, NOT_SEEN = "Belum dapat dinilai", "Terlihat dalam laporan", "Belum terlihat dalam laporan"
TO_JUDGE, NO_UNITS, NOT_LISTED = "Dapat dinilai", "Bidang belum terdaftar", "Tidak terdaftar"
NO_TEXT = "Tidak ada konten berteks"


@dataclass(frozen=True)
class Unit:
    """A bidang of an OPD: `key` is its unit_id, or the name as a report wrote it if the roster does not list it."""

    key: str
    label: str
    kind: str
    listed: bool
    konten: int


@dataclass(frozen=True)
class Office:
    """The bidang of an OPD, those of the roster first; `konten` that can be read, of which `none` name no bidang."""

    opd: Opd
    konten: int
    none: int
    units: tuple[Unit, ...]

    @property
    def listed(self) -> int:
        """How many bidang the roster has of it."""
        return sum(unit.listed for unit in self.units)

    @property
    def judged(self) -> bool:
        """Whether its bidang can be judged: they are known, and nothing speaks against it (see doubt)."""
        return self.listed > 0 and not doubt(self.konten, self.none, self.listed)

    @property
    def seen(self) -> tuple[Unit, ...]:
        """The bidang of the roster that konten name."""
        return tuple(unit for unit in self.units if unit.listed and unit.konten)

    @property
    def unseen(self) -> tuple[Unit, ...]:
        """The bidang of the roster that no konten names; none where they cannot be judged."""
        return tuple(unit for unit in self.units if unit.listed and not unit.konten and self.judged)


def needed(listed: int) -> int:
    """Konten from which something is said of so many bidang: fewer than there are bidang cannot name each of them."""
    return max(FEWEST, listed)


def doubt(konten: int, none: int, listed: int) -> str:
    """Why the bidang of an OPD cannot be judged, as the screen calls it; "" if they can (docs/design.md section 2).

    `konten` with a text, of which `none` name no bidang; `listed` bidang.
    """
    if none * 2 > konten:
        return NOT_TO_JUDGE
    return TOO_FEW if konten < needed(listed) else ""


def offices_of(
    basis: Basis,
    naming: Mapping[str, Mapping[str, Any]],
    units: Sequence[Mapping[str, Any]],
    found: Mapping[tuple[str, str], int],
) -> tuple[Office, ...]:
    """The OPDs in the order of every list with their bidang.

    `naming`: agency_id → row of naming; `units`: rows of the roster; `found`: (agency_id, unit) → konten.
    """
    offices = []
    for opd in basis.opds:
        own = [unit for unit in units if unit["agency_id"] == opd.agency_id]
        known = {unit["unit_id"] for unit in own}
        listed = [
            Unit(
                unit["unit_id"],
                unit_label(unit["name"], unit["kind"]),
                UNIT_KINDS.get(unit["kind"], unit["kind"]),
                True,
                found.get((opd.agency_id, unit["unit_id"]), 0),
            )
            for unit in own
        ]
        written = [
            Unit(key, key, NOT_LISTED, False, konten)
            for (agency_id, key), konten in sorted(found.items())
            if agency_id == opd.agency_id and key not in known
        ]
        told = naming[opd.agency_id]
        offices.append(Office(opd, told["konten"], told["none"], (*listed, *written)))
    return tuple(offices)


def unit_label(name: str, kind: str) -> str:
    """A bidang with what it is: "Bidang Perumahan", "Seksi Pemerintahan"; "Irban I" and "Sekretariat" stay."""
    word = UNIT_KINDS.get(kind, "")
    return name if not word or name.casefold().startswith(word.casefold()) else f"{word} {name}"


def state_words(basis: Basis, office: Office) -> str:
    """What can be said of the bidang of an OPD: why there is no konten, or whether they can be judged."""
    if not office.konten:
        silent = basis.silence(office.opd.agency_id)
        return NO_TEXT if silent in ("nihil", "belum_lengkap") else STATES[silent]
    if not office.listed:
        return NO_UNITS
    return doubt(office.konten, office.none, office.listed) or TO_JUDGE


def unit_map(
    basis: Basis,
    offices: Sequence[Office],
    cells: Mapping[tuple[str, str, date], int],
    states: Mapping[tuple[str, date], str],
    step: str,
) -> Chart:
    """Konten per bidang and week or month: a row a bidang, grouped by OPD.

    `cells`: (agency_id, unit, start) → konten; `states`: (agency_id, start) → state of step_states.
    """
    starts = sorted({start for _, start in states})
    rows = [(office, unit) for office in offices for unit in office.units]
    shown = [[_cell(office, unit, start, cells, states) for start in starts] for office, unit in rows]
    alone = len(offices) == 1
    title = f"Konten yang menyebut bidang per {STEP_WORDS[step]}"
    return Chart(
        name="bidang-peta",
        kind="heatmap",
        title=f"{title}: {offices[0].opd.name}" if alone else title,
        subtitle=basis.subtitle,
        unit=f"konten per {STEP_WORDS[step]}",
        categories=tuple(f"{s:%Y-%m}" if step == "month" else s.isoformat() for s in starts),
        series=tuple(
            Series(unit.label if alone else f"{unit.label} · {office.opd.name}", tuple(value for value, _ in own))
            for (office, unit), own in zip(rows, shown, strict=True)
        ),
        states=tuple(tuple(state for _, state in own) for own in shown),
        marks=tuple(
            tuple(
                _mark(basis, office, unit, start, step) if value else None
                for start, (value, _) in zip(starts, own, strict=True)
            )
            for (office, unit), own in zip(rows, shown, strict=True)
        ),
        table=_map_table(basis, rows, shown, starts, step),
        how=MAP_HOW,
        note=basis.note,
        alt=f"Peta panas {len(rows)} bidang pada {len(starts)} kolom waktu, {basis.subtitle}.",
    )


def _cell(
    office: Office,
    unit: Unit,
    start: date,
    cells: Mapping[tuple[str, str, date], int],
    states: Mapping[tuple[str, date], str],
) -> tuple[float | None, str]:
    """The konten of a bidang in a step, or why there is no number; never 0 where too many konten name no bidang."""
    konten = cells.get((office.opd.agency_id, unit.key, start), 0)
    if konten:
        return float(konten), ""
    state = states.get((office.opd.agency_id, start), "belum_melapor")
    if state:
        return None, state
    return (0.0, "") if office.judged else (None, "belum_dinilai")


def _mark(basis: Basis, office: Office, unit: Unit, start: date, step: str) -> Filter:
    return basis.mark(start, step_end(start, step), opd=office.opd.agency_id, bidang=unit.key)


def _map_table(
    basis: Basis,
    rows: Sequence[tuple[Office, Unit]],
    shown: Sequence[Sequence[tuple[float | None, str]]],
    starts: Sequence[date],
    step: str,
) -> Table:
    """The same numbers as a table, with what can be said of each bidang over the whole period."""
    labels = [show_month(start) if step == "month" else f"{start:%d/%m/%Y}" for start in starts]
    return basis.table(
        "bidang-peta",
        f"Konten yang menyebut bidang per {STEP_WORDS[step]}",
        columns=(
            Column("opd", "OPD"),
            Column("bidang", "Bidang/bagian/seksi"),
            Column("jenis", "Jenis"),
            Column("konten", "Konten yang menyebut", "int", "kosong bila belum dapat dinilai"),
            Column("keadaan", "Keadaan"),
            *(Column(start.isoformat(), label, "int") for start, label in zip(starts, labels, strict=True)),
        ),
        rows=(
            (office.opd.name, unit.label, unit.kind, *_seen(basis, office, unit), *(value for value, _ in own))
            for (office, unit), own in zip(rows, shown, strict=True)
        ),
        note=UNITS_HOW,
    )


def _seen(basis: Basis, office: Office, unit: Unit) -> tuple[int | None, str]:
    """The konten of a bidang and its state: never 0 where too many konten name none."""
    if not office.judged:
        return unit.konten or None, state_words(basis, office)
    return unit.konten, SEEN if unit.konten else NOT_SEEN
