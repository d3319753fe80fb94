"""Which bidang the konten name: konten per OPD and bidang, how many name none, and since when one was not named."""

import ibis
import ibis.expr.types as ir

from metrics.activity import Step, step_start, stepped_activity
from metrics.keeping import attach
from metrics.ratio import share


def unit_contents(posts: ir.Table) -> ir.Table:
    """Konten per OPD and bidang named: agency_id, unit (unit_id, or the name as a report wrote it), konten.

    Grain: OPD and bidang named at least once. A konten that names several counts at each of them, once, on whichever
    of its posts it does. `posts` needs agency_id, content_key, bidang (joined by ";").
    """
    named = _named(posts, "content_key")
    return named.group_by("agency_id", "unit").agg(konten=named.content_key.nunique())


def naming(posts: ir.Table, agencies: ir.Table) -> ir.Table:
    """How many konten name a bidang: agency_id, konten (those that can be read), named, none, share (of none).

    Grain: every OPD. Konten that can be read have a text or a bidang that a report or a person said. share is null
    without konten. `posts` needs agency_id, content_key, caption, bidang.
    """
    told = posts.filter((posts.caption.strip() != "") | (posts.bidang != ""))
    counted = told.group_by("agency_id").agg(
        konten=told.content_key.nunique(), named=told.content_key.nunique(where=told.bidang != "")
    )
    rows = attach(agencies.select("agency_id"), counted, ["agency_id"], zero=["konten", "named"])
    rows = rows.mutate(none=rows.konten - rows.named)
    return rows.mutate(share=share(rows.none, rows.konten))


def stepped_units(posts: ir.Table, step: Step) -> ir.Table:
    """Konten per OPD, bidang named and day, week or month: agency_id, unit, start, konten.

    Grain: those with at least one. A konten counts in the step of its first day. `posts`: see unit_contents, and
    content_day.
    """
    named = _named(posts, "content_key", "content_day")
    named = named.mutate(start=step_start(named.content_day, step))
    return named.group_by("agency_id", "unit", "start").agg(konten=named.content_key.nunique())


def step_states(daily: ir.Table, step: Step) -> ir.Table:
    """What a step says of a bidang that none of its konten names: agency_id, start, state.

    Grain: OPD and step that holds a day of `daily` (see daily_activity). state is "" where the OPD published and every
    day is completely reported or excused: nothing named it; belum_lengkap where it published and some day is not so;
    else the state of stepped_activity.
    """
    closed = daily.covered.isin(("lengkap", "dispensasi"))
    days = daily.mutate(start=step_start(daily.day, step), closed=closed)
    lacking = days.group_by("agency_id", "start").agg(open_days=days.count(where=~days.closed))
    rows = attach(stepped_activity(daily, step), lacking, ["agency_id", "start"])
    state = ibis.cases(
        (rows.state != "ada", rows.state),
        (rows.open_days > 0, "belum_lengkap"),
        else_="",
    )
    return rows.select("agency_id", "start", state=state)


def last_mentions(posts: ir.Table) -> ir.Table:
    """The newest day on which a post names a bidang: agency_id, unit, last_day. Grain: OPD and bidang ever named.

    `posts` needs agency_id, day, bidang (joined by ";").
    """
    return _named(posts, "day").group_by("agency_id", "unit").agg(last_day=lambda rows: rows.day.max())


def days_since(mentions: ir.Table, covered: ir.Table) -> ir.Table:
    """Working days after the last mention: agency_id, unit, last_day, working_days, reported_days (of them lengkap).

    Grain: rows of `mentions` (see last_mentions). `covered` (agency_id, day, working, covered; see covered_days) says
    which days are working days of the OPD; give it from the earliest mention to the last day to be counted.
    """
    days = covered.filter(covered.working).select("day", "covered", opd="agency_id")
    later = mentions.inner_join(days, [mentions.agency_id == days.opd, days.day > mentions.last_day])
    counted = later.group_by("agency_id", "unit").agg(
        working_days=later.count(), reported_days=later.count(where=later.covered == "lengkap")
    )
    return attach(mentions, counted, ["agency_id", "unit"], zero=["working_days", "reported_days"])


def _named(posts: ir.Table, *columns: str) -> ir.Table:
    """A row for each bidang that a post names: agency_id, `columns`, unit."""
    pieces = posts.select("agency_id", *columns, unit=posts.bidang.split(";").unnest())
    return pieces.mutate(unit=pieces.unit.strip()).filter(lambda rows: rows.unit != "")
