"""The child process that opens an uploaded file, and the call that starts it: a hostile file can only hurt the child.

Parent and child speak through a folder of their own: the file, `order.json` in, `posts.arrow` and `answer.json` out.
"""

import dataclasses
import datetime as dt
import json
import os
import sys
import tempfile
import traceback
from pathlib import Path

import pandas as pd
import pyarrow as pa
from pyarrow import feather

import posts
from loaders import read
from loaders.result import Loaded, Options, RefusedError, Rejection
from loaders.starter import WALL_SECONDS, Starter, wait_until

_STARTER = Starter()
MEMORY_BYTES = 3 << 30
CPU_SECONDS = 100


def read_apart(content: bytes, options: Options) -> Loaded:
    """Read the bytes of a file in a child process with limits. Raises RefusedError, worded for the sender."""
    with tempfile.TemporaryDirectory(prefix="dasbor-") as folder:
        place = Path(folder)
        (place / "upload").write_bytes(content)
        (place / "order.json").write_text(json.dumps(_order(options)), encoding="utf-8")
        answer = place / "answer.json"
        if not _STARTER.run(folder) or not answer.exists():
            raise RefusedError(_too_much(options.file_name)) from ChildDiedError(_last_words(place))
        return _loaded(json.loads(answer.read_text(encoding="utf-8")), place)


class ChildDiedError(Exception):
    """What the child wrote before it died; kept as the cause of the refusal, for the log."""


def _too_much(file_name: str) -> str:
    return (
        f"Berkas “{file_name}” tidak dapat dibaca dalam batas waktu dan memori yang aman. "
        "Mohon simpan ulang sebagai .xlsx atau CSV yang hanya memuat daftar unggahan, lalu unggah kembali."
    )


def _last_words(place: Path) -> str:
    """The error that a child left, for the log."""
    left = place / "error.txt"
    return left.read_text(encoding="utf-8") if left.exists() else "the child died without a word"


def _order(options: Options) -> dict[str, object]:
    order = dataclasses.asdict(options)
    order["today"] = options.today.isoformat()
    order["period"] = [day.isoformat() for day in options.period] if options.period else None
    return order


def _options(order: dict[str, str]) -> Options:
    period = [dt.date.fromisoformat(day) for day in order["period"] or ()]
    return Options(
        order["zone"],
        dt.date.fromisoformat(order["today"]),
        order["file_name"],
        (period[0], period[1]) if period else None,
        order["clock"],
    )


def _loaded(answer: dict, place: Path) -> Loaded:
    if answer["refused"]:
        raise RefusedError(answer["refused"])
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
    )


def _limit() -> None:
    """Bound this process where the system can: memory, processor time, size of what it writes."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 (absent on Windows)

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 30, 1 << 30))


def _answer(loaded: Loaded) -> dict[str, object]:
    return {
        "refused": None,
        "source": loaded.source,
        "clock": loaded.clock,
        "clock_proof": loaded.clock_proof,
        "period": [day.isoformat() for day in loaded.period] if loaded.period else None,
        "warnings": loaded.warnings,
        "rejections": [dataclasses.asdict(rejection) for rejection in loaded.rejections],
    }


def _work(folder: str) -> None:
    """What the child does: read the file it was given, leave the answer."""
    place = Path(folder)
    options = _options(json.loads((place / "order.json").read_text(encoding="utf-8")))
    _limit()
    try:
        loaded = read(place / "upload", options)
        answer = _answer(loaded)
        feather.write_feather(_arrow(loaded.posts), place / "posts.arrow", compression="uncompressed")
    except RefusedError as error:
        answer = {"refused": str(error)}
    (place / "answer.json").write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")


def _arrow(frame: pd.DataFrame) -> pa.Table:
    return pa.Table.from_pandas(frame, preserve_index=False)


def _wait() -> None:
    """Stand ready: fork a child for each folder named on standard input, answer with its exit code."""
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            os._exit(_child(line.strip()))
        print(wait_until(pid, WALL_SECONDS), flush=True)  # noqa: T201 (the answer to the starter)


def _child(folder: str) -> int:
    """The exit code of one reading; an error of ours is left beside the file, for the log."""
    try:
        _work(folder)
    except BaseException:  # noqa: BLE001 (a forked child must not go on in its parent's loop)
        (Path(folder) / "error.txt").write_text(traceback.format_exc(), encoding="utf-8")
        return 1
    return 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--wait"]:
        _wait()
    else:
        sys.exit(_child(sys.argv[1]))
