"""The clock of a Facebook account whose exports prove none: a person is asked once, and the answer is remembered.

It is kept in the settings as `jam:<platform>:<account>`. A file whose links prove another clock is believed before it.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indonesia import plain, show_time
from loaders import Loaded, Options
from loaders.child import read_apart
from loaders.clock import ASSUMED, CONFIRMED, PROVEN, STATE_WORDS, TOLD, ZONES, zone_word
from store import Scope, Store

SOURCES = ("meta_facebook",)
"""Sources whose links carry no moment, so that nothing in the file proves its clock."""
SET_BY_A_PERSON = (TOLD, CONFIRMED)
"""States of a clock that a person, not the file, told."""


@dataclass(frozen=True)
class Confirmed:
    """A zone (IANA name) that a person confirmed for an account, and when."""

    zone: str
    who: str
    at: dt.datetime


def accounts_of(loaded: Loaded) -> tuple[str, ...]:
    """The names of the settings for the accounts of a file, () for a source that is not asked for."""
    if loaded.source not in SOURCES:
        return ()
    pairs = loaded.posts[["platform", "account"]].drop_duplicates().itertuples(index=False)
    return tuple(sorted(f"jam:{platform}:{plain(account)}" for platform, account in pairs if account))


def confirmed_clocks(store: Store, names: Sequence[str]) -> dict[str, Confirmed]:
    """Setting → the clock that was confirmed last, of these settings."""
    if not names:
        return {}
    settings = store.read(Scope()).settings
    rows = store.run(settings.filter(settings.name.isin(list(names)))).to_pylist()
    rows.sort(key=lambda row: row["version"])
    return {row["name"]: Confirmed(row["value"], row["changed_by"], row["changed_at"]) for row in rows}


def is_assumed(loaded: Loaded) -> bool:
    """Whether nothing in a file proves its clock and nobody told it."""
    return loaded.clock_state == ASSUMED


def is_asked(loaded: Loaded) -> bool:
    """Whether a person should say once if the clock of a file is right."""
    return bool(accounts_of(loaded)) and is_assumed(loaded)


def with_confirmed(store: Store, content: bytes, loaded: Loaded, options: Options) -> tuple[Loaded, Options]:
    """A file that was read, by the confirmed clock of its accounts where it proves none itself, and how it was read.

    Where its links prove another clock than the confirmed one, a warning says so.
    """
    names = accounts_of(loaded)
    known = confirmed_clocks(store, names)
    if not known or options.clock:
        return loaded, options
    newest = max(known.values(), key=lambda confirmed: confirmed.at)
    told = f"{zone_word(newest.zone)}, {STATE_WORDS[CONFIRMED]} {newest.who} pada {show_time(newest.at)}"
    if loaded.clock_state == PROVEN:
        if newest.zone != loaded.clock:
            warning = f"Jam yang diingat untuk akun ini ({told}) berbeda dari bukti pada tautan; bukti yang dipakai."
            loaded.warnings.append(warning)
        return loaded, options
    same = {confirmed.zone for confirmed in known.values()} == {newest.zone} and len(known) == len(names)
    if not same or newest.zone not in ZONES or loaded.clock_state != ASSUMED:
        return loaded, options
    if newest.zone != loaded.clock:
        options = replace(options, clock=newest.zone)
        loaded = read_apart(content, options)
    return replace(loaded, clock_proof=f"waktu berkas: {told}", clock_state=CONFIRMED), options


def remember_clock(store: Store, loaded: Loaded, who: str, now: dt.datetime) -> int:
    """Write down that a person confirmed the clock of a file; the number of accounts of which that is news."""
    names = accounts_of(loaded)
    known = confirmed_clocks(store, names)
    news = [name for name in names if name not in known or known[name].zone != loaded.clock]
    if not news:
        return 0
    with store.write() as writer:
        versions = {name: writer.fetch("settings", {"name": name})["version"].to_pylist() for name in news}
        change = {"value": loaded.clock, "changed_by": who, "changed_at": now}
        writer.append("settings", [{"name": n, "version": max(versions[n], default=0) + 1, **change} for n in news])
        told = {"at": now, "who": who, "action": "clock", "detail": zone_word(loaded.clock)}
        writer.append("audit", [{**told, "subject": name.removeprefix("jam:")} for name in news])
    return len(news)
