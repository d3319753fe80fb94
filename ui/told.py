"""What became of a button's act, told once in the next run of the script: a callback cannot draw."""

from collections.abc import Callable

import streamlit as st

from answers.decided import Said
from intake import RefusedError, Ruling, take_back
from ui.escape import md_escape
from ui.signer import Signer
from ui.state import Visit, now


def act_and_tell(key: str, act: Callable[[], object], done: str) -> bool:
    """Do what a button asks for; keep under the session key that it is `done`, or the sentence of its refusal.

    Returns whether it was done.
    """
    try:
        act()
    except RefusedError as refusal:
        st.session_state[key] = ("refused", str(refusal))
        return False
    st.session_state[key] = ("done", done)
    return True


def tell(key: str) -> None:
    """What the last act came to, once."""
    kind, words = st.session_state.pop(key, ("", ""))
    if kind == "done":
        st.success(md_escape(words), icon=":material/check_circle:")
    elif kind:
        st.error(md_escape(words), icon=":material/block:")


def take_back_said(key: str, what: str, visit: Visit, said: Said, who: Signer) -> None:
    """Take a decision back and tell so; `what`: the word for it on this page."""
    ruling = Ruling("", "", "", who.who, who.own)
    act_and_tell(
        key,
        lambda: take_back(visit.store, visit.scope, said.decision_id, ruling, now()),
        f"{what} {said.who} ditarik kembali oleh {who.who}.",
    )
