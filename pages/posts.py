"""Unggahan: every post with its reading, evidence, link and the row of the file that it came from."""

from dataclasses import replace

import streamlit as st

from answers.posts import posts
from ui.empty import nothing_yet
from ui.post_list import explained, listing, search, slice_of
from ui.show import show
from ui.state import ask, enter, now

visit = enter("posts")
if nothing_yet(visit, "Unggahan"):
    st.stop()
st.title("Unggahan", anchor=False)
asked = search()
answer = ask(visit, posts, asked)
if asked != (shown := slice_of(asked, int(answer.extra.get("total", 0)))):
    answer = ask(visit, posts, shown)
show(replace(answer, numbers=(), tables=answer.tables[1:], definitions=explained(answer)), now())
if answer.tables:
    listing(visit, answer, asked)
