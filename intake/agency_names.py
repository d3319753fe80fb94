"""The OPDs as the tables of settings name them: one name for one code, and the kind of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from indonesia import AGENCY_KINDS, office_place
from intake.fields import Problem, Row
from store import Scope, Store


@dataclass(frozen=True)
class AgencyNames:
    """`names` and `kinds`: agency_id → name (with the code where two bear the same), and kind; by name."""

    names: dict[str, str]
    kinds: dict[str, str]

    @cached_property
    def codes(self) -> frozenset[str]:
        """All codes."""
        return frozenset(self.names)

    def place(self, agency_id: str) -> tuple[int, str]:
        """Where an OPD stands in every list."""
        return office_place(self.kinds.get(agency_id, ""), self.names.get(agency_id, ""))

    def of_kind(self, kind: str) -> frozenset[str]:
        """The codes of a kind; all of them for "" """
        return frozenset(code for code, own in self.kinds.items() if kind in ("", own))

    def whose(self, agency_id: str, kind: str) -> frozenset[str]:
        """Those that a row for one OPD, for a kind ("" for none of both: for all) speaks of."""
        return frozenset({agency_id}) & self.codes if agency_id else self.of_kind(kind)


def agency_names(store: Store, scope: Scope) -> AgencyNames:
    """The OPDs of the roster, ended ones too: old rows speak of them."""
    agencies = store.read(scope).agencies
    rows = store.run(agencies.select("agency_id", "name", "kind")).to_pylist()
    rows.sort(key=lambda row: (row["name"].casefold(), row["agency_id"]))
    borne = [row["name"].casefold() for row in rows]
    names = {
        row["agency_id"]: row["name"]
        if borne.count(row["name"].casefold()) == 1
        else f"{row['name']} ({row['agency_id']})"
        for row in rows
    }
    return AgencyNames(names, {row["agency_id"]: row["kind"] for row in rows})


def whose_words(names: AgencyNames, agency_id: str, kind: str) -> str:
    """Of whom a row speaks: the OPD's name, "semua Dinas", or "semua OPD"."""
    if agency_id:
        return names.names.get(agency_id, agency_id)
    return f"semua {AGENCY_KINDS.get(kind, kind)}" if kind else "semua OPD"


def whose_problems(rows: Sequence[tuple[int, Row]], kind_key: str) -> Iterable[Problem]:
    """Rows that name an OPD and a kind at once; `kind_key` is the field of the kind."""
    for number, row in rows:
        if row["agency_id"] and row[kind_key]:
            words = "kosongkan bila kolom OPD diisi: satu baris berlaku bagi satu OPD atau satu jenis OPD."
            yield Problem(number, "", "Jenis OPD", words)
