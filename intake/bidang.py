"""Bidang, bagian and seksi as the office edits them; one that ended keeps its old months."""

import re
from collections.abc import Iterable, Sequence

from indonesia import UNIT_KINDS
from intake.agencies import term_problems, term_words
from intake.agency_names import AgencyNames
from intake.fields import Field, Problem, Row
from intake.registers import Register
from loaders import RefusedError
from store import Scope, Store

_PLAIN = ("agency_id", "name", "kind", "aliases", "from_day", "to_day", "unit_id")


def units_register(store: Store, scope: Scope, names: AgencyNames) -> Register:
    """The table of units.

    Posts read before bear the code of their bidang, so it stays when the name changes.
    """
    return Register(
        table="units",
        title="daftar bidang",
        one="bidang",
        fields=(
            Field("agency_id", "OPD", "choice", names.names, needed=True, wide=True),
            Field("name", "Nama bidang", needed=True),
            Field("kind", "Tingkat", "choice", UNIT_KINDS, needed=True, start="bidang"),
            Field("aliases", "Alias", wide=True, longest=500, help="Dipisahkan titik koma."),
            Field("from_day", "Ada sejak", "day", help="Kosong: sejak semula."),
            Field("to_day", "Ada sampai", "day", help="Kosong: masih ada."),
            Field("unit_id", "Kode", fixed=True, help="Diisi oleh aplikasi; mohon tidak diubah di Excel."),
        ),
        keys=("unit_id",),
        identity=("agency_id", "name"),
        row_of=lambda record: {key: record[key] for key in _PLAIN},
        record_of=lambda row, old: {**row, "unit_id": code_of(row)},
        words=lambda row: (
            f"{UNIT_KINDS[row['kind']]} {row['name']}, {names.names.get(row['agency_id'], row['agency_id'])}"
            f"{term_words(row)}" + (f"; alias {row['aliases']}" if row["aliases"] else "")
        ),
        reach=lambda before, after: (frozenset(), None),
        order=lambda row: (names.place(row["agency_id"]), list(UNIT_KINDS).index(row["kind"]), row["name"]),
        ended=lambda before, after: before is not None and before["to_day"] is None and after["to_day"] is not None,
        check=_check,
        guard=lambda rows: _guard(store, scope, rows),
    )


def code_of(row: Row) -> str:
    """The code of a unit: its own, of a new one the OPD's and its name's."""
    slug = re.sub(r"[^a-z0-9]+", "-", row["name"].lower()).strip("-")
    return str(row["unit_id"] or f"{row['agency_id']}/{slug}")


def _check(rows: Sequence[tuple[int, Row]]) -> Iterable[Problem]:
    yield from term_problems(rows, "Ada sampai", "name")
    seen: dict[str, int] = {}
    for number, row in rows:
        first = seen.setdefault(code_of(row), number)
        if first != number:
            yield Problem(number, row["name"], "Nama bidang", f"terlalu mirip dengan baris {first}.")


def _guard(store: Store, scope: Scope, rows: Sequence[Row]) -> None:
    """A unit that a stored post names cannot be removed, only ended."""
    posts = store.read(scope).posts
    named = store.run(posts.select("bidang").distinct())["bidang"].to_pylist()
    used = {code for cell in named for code in (cell or "").split(";") if code}
    stored = store.run(store.read(scope).units.select("unit_id", "name")).to_pylist()
    kept = {code_of(row) for row in rows}
    lost = sorted(row["name"] for row in stored if row["unit_id"] in used and row["unit_id"] not in kept)
    if lost:
        raise RefusedError(
            f"Bidang berikut disebut oleh unggahan tersimpan sehingga tidak dapat dihapus: {', '.join(lost)}. Mohon "
            "isi kolom Ada sampai sebagai gantinya. Tidak ada yang berubah."
        )
