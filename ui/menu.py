"""The script that Streamlit runs for every page: menu, shared filters, the sample's warning, then the page itself."""

from pathlib import Path

import streamlit as st

from access.roles import NotAllowed
from ui import filters, state
from ui.empty import sample_warning
from ui.places import DEFAULT, PLACES, Place

ICON = Path(__file__).resolve().parent.parent / "assets" / "favicon.png"
# A picture of our own: for an emoji or a material icon every browser would fetch one from outside.
st.set_page_config("Dasbor Media Sosial OPD", page_icon=str(ICON), layout="wide", initial_sidebar_state=340)


def page_of(place: Place) -> st.Page:
    """The page as the menu takes it."""
    return st.Page(
        place.path,
        title=place.title,
        icon=place.icon,
        url_path=place.name,
        default=place.name == DEFAULT,
        help=place.help,
    )


pages = {place.name: page_of(place) for place in PLACES}
sections: dict[str, list[st.Page]] = {}
for place in PLACES:
    sections.setdefault(place.section, []).append(pages[place.name])
current = st.navigation(sections, expanded=True)
name = next(name for name, page in pages.items() if page == current)
try:
    visit = state.begin(name, filters.choose)
except NotAllowed as refusal:
    st.error(str(refusal))
    st.stop()
if visit.scope.sample:
    sample_warning()
current.run()
