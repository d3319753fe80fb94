"""What a draft is read with: the units of the roster, the word lists and the election phases."""

import streamlit as st

from intake import read_roster, reading_lists
from rules.context import Context, Unit
from rules.draft import DraftRules, draft_rules, seed_phases
from ui.state import Visit, office


def words_of(visit: Visit) -> DraftRules:
    """Everything that a draft is read with, made once per state of the data."""
    return _words(f"{office().url}|{visit.version}|{visit.scope.sample}", visit)


@st.cache_resource(max_entries=4, show_spinner=False)
def _words(key: str, _visit: Visit) -> DraftRules:
    units = tuple(_unit(row) for row in read_roster(_visit.store, _visit.scope).units)
    return draft_rules(reading_lists(_visit.store), Context((), seed_phases(), units))


def _unit(row: dict[str, object]) -> Unit:
    """A unit of the roster as the rules take it."""
    aliases = tuple(part.strip() for part in str(row["aliases"] or "").split(";") if part.strip())
    return Unit(str(row["unit_id"]), str(row["agency_id"]), str(row["name"]), str(row["kind"]), aliases)
