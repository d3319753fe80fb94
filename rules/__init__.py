"""What a caption says: topic, subject, bidang, neutrality, caution, each with the words that decided."""

from rules.codes import CAUTION, NEUTRALITY, SUBJECT_DETAILS, SUBJECTS, TOPICS, ListError
from rules.context import Context, Finding, Person, Phase, Role, Unit, phase_on
from rules.lists import SEED_NAMES, Lists, parse_lists, seed_lists, seed_texts
from rules.logged import read_posts
from rules.reading import read
from rules.reposts import says_repost
from rules.said import said_bidang, said_subject, said_topic

__all__ = [
    "CAUTION",
    "NEUTRALITY",
    "SEED_NAMES",
    "SUBJECTS",
    "SUBJECT_DETAILS",
    "TOPICS",
    "Context",
    "Finding",
    "ListError",
    "Lists",
    "Person",
    "Phase",
    "Role",
    "Unit",
    "parse_lists",
    "phase_on",
    "read",
    "read_posts",
    "said_bidang",
    "said_subject",
    "said_topic",
    "says_repost",
    "seed_lists",
    "seed_texts",
]
