"""Which topics each OPD can be expected to publish, by the table in force."""

import datetime as dt
from collections.abc import Mapping

from intake.word_lists import expected_rows
from rules.expected import expected_topics
from store import Scope, Store


def expected_by_agency(store: Store, scope: Scope, until: dt.datetime | None = None) -> Mapping[str, tuple[str, ...]]:
    """agency_id → topic codes of the first row that fits its kind, name and aliases; without a row it is left out.

    `until`: by the table as it stood then.
    """
    rows = expected_rows(store, until)
    agencies = store.run(store.read(scope).agencies.select("agency_id", "kind", "name", "aliases")).to_pylist()
    found = {
        one["agency_id"]: expected_topics(one["kind"], f"{one['name']}; {one['aliases'] or ''}", rows)
        for one in agencies
    }
    return {agency: topics for agency, topics in found.items() if topics}
