"""The word lists in force: those of the office where it edited them, else those that ship with the software.

An edited list is a setting `daftar:…` whose value is JSON: `text` (null: follow the shipped list again) and `seed`, a
mark of the shipped list that it was edited from. So a newer shipped list never takes the place of an edited one
unasked, and the office is told that there is a newer one.
"""

import datetime as dt
import hashlib
import json
import threading
from dataclasses import dataclass
from functools import cache, lru_cache

from intake.kept import Version, add_version, newest, versions_of
from loaders import RefusedError
from rules import SEED_NAMES, ListError, Lists, parse_lists, seed_lists, seed_texts
from rules.aid import AidList
from rules.beside import BESIDE_NAMES, USABLE, beside_texts, usable_aid, usable_expected
from rules.checking import Problem, problems_of, usable
from rules.expected import ExpectedRow
from store import Store

PREFIX = "daftar:"
_PLAIN_NAMES = {
    "topics": "topik", "subjects": "subjek", "said": "isian_log", "names": "nama", "neutrality": "netralitas",
    "caution": "kehati-hatian", "expected_topics": "topik_harapan", "aid": "bantuan",
}  # fmt: skip
ALL_NAMES = (*SEED_NAMES, *BESIDE_NAMES)
_MAKING = threading.Lock()


@dataclass(frozen=True)
class WordList:
    """A list as it stands: its text, the shipped text, and how they came apart.

    version: 0 as long as nobody edited it. edited: whether the office has its own text. seed_changed: whether the
    software has brought another shipped list since. broken: why the edited text cannot be used by this software, ""
    if it can; the shipped one is in force then.
    """

    name: str
    text: str
    seed: str
    version: int
    edited: bool
    seed_changed: bool
    broken: str
    who: str
    at: dt.datetime | None


def setting_of(name: str) -> str:
    """The name of a list's setting ("topics" → "daftar:topik")."""
    return PREFIX + _PLAIN_NAMES.get(name, name)


def reading_lists(store: Store) -> Lists:
    """The word lists by which captions are read now. The same object until a list changes; safe in any thread."""
    return _made(_own_texts(store))


def expected_rows(store: Store, until: dt.datetime | None = None) -> tuple[ExpectedRow, ...]:
    """The topics expected of kinds of OPD, as they stand now or stood at `until`; they change no reading."""
    return usable_expected(_text_now(store, "expected_topics", until))


def aid_list(store: Store) -> AidList:
    """What a draft about aid should tell, as it stands now; it changes no reading."""
    return usable_aid(_text_now(store, "aid"))


def lists_with(store: Store, name: str, text: str) -> Lists:
    """The lists in force with another text of one of them. Raises ListError if it cannot be used."""
    return usable({**dict(_own_texts(store)), name: text})


def word_lists(store: Store) -> dict[str, WordList]:
    """Every list by name, in the order in which they are shown."""
    kept = newest(store, PREFIX)
    return {name: _word_list(name, kept.get(setting_of(name))) for name in ALL_NAMES}


def check_list(store: Store, name: str, text: str) -> tuple[Problem, ...]:
    """Why a text cannot take the place of a list; empty if it can."""
    others = {other: own for other, own in _own_texts(store) if other != name}
    return problems_of(name, text, others)


def save_list(store: Store, name: str, text: str | None, seen: int, who: str, now: dt.datetime) -> int:
    """Put a text in force (None: follow the shipped list) as a new version; its number.

    Raises RefusedError, in Indonesian: a text that cannot be used, no name, or changed by another since `seen`.
    """
    if name not in ALL_NAMES:
        raise RefusedError("Daftar ini tidak dikenal. Tidak ada yang berubah.")
    text = None if text is None else text.replace("\r\n", "\n").rstrip() + "\n"
    problems = check_list(store, name, text) if text is not None else ()
    if problems:
        raise RefusedError(f"{problem_words(problems[0])} Tidak ada yang berubah.")
    value = json.dumps({"seed": _mark(shipped(name)), "text": text}, ensure_ascii=False)
    detail = "mengikuti daftar bawaan" if text is None else f"{text.count(chr(10))} baris, {_mark(text)}"
    with store.write() as writer:
        return add_version(writer, setting_of(name), value, seen, who, now, detail)


def list_versions(store: Store, name: str) -> tuple[tuple[Version, str | None], ...]:
    """The versions of a list, the newest first, each with its text (None: it followed the shipped list)."""
    return tuple((version, _text_in(version)) for version in versions_of(store, setting_of(name)))


def problem_words(problem: Problem) -> str:
    """A problem as a sentence: "Baris 12: …"."""
    return f"Baris {problem.line}: {problem.words}" if problem.line else problem.words


@cache
def shipped(name: str) -> str:
    """The shipped text of a list, without the comments at its top: the screen has its own help."""
    lines = {**seed_texts(), **beside_texts()}[name].split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith("#")), 0)
    return "\n".join(lines[first:]).rstrip() + "\n"


def _word_list(name: str, version: Version | None) -> WordList:
    seed = shipped(name)
    text = _text_in(version) if version else None
    if version is None or text is None:
        who, at = (version.who, version.at) if version else ("", None)
        return WordList(name, seed, seed, version.number if version else 0, False, False, "", who, at)
    changed = json.loads(version.value)["seed"] != _mark(seed)
    return WordList(name, text, seed, version.number, True, changed, _broken(name, text), version.who, version.at)


def _text_in(version: Version) -> str | None:
    text: str | None = json.loads(version.value)["text"]
    return text


def _own_texts(store: Store) -> tuple[tuple[str, str], ...]:
    """The edited lists that can be used, by name."""
    kept = newest(store, PREFIX)
    told = ((name, _text_in(kept[setting_of(name)])) for name in SEED_NAMES if setting_of(name) in kept)
    return tuple((name, text) for name, text in told if text is not None and not _broken(name, text))


def _text_now(store: Store, name: str, until: dt.datetime | None = None) -> str:
    """The edited text of a list (as it was at `until`) if there is one that can be used, else the shipped one."""
    version = newest(store, setting_of(name), until).get(setting_of(name))
    text = _text_in(version) if version else None
    return shipped(name) if text is None or _broken(name, text) else text


def _made(texts: tuple[tuple[str, str], ...]) -> Lists:
    with _MAKING:
        return _made_once(texts) if texts else seed_lists()


@lru_cache(maxsize=4)
def _made_once(texts: tuple[tuple[str, str], ...]) -> Lists:
    return parse_lists(dict(texts))


@lru_cache(maxsize=32)
def _broken(name: str, text: str) -> str:
    """Why a stored text is of no use to this software: it was written for another one."""
    try:
        if name in USABLE:
            USABLE[name](text)
        else:
            usable({name: text})
    except ListError as error:
        return str(error)
    return ""


def _mark(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=4).hexdigest()
