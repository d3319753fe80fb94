"""What the first visitor would otherwise wait for, done when the server starts: imports and the page that opens."""

import plotly.graph_objects
import plotly.io
import plotly.tools

from access.roles import Person
from answers.overview import overview
from charts.screen import figure
from ui import address, post_list, show, state  # noqa: F401  what the pages import


def warm_up() -> None:
    """Answer the default page as a first visitor would ask for it, and draw its charts once."""
    visit = state.visit_of(
        Person("dasbor", frozenset()),
        lambda sample, own: bool(sample),
        lambda known, day: address.choice_of(address.read({}, known.months, (), day), day),
    )
    for chart in state.ask(visit, overview).charts:
        plotly.io.to_json(figure(chart), validate=False)
