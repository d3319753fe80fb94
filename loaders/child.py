"""The child process that opens an uploaded file, and the call that starts it: a hostile file can only hurt the child.

Parent and child speak through a folder of their own: the file, `order.json` in, `posts.arrow` and `answer.json` out;
with `rejections.json` beside the order, `mended.xlsx` in place of the posts; with `cells`, the cells in the answer.
"""

import contextlib
import dataclasses
import datetime as dt
import json
import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import feather

import posts
from loaders import limits, mending_of, read_opened
from loaders.cells import texts_of
from loaders.containers import Sheet, read_sheets
from loaders.counts import Count, RecapOnlyError
from loaders.result import Guesses, Loaded, Options, RefusedError, Rejection, Silence, TableMapping
from loaders.starter import QueueFullError, Starter
from loaders.unknown import UnknownTableError, unknown_of

_STARTER = Starter()
MAX_REJECTIONS = 50_000
"""Rows that could not be read; a file with more is no list, and the server would hold them all."""


def read_apart(content: bytes, options: Options) -> Loaded:
    """Read the bytes of a file in a child process with limits. Raises RefusedError, worded for the sender."""
    with _asked(content, options) as (answer, place):
        return _loaded(answer, place)


def cells_apart(content: bytes, options: Options) -> list[tuple[str, list[list[str]]]]:
    """The sheets of a small table of settings as text, days as ISO, read in a child process with limits.

    Raises RefusedError, worded for the sender.
    """
    with _asked(content, options, cells=True) as (answer, _):
        if answer["refused"]:
            raise RefusedError(answer["refused"])
        return [(name, rows) for name, rows in answer["cells"]]


def mend_apart(content: bytes, options: Options, rejections: Sequence[Rejection]) -> bytes:
    """The workbook of a file's rejected rows, made in a child process with limits: nothing else opens the file.

    `options` are those that it was read with. Raises RefusedError, worded for the sender.
    """
    with _asked(content, options, rejections) as (answer, place):
        _refuse(answer)
        return (place / "mended.xlsx").read_bytes()


@contextlib.contextmanager
def _asked(
    content: bytes, options: Options, rejections: Sequence[Rejection] | None = None, cells: bool = False
) -> Iterator[tuple[dict, Path]]:
    """The answer of a child to a file, and the folder that holds what it wrote."""
    with tempfile.TemporaryDirectory(prefix="dasbor-") as folder:
        place = Path(folder)
        (place / "upload").write_bytes(content)
        if rejections is not None:
            told = [dataclasses.asdict(rejection) for rejection in rejections]
            (place / "rejections.json").write_text(json.dumps(told), encoding="utf-8")
        if cells:
            (place / "cells").touch()
        (place / "order.json").write_text(json.dumps(_order(options)), encoding="utf-8")
        answer = place / "answer.json"
        try:
            done = _STARTER.run(folder)
        except QueueFullError as error:
            raise RefusedError(_busy(options.file_name)) from error
        if not done or not answer.exists():
            raise RefusedError(_too_much(options.file_name)) from ChildDiedError(_last_words(place))
        yield json.loads(answer.read_text(encoding="utf-8")), place


def files_inside() -> int:
    """How many files this server is reading or has in line; 0 means that the next one is read at once."""
    return _STARTER.inside()


class ChildDiedError(Exception):
    """What the child wrote before it died; kept as the cause of the refusal, for the log."""


def _too_much(file_name: str) -> str:
    return (
        f"Berkas “{file_name}” tidak dapat dibaca dengan aman: terlalu besar setelah dibuka, atau susunannya rusak. "
        "Mohon simpan ulang sebagai .xlsx atau CSV yang hanya memuat daftar unggahan, lalu unggah kembali."
    )


def _busy(file_name: str) -> str:
    return (
        f"Berkas “{file_name}” belum dibaca karena dasbor masih membaca berkas lain. "
        "Mohon unggah kembali beberapa menit lagi."
    )


def _last_words(place: Path) -> str:
    """The error that a child left, for the log."""
    left = place / "error.txt"
    return left.read_text(encoding="utf-8", errors="replace")[-4000:] if left.exists() else "the child left no word"


def _order(options: Options) -> dict[str, object]:
    order = dataclasses.asdict(options)
    order["today"] = options.today.isoformat()
    order["period"] = [day.isoformat() for day in options.period] if options.period else None
    return order


def _options(order: dict[str, Any]) -> Options:
    period = [dt.date.fromisoformat(day) for day in order["period"] or ()]
    return Options(
        order["zone"],
        dt.date.fromisoformat(order["today"]),
        order["file_name"],
        (period[0], period[1]) if period else None,
        order["clock"],
        order.get("order", ""),
        order.get("decimal", ""),
        _mapping(order.get("mapping")),
    )


def _mapping(told: dict[str, Any] | None) -> TableMapping | None:
    return TableMapping(**{**told, "roles": tuple((key, role) for key, role in told["roles"])}) if told else None


def _refuse(answer: dict) -> None:
    """Raise what the child could not read."""
    if answer.get("unknown"):
        raise UnknownTableError(answer["refused"], unknown_of(answer["unknown"]))
    if answer.get("counts"):
        counts = tuple(Count(**count) for count in answer["counts"])
        raise RecapOnlyError(answer["refused"], counts, answer["month"])
    if answer["refused"]:
        raise RefusedError(answer["refused"])


