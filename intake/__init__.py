"""An upload from bytes to stored posts: recognise, match the roster, read, write in one transaction."""

from intake.commit import commit
from intake.draft import Decisions, Draft, Group, Receipt, prepare
from intake.mending import mended_name, mended_of_draft, mended_of_upload, whole_months
from intake.names import Match, Matcher, Suggestion
from intake.originals import delete_old, retention, set_retention, take_original
from intake.refused import NOBODY, keep_refusal, name_refusal, name_refusals
from intake.roster import SHIPPED, Roster, parse_roster, read_roster, save_roster
from intake.sample import load_sample, remove_sample
from intake.sources import CLOCK_WORDS, reading_lists, source_label
from intake.undo import Undone, undo
from loaders import Options, RefusedError, Rejection
from loaders.child import files_inside

__all__ = [
    "CLOCK_WORDS",
    "NOBODY",
    "SHIPPED",
    "Decisions",
    "Draft",
    "Group",
    "Match",
    "Matcher",
    "Options",
    "Receipt",
    "RefusedError",
    "Rejection",
    "Roster",
    "Suggestion",
    "Undone",
    "commit",
    "delete_old",
    "files_inside",
    "keep_refusal",
    "load_sample",
    "mended_name",
    "mended_of_draft",
    "mended_of_upload",
    "name_refusal",
    "name_refusals",
    "parse_roster",
    "prepare",
    "read_roster",
    "reading_lists",
    "remove_sample",
    "retention",
    "save_roster",
    "set_retention",
    "source_label",
    "take_original",
    "undo",
    "whole_months",
]
