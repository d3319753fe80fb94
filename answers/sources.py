"""Which files the numbers of a period come from."""

from datetime import date

from answers.choice import Choice
from answers.selection import select
from store import Scope, Store
from store.closed import overlapping


def sources(store: Store, scope: Scope, choice: Choice, today: date) -> tuple[str, ...]:
    """Names of the files whose reports cover a day of the period for a chosen OPD and still count, by name."""
    selection = select(store, scope, choice, today)
    told = overlapping(selection.tables.coverage, selection.first, selection.last)
    told = told.filter(told.agency_id.isin(sorted(opd.agency_id for opd in selection.opds)))
    if choice.platforms:
        told = told.filter(told.platform.isin(choice.platforms))
    uploads = selection.tables.uploads
    names = selection.rows(uploads.filter(uploads.upload_id.isin(told.upload_id)).select("file_name").distinct())
    return tuple(sorted(row["file_name"] for row in names))
