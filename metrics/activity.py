"""How active each OPD was: counts and state of every day, trend, hours, last post and longest silence."""

from typing import Literal

import ibis
import ibis.expr.types as ir

from metrics.keeping import attach

Step = Literal["day", "week", "month"]


def daily_activity(posts: ir.Table, covered: ir.Table) -> ir.Table:
    """Counts of every OPD and day: agency_id, day, working, covered, excused, konten, unggahan, state.

    Grain: rows of `covered` (see `covered_days`). Konten counts on its first day, unggahan on its own. `state` is ada
    (a post that day, or a konten that began then), nihil (none, completely reported, working day), libur (the same on
    a day off), belum_lengkap (none in an incomplete report), or the word of `covered`: dispensasi, tanpa_akun,
    di_luar_data, belum_terbaca, belum_melapor.
    """
    begun = posts.group_by("agency_id", day=posts.content_day).agg(konten=posts.content_key.nunique())
    shown = posts.group_by("agency_id", "day").agg(unggahan=posts.count())
    cells = covered.left_join(begun, ["agency_id", "day"], rname="{name}_of_konten").left_join(
        shown, ["agency_id", "day"], rname="{name}_of_unggahan"
    )
    state = ibis.cases(
        (cells.unggahan.notnull() | cells.konten.notnull(), "ada"),
        ((cells.covered == "lengkap") & cells.working, "nihil"),
        (cells.covered == "lengkap", "libur"),
        (cells.covered == "sebagian", "belum_lengkap"),
        else_=cells.covered,
    )
    return cells.select(
        "agency_id", "day", "working", "covered", "excused",
        konten=cells.konten.fill_null(0), unggahan=cells.unggahan.fill_null(0), state=state,
    )  # fmt: skip


def stepped_activity(daily: ir.Table, step: Step) -> ir.Table:
    """Counts of each OPD per day, week (from Monday) or month: agency_id, start, konten, unggahan, state.

    Grain: OPD and step that holds a day of `daily`. Without a post the state is that of all its days if they agree,
    leaving aside those on which the OPD or its accounts were not there;
    nihil if all that are not excused are completely reported; belum_terbaca if a file came and none could be read;
    belum_lengkap if some day is reported and some is not.
    """
    stepped = daily.mutate(start=step_start(daily.day, step))
    sums = stepped.group_by("agency_id", "start").agg(
        konten=lambda row: row.konten.sum().cast("int64"),
        unggahan=lambda row: row.unggahan.sum().cast("int64"),
        days=lambda row: row.count(),
        nihil=lambda row: row.count(where=row.state == "nihil"),
        off=lambda row: row.count(where=row.state == "libur"),
        missing=lambda row: row.count(where=row.state == "belum_melapor"),
        without=lambda row: row.count(where=row.state == "tanpa_akun"),
        outside=lambda row: row.count(where=row.state == "di_luar_data"),
        excused=lambda row: row.count(where=row.state == "dispensasi"),
        unread=lambda row: row.count(where=row.state == "belum_terbaca"),
    )
    asked = sums.days - sums.outside - sums.without
    state = ibis.cases(
        ((sums.unggahan > 0) | (sums.konten > 0), "ada"),
        (sums.outside == sums.days, "di_luar_data"),
        (asked == 0, "tanpa_akun"),
        (sums.excused == asked, "dispensasi"),
        (sums.off + sums.excused == asked, "libur"),
        (sums.nihil + sums.off + sums.excused == asked, "nihil"),
        (sums.missing + sums.excused == asked, "belum_melapor"),
        (sums.missing + sums.excused + sums.unread == asked, "belum_terbaca"),
        else_="belum_lengkap",
    )
    return sums.select("agency_id", "start", "konten", "unggahan", state=state)


def activity_trend(daily: ir.Table, step: Step) -> ir.Table:
    """Counts of all OPDs together per step: start, konten, unggahan, reporting (OPDs with a reported day), agencies.

    Grain: day, week (from Monday) or month that holds a day of `daily`. Where `reporting` is 0, a count of 0 says
    nothing: nobody has reported.
    """
    stepped = daily.mutate(start=step_start(daily.day, step))
    return stepped.group_by("start").agg(
        konten=lambda row: row.konten.sum().cast("int64"),
        unggahan=lambda row: row.unggahan.sum().cast("int64"),
        reporting=lambda row: row.agency_id.nunique(where=row.covered.isin(("lengkap", "sebagian"))),
        agencies=lambda row: row.agency_id.nunique(),
    )


def step_start(day: ir.DateValue, step: Step) -> ir.DateValue:
    """The first day of the step that a day falls in: the day itself, its Monday, the first of its month."""
    if step == "day":
        return day
    return day.truncate("W" if step == "week" else "M").cast("date")


def posting_hours(posts: ir.Table) -> ir.Table:
    """When posts appear: weekday (0 Monday … 6 Sunday), hour (0–23, null where the source does not say), unggahan.

    Grain: weekday and hour with at least one post. `posts` needs published_at, has_time.
    """
    hour = posts.has_time.ifelse(posts.published_at.hour(), None).cast("int64")
    weekday = posts.published_at.day_of_week.index().cast("int64")
    return posts.group_by(weekday=weekday, hour=hour).agg(unggahan=posts.count())


def last_posts(posts: ir.Table, agencies: ir.Table) -> ir.Table:
    """Day of the newest post of every OPD: agency_id, last_post (null if none is known). Grain: OPD."""
    newest = posts.group_by("agency_id").agg(last_post=lambda post: post.day.max())
    return attach(agencies.select("agency_id"), newest, ["agency_id"])


def silences(daily: ir.Table) -> ir.Table:
    """Longest silence of every OPD: agency_id, active_days, unknown_days, silent_days, silent_from, silent_to.

    Grain: OPD. A silence is a run of consecutive calendar days (days off included) that are completely reported and
    hold no post; the earliest of the longest. Days not or not completely reported break it and are `unknown_days`.
    silent_days is 0 and the two days are null where no such day is known.
    """
    silent = daily.mutate(silent=daily.state.isin(("nihil", "libur")))
    runs = (
        silent.mutate(
            island=ibis.row_number().over(group_by=silent.agency_id, order_by=silent.day)
            - ibis.row_number().over(group_by=[silent.agency_id, silent.silent], order_by=silent.day)
        )
        .filter(lambda row: row.silent)
        .group_by("agency_id", "island")
        .agg(
            silent_days=lambda row: row.count(),
            silent_from=lambda row: row.day.min(),
            silent_to=lambda row: row.day.max(),
        )
    )
    order = [runs.silent_days.desc(), runs.silent_from]
    longest = runs.mutate(place=ibis.row_number().over(group_by=runs.agency_id, order_by=order))
    longest = longest.filter(lambda row: row.place == 0).drop("place", "island")
    sums = daily.group_by("agency_id").agg(
        active_days=lambda row: row.count(where=row.unggahan > 0),
        unknown_days=lambda row: row.count(where=row.state.isin(("belum_lengkap", "belum_melapor", "belum_terbaca"))),
    )
    return attach(sums, longest, ["agency_id"], zero=["silent_days"])
