"""Tinjauan: posts whose words ask for a look, the person's verdict, the OPD's answer, and the list to hand on."""

import streamlit as st

from answers.decided import worth_of_rules
from answers.review import review
from ui.empty import nothing_yet
from ui.review_card import card
from ui.review_steps import DONE, about, asked_for, export, heading, pager, rules_of, slice_of
from ui.signer import signer
from ui.state import ask, enter
from ui.told import tell

visit = enter("review")
if nothing_yet(visit, "Tinjauan"):
    st.stop()
st.title("Tinjauan", anchor=False)
tell(DONE)
asked = asked_for(visit)
queue = ask(visit, review, asked)
if asked != (shown := slice_of(asked, queue.total)):
    queue = ask(visit, review, shown)
heading(queue, shown)
about()
who = signer(visit, "Nama dan instansi dicatat bersama setiap keputusan.")
rules, worth = rules_of(visit), worth_of_rules(visit.store, visit.scope)
for item in queue.items:
    card(visit, item, rules, worth, who)
pager(queue.total)
export(visit, queue, shown)
