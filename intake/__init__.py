"""An upload from bytes to stored posts: recognise, match the roster, read, write in one transaction."""

from intake.commit import commit
from intake.draft import Decisions, Draft, Group, Receipt, prepare
from intake.names import Match, Matcher, Suggestion
from intake.roster import SHIPPED, Roster, parse_roster, read_roster, save_roster
from intake.sample import load_sample, remove_sample
from intake.sources import CLOCK_WORDS, reading_lists, source_label
from loaders import Options, RefusedError

__all__ = [
    "CLOCK_WORDS",
    "SHIPPED",
    "Decisions",
    "Draft",
    "Group",
    "Match",
    "Matcher",
    "Options",
    "Receipt",
    "RefusedError",
    "Roster",
    "Suggestion",
    "commit",
    "load_sample",
    "parse_roster",
    "prepare",
    "read_roster",
    "reading_lists",
    "remove_sample",
    "save_roster",
    "source_label",
]
