"""What a caption says: topic and subject, each with the words that decided; word lists are an argument."""

from rules.codes import SUBJECTS, TOPICS
from rules.lists import ListError, Lists, parse_lists, seed_lists
from rules.reading import read, read_posts
from rules.said import said_subject, said_topic

__all__ = [
    "SUBJECTS",
    "TOPICS",
    "ListError",
    "Lists",
    "parse_lists",
    "read",
    "read_posts",
    "said_subject",
    "said_topic",
    "seed_lists",
]
