"""Ragam Topik: what the posts are about, with what no rule could read."""

import streamlit as st

from ui.empty import nothing_yet
from ui.show import show
from ui.state import ask, enter, now
from ui.topic_steps import topics_asked

visit = enter("topics")
if nothing_yet(visit, "Ragam Topik"):
    st.stop()
st.title("Ragam Topik", anchor=False)
show(ask(visit, topics_asked), now())
