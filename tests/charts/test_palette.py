"""Looks of series and states: known by more than colour."""

from charts.labels import SUBJECTS, TOPICS
from charts.model import STATES
from charts.palette import ROLES, STATE_LOOKS, look


def test_every_topic_and_subject_has_a_look():
    assert set(TOPICS) | set(SUBJECTS) <= set(ROLES)


def test_topics_differ_in_colour_and_subjects_without_it():
    assert len({ROLES[topic].colour for topic in TOPICS}) == 13
    assert len({ROLES[subject].pattern for subject in SUBJECTS}) == 4


def test_every_state_has_a_mark_and_a_grey_of_its_own():
    assert set(STATE_LOOKS) == set(STATES)
    assert len({state.mark for state in STATE_LOOKS.values()}) == 9
    assert len({state.colour for state in STATE_LOOKS.values()}) == 9
    for state in STATE_LOOKS.values():
        red, green, blue = (int(state.colour[at : at + 2], 16) for at in (1, 3, 5))
        assert max(red, green, blue) - min(red, green, blue) <= 26, "a state carries no judgement in its colour"


def test_unknown_roles_take_turns():
    looks = [look("lain", position, 3) for position in range(3)]
    assert len({(one.colour, one.pattern, one.dash) for one in looks}) == 3
    assert look("", 0, 1).colour == "#0B5CAD"
