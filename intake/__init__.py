"""An upload from bytes to stored posts: recognise, match the roster, read, write in one transaction."""

from intake.clocks import is_asked, is_assumed, remember_clock
from intake.closing import close_month, objection_days, reopen_month
from intake.commit import commit
from intake.draft import Decisions, Draft, Group, Receipt, prepare
from intake.mappings import Remembered
from intake.mending import mended_name, mended_of_draft, mended_of_upload, whole_months
from intake.names import Match, Matcher, Suggestion
from intake.objections import GRANTS, Grant, Objection, Verdict, object_to, settle
from intake.originals import delete_old, retention, set_retention, take_original
from intake.received import Told, say_whose, unsay_whose, whose
from intake.refused import NOBODY, keep_refusal, name_refusal, name_refusals
from intake.roster import SHIPPED, Roster, parse_roster, read_roster, save_roster
from intake.rule_words import NOT_IN_A_LOG, RuleWords, mask_personal, rule_words
from intake.rulings import OFFICE, Ruling, decide, take_back
from intake.sample import load_sample, remove_sample
from intake.sources import CLOCK_WORDS, COLUMN_ROLES, lack_of_mapping, source_label, zone_word
from intake.standing import DECIDED
from intake.undo import Undone, undo
from intake.word_lists import reading_lists
from loaders import (
    Count,
    Options,
    RecapOnlyError,
    RefusedError,
    Rejection,
    TableMapping,
    UnknownTable,
    UnknownTableError,
)
from loaders.child import files_inside
from loaders.unknown import UnknownColumn

__all__ = [
    "CLOCK_WORDS",
    "COLUMN_ROLES",
    "DECIDED",
    "GRANTS",
    "NOBODY",
    "NOT_IN_A_LOG",
    "OFFICE",
    "SHIPPED",
    "Count",
    "Decisions",
    "Draft",
    "Grant",
    "Group",
    "Match",
    "Matcher",
    "Objection",
    "Options",
    "RecapOnlyError",
    "Receipt",
    "RefusedError",
    "Rejection",
    "Remembered",
    "Roster",
    "RuleWords",
    "Ruling",
    "Suggestion",
    "TableMapping",
    "Told",
    "Undone",
    "UnknownColumn",
    "UnknownTable",
    "UnknownTableError",
    "Verdict",
    "close_month",
    "commit",
    "decide",
    "delete_old",
    "files_inside",
    "is_asked",
    "is_assumed",
    "keep_refusal",
    "lack_of_mapping",
    "load_sample",
    "mask_personal",
    "mended_name",
    "mended_of_draft",
    "mended_of_upload",
    "name_refusal",
    "name_refusals",
    "object_to",
    "objection_days",
    "parse_roster",
    "prepare",
    "read_roster",
    "reading_lists",
    "remember_clock",
    "remove_sample",
    "reopen_month",
    "retention",
    "rule_words",
    "save_roster",
    "say_whose",
    "set_retention",
    "settle",
    "source_label",
    "take_back",
    "take_original",
    "undo",
    "unsay_whose",
    "whole_months",
    "whose",
    "zone_word",
]
