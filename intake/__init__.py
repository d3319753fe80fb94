"""An upload from bytes to stored posts: recognise, match the roster, read, write in one transaction."""

from intake.commit import commit
from intake.draft import Decisions, Draft, Group, Receipt, prepare
from intake.names import Match, Matcher, Suggestion
from intake.roster import Roster, parse_roster, save_roster
from intake.sample import load_sample, remove_sample

__all__ = [
    "Decisions",
    "Draft",
    "Group",
    "Match",
    "Matcher",
    "Receipt",
    "Roster",
    "Suggestion",
    "commit",
    "load_sample",
    "parse_roster",
    "prepare",
    "remove_sample",
    "save_roster",
]
