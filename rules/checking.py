"""Whether an edited word list can be used: in which line something is wrong, and what, in Indonesian."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rules.beside import USABLE
from rules.codes import SUBJECTS, TOPICS, ListError
from rules.lists import WEIGHTS, Lists, parse_lists
from rules.reading import read

LONGEST = 300_000
"""Letters of a list; the longest that ships has a sixth of it."""

_CODES = {"service_topics": TOPICS, "department_topics": TOPICS, "topic": TOPICS, "subject": SUBJECTS}
_TOML = (
    (
        r"Unclosed array",
        "daftar kata yang dibuka dengan tanda [ belum ditutup, atau sebuah koma atau tanda kutip kurang",
    ),
    (r"Unterminated string|Illegal character", "tanda kutip belum ditutup"),
    (r"Expected '='", "setelah nama bagian harus ada tanda ="),
    (r"Expected ']", "judul bagian yang dibuka dengan tanda [ belum ditutup dengan tanda ]"),
    (r"Expected newline", "ada isian berlebih setelah nilai pada baris ini"),
    (r"Cannot overwrite|Cannot declare|Cannot mutate|Cannot redefine|Duplicate", "bagian ini sudah ada di atasnya"),
    (r"Unescaped|hex value|Escaped character", "garis miring terbalik (\\) tidak dapat dipakai di dalam kata"),
    (r"Invalid value", "nilai tidak dikenali: setiap kata diapit tanda kutip, di antara [ dan ], dipisahkan koma"),
    (r"Unclosed inline|Found invalid|Invalid", "susunan baris ini tidak dikenali"),
)
_PLACE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")


@dataclass(frozen=True)
class Problem:
    """What is wrong with a list: the line, counted from 1 (0: of no one line), and a sentence without it; the column
    where the reading stopped, 0 if the whole line is meant."""

    line: int
    words: str
    column: int = field(default=0, compare=False)


def problems_of(name: str, text: str, others: Mapping[str, str]) -> tuple[Problem, ...]:
    """Why the list `name` cannot be used with this TOML text; empty if it can. `others`: the lists beside it."""
    if len(text) > LONGEST:
        return (Problem(0, f"Daftar terlalu panjang: {len(text)} huruf, paling banyak {LONGEST}."),)
    try:
        data = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        return (_torn(str(error), text),)
    except RecursionError:
        return (Problem(0, "Susunan daftar terlalu dalam: terlalu banyak tanda [ atau { yang bersarang."),)
    found = _SHAPES[name](data) if name in _SHAPES else []
    if not found:
        try:
            if name in USABLE:
                USABLE[name](text)
            else:
                usable({**others, name: text})
        except ListError as error:
            found = [str(error)]
    return tuple(sorted((Problem(_line_of(words, text), words) for words in found), key=lambda p: (p.line, p.words)))


def usable(texts: Mapping[str, str]) -> Lists:
    """The lists of these texts, tried on a caption. Raises ListError for whatever cannot be read or made ready."""
    try:
        lists = parse_lists({name: text.replace("\r\n", "\n") for name, text in texts.items()})
        read(["Kepala Dinas membuka layanan KTP"], lists)
    except (TypeError, AttributeError, KeyError, IndexError, ValueError, RecursionError) as error:
        if isinstance(error, ListError):
            raise
        raise ListError("Susunan daftar tidak dikenali: mohon bandingkan dengan daftar bawaan.") from error
    return lists


def _torn(message: str, text: str) -> Problem:
    """What the reader of TOML says, in Indonesian."""
    words = next((said for pattern, said in _TOML if re.search(pattern, message)), "susunan baris ini tidak dikenali")
    place = _PLACE.search(message)
    line = int(place[1]) if place and place[1] else text.rstrip().count("\n") + 1
    return Problem(line, f"{words[:1].upper()}{words[1:]}.", int(place[2]) if place and place[2] else 0)


def _topics(data: Mapping[str, Any]) -> list[str]:
    found = []
    weights = data.get("weights", {})
    for key, value in weights.items() if isinstance(weights, dict) else [("weights", None)]:
        if key not in WEIGHTS:
            found.append(f"Bobot “{key}” tidak dikenal. Pilihan: {', '.join(WEIGHTS)}.")
        elif isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1000:
            found.append(f"Bobot “{key}” harus berupa angka lebih dari 0.")
    for code, group in data.items():
        if isinstance(group, dict) and not isinstance(group.get("unless", {}), dict):
            found.append(f"“unless” pada “{code}” harus berupa bagian tersendiri: [{code}.unless].")
    return found


def _subjects(data: Mapping[str, Any]) -> list[str]:
    return [
        f"Topik “{code}” pada “{key}” tidak dikenal. Pilihan: {', '.join(TOPICS)}."
        for key in ("service_topics", "department_topics")
        for code in _listed(data.get(key))
        if code not in TOPICS
    ]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _said(data: Mapping[str, Any]) -> list[str]:
    found = [
        f"Bagian “{key}” tidak dikenal. Pilihan: topic, subject." for key in data if key not in ("topic", "subject")
    ]
    for key in ("topic", "subject"):
        group = data.get(key, {})
        if not isinstance(group, dict):
            found.append(f"Bagian “{key}” harus ditulis sebagai judul: [{key}].")
            continue
        found += [f"Kode “{code}” pada [{key}] tidak dikenal. Pilihan: {', '.join(_CODES[key])}." for code in group
                  if code not in _CODES[key]]  # fmt: skip
    return found


def _names(data: Mapping[str, Any]) -> list[str]:
    known = ("marks", "common", "titles")
    return [f"Bagian “{key}” tidak dikenal. Pilihan: {', '.join(known)}." for key in data if key not in known]


_SHAPES: Mapping[str, Callable[[Mapping[str, Any]], list[str]]] = {
    "topics": _topics,
    "subjects": _subjects,
    "said": _said,
    "names": _names,
}


def _line_of(sentence: str, text: str) -> int:
    """The line that a sentence speaks of: where what it quotes stands, below the heading that it quotes too."""
    lines = text.replace("\r\n", "\n").split("\n")
    if row := re.search(r"bagian ke-(\d+):", sentence):
        heads = [n for n, line in enumerate(lines, 1) if re.match(r"\s*\[\[", line)]
        begin, end = (*heads, len(lines) + 1)[int(row[1]) - 1 : int(row[1]) + 1] if heads else (0, 0)
        quoted = re.search(r"“([^”]+)”", sentence)
        told = f'"{quoted[1]}"' if quoted else ""
        return next((n for n in range(begin, end) if told and told in lines[n - 1]), begin)
    places = []
    for quoted in re.findall(r"[“\[]([^”\]]+)[”\]]", sentence):
        word = re.escape(quoted)
        shapes = (rf"^\s*\[(\w+\.)?{word}(\.\w+)?\]", rf"^\s*\"?{word}\"?\s*=", rf"\"{word}\"")
        places.append([[n for n, line in enumerate(lines, 1) if re.search(shape, line)] for shape in shapes])
    if not places:
        return 0
    headings = [found[0][0] for found in places if found[0]]
    first = [n for found in places[:1] for shape in found for n in shape]
    below = [n for n in first if headings and n >= headings[0]]
    return (below or first or headings or [0])[0]
