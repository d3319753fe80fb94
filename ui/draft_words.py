"""What a draft is read with: the word lists, people, election phases and units in force, as new uploads are."""

import streamlit as st

from intake.preview import reading_now
from intake.word_lists import aid_list
from rules.draft import DraftRules, draft_rules
from ui.state import Visit, office


def words_of(visit: Visit) -> DraftRules:
    """Everything that a draft is read with, made once per state of the data."""
    return _words(f"{office().url}|{visit.version}|{visit.scope}", visit)


@st.cache_resource(max_entries=4, show_spinner=False)
def _words(key: str, _visit: Visit) -> DraftRules:
    now = reading_now(_visit.store, _visit.scope)
    return draft_rules(now.lists, now.context, aid_list(_visit.store))
