"""What all charts of one answer stand on: period and filter in words, the OPDs and how each reported, links."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from charts.model import Column, Filter, Table, Value

REPORTING = {
    "melapor_lengkap": "Melapor lengkap",
    "melapor_sebagian": "Melapor sebagian",
    "belum_melapor": "Belum melapor",
    "belum_terbaca": "Diterima, belum terbaca",
    "dispensasi": "Dispensasi",
    "tanpa_akun": "Tidak punya akun",
    "di_luar_data": "Belum atau tidak lagi ada",
}
"""How an OPD reported over the period (metrics.covered.reporting), and what the screen calls it."""


@dataclass(frozen=True)
class Opd:
    """An OPD of the list; `kind` in the words of the screen; `no_account`: the roster says that it has none.

    It was there from `from_day` to `to_day` (included; None: always, still).
    """

    agency_id: str
    name: str
    kind: str
    no_account: bool = False
    from_day: date | None = None
    to_day: date | None = None

    def there(self, day: date) -> bool:
        """Whether it was there on a day."""
        return (self.from_day is None or self.from_day <= day) and (self.to_day is None or day <= self.to_day)


@dataclass(frozen=True)
class Basis:
    """`opds` in the order of every list: by kind, then by name. `reporting`: agency_id → a key of REPORTING."""

    subtitle: str
    note: str
    first: date
    last: date
    where: Filter
    opds: tuple[Opd, ...]
    reporting: Mapping[str, str]

    def mark(self, first: date | None = None, last: date | None = None, **narrower: str) -> Filter:
        """The filter of the posts behind a mark: the choice, on its days (never beyond the period), and `narrower`."""
        where = {key: value for key, value in self.where.items() if not (key == "jenis" and "opd" in narrower)}
        days = {
            "dari": max(first or self.first, self.first).isoformat(),
            "sampai": min(last or self.last, self.last).isoformat(),
        }
        return {**where, **days, **narrower}

    def table(
        self,
        name: str,
        title: str,
        columns: tuple[Column, ...],
        rows: Iterable[tuple[Value, ...]],
        note: str = "",
        *,
        prose: bool = False,
    ) -> Table:
        """A table of this period and filter; `note` stands before the note that all of them bear."""
        return Table(name, title, columns, tuple(rows), self.subtitle, f"{note} {self.note}".strip(), prose)

    def silence(self, agency_id: str) -> str:
        """Why an OPD without a post in the period has no number (a key of STATES)."""
        reported = self.reporting.get(agency_id, "belum_melapor")
        return {"melapor_lengkap": "nihil", "melapor_sebagian": "belum_lengkap"}.get(reported, reported)

    def reported(self, agency_id: str) -> str:
        """How the OPD reported, in words."""
        return REPORTING[self.reporting.get(agency_id, "belum_melapor")]