def _loaded(answer: dict, place: Path) -> Loaded:
    _refuse(answer)
    frame = posts.conform(feather.read_table(place / "posts.arrow", memory_map=False).to_pandas())
    period = [dt.date.fromisoformat(day) for day in answer["period"] or ()]
    return Loaded(
        source=answer["source"],
        posts=frame,
        rejections=[Rejection(**rejection) for rejection in answer["rejections"]],
        clock=answer["clock"],
        clock_proof=answer["clock_proof"],
        period=(period[0], period[1]) if period else None,
        warnings=answer["warnings"],
        cleaned=answer["cleaned"],
        guesses=Guesses(**answer["guesses"]),
        silences=tuple(_silence(told) for told in answer["silences"]),
        clock_state=answer["clock_state"],
    )


def _silence(told: list) -> Silence:
    opd, platforms, *days = told
    first, last = (dt.date.fromisoformat(day) if day else None for day in days)
    return Silence(opd, tuple(platforms), first, last)


def _answer(loaded: Loaded) -> dict[str, object]:
    return {
        "refused": None,
        "source": loaded.source,
        "clock": loaded.clock,
        "clock_proof": loaded.clock_proof,
        "clock_state": loaded.clock_state,
        "period": [day.isoformat() for day in loaded.period] if loaded.period else None,
        "warnings": loaded.warnings,
        "cleaned": loaded.cleaned,
        "guesses": dataclasses.asdict(loaded.guesses),
        "silences": [
            [told.opd, list(told.platforms), *(day.isoformat() if day else None for day in (told.first, told.last))]
            for told in loaded.silences
        ],
        "rejections": [dataclasses.asdict(rejection) for rejection in loaded.rejections],
    }


def _work(folder: str) -> None:
    """What the child does: read the file it was given, leave the answer."""
    place = Path(folder)
    options = _options(json.loads((place / "order.json").read_text(encoding="utf-8")))
    limits.bound_this_process()
    try:
        sheets = read_sheets(place / "upload", options.file_name)
        limits.allow_reading(sum(len(sheet.rows) for sheet in sheets))
        if (place / "rejections.json").exists():
            answer = _mend(sheets, options, place)
        elif (place / "cells").exists():
            answer = {"refused": None, "cells": texts_of(sheets, options.file_name)}
        else:
            answer = _read(sheets, options, place)
    except UnknownTableError as error:
        answer = {"refused": str(error), "unknown": dataclasses.asdict(error.table)}
    except RecapOnlyError as error:
        counts = [dataclasses.asdict(count) for count in error.counts]
        answer = {"refused": str(error), "counts": counts, "month": error.month}
    except RefusedError as error:
        answer = {"refused": str(error)}
    (place / "answer.json").write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")


def _mend(sheets: Sequence[Sheet], options: Options, place: Path) -> dict[str, object]:
    """Write the workbook of the rejected rows."""
    from loaders.mended_book import workbook_of  # noqa: PLC0415 (openpyxl would slow the start of every reading)

    tempfile.tempdir = str(place)  # openpyxl writes its parts there first; the folder goes, whatever ends this child
    told = json.loads((place / "rejections.json").read_text(encoding="utf-8"))
    mending, as_read = mending_of(sheets, options, [Rejection(**rejection) for rejection in told])
    (place / "mended.xlsx").write_bytes(workbook_of(mending, as_read))
    return {"refused": None}


def _read(sheets: Sequence[Sheet], options: Options, place: Path) -> dict[str, object]:
    """Write the posts; what else was read."""
    loaded = read_opened(sheets, options)
    if len(loaded.rejections) > MAX_REJECTIONS:
        raise RefusedError(_all_rejected(options.file_name, len(loaded.rejections)))
    feather.write_feather(
        pa.Table.from_pandas(loaded.posts, preserve_index=False), place / "posts.arrow", compression="uncompressed"
    )
    return _answer(loaded)


def _all_rejected(file_name: str, count: int) -> str:
    return (
        f"Berkas “{file_name}” memuat {count} baris yang tidak dapat dibaca, terlalu banyak untuk sebuah daftar "
        "unggahan. Mohon periksa kolom tanggal dan platformnya, lalu unggah kembali."
    )


def _wait() -> None:
    """Stand ready: fork a child for each folder named on standard input, answer with its exit code."""
    server = os.getppid()
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            _leave_the_server(line.strip())
            os._exit(_child(line.strip()))
        code = limits.watch(pid, partial(_ended, pid), partial(_end, pid), lambda: os.getppid() != server)
        print(code, flush=True)  # noqa: T201 (the answer to the starter)


def _leave_the_server(folder: str) -> None:
    """In the forked child: a session of its own, and no way to speak to the server but the folder."""
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDWR)
    words = os.open(Path(folder) / "error.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for here, there in ((nothing, 0), (nothing, 1), (words, 2)):
        os.dup2(here, there)


def _ended(pid: int) -> int | None:
    done, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if done else None


def _end(pid: int) -> None:
    """End a forked child and all of its session."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
        os.killpg(pid, signal.SIGKILL)


def _child(folder: str) -> int:
    """The exit code of one reading; an error of ours is left beside the file, for the log."""
    try:
        _work(folder)
    except BaseException:  # noqa: BLE001 (a forked child must not go on in its parent's loop)
        with (Path(folder) / "error.txt").open("a", encoding="utf-8") as words:
            words.write(traceback.format_exc())
        return 1
    return 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--wait"]:
        _wait()
    else:
        sys.exit(_child(sys.argv[1]))
