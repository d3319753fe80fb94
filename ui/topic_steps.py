"""The question of Ragam Topik as the page asks it: with the topics that the office expects of each OPD."""

from datetime import date

from answers.choice import Choice
from answers.closed import closed_since
from answers.topics import topics
from charts.model import Answer
from intake.expected import expected_by_agency
from store import Scope, Store


def topics_asked(store: Store, scope: Scope, choice: Choice, today: date) -> Answer:
    """What the konten of the period are about, and which expected topics were not seen."""
    until = closed_since(store, scope, choice, today)
    return topics(store, scope, choice, today, expected_by_agency(store, scope, until))
