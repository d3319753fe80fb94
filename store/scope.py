"""What a reader may see: the scope of a read, and the tables as that scope shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

_OF_AGENCIES = (
    "posts", "records", "agencies", "units", "accounts", "dispensations", "refusal_agencies", "closed_posts",
    "closed_coverage", "closed_dispensations", "closed_accounts", "closed_agencies", "closed_units",
    "closed_refusal_agencies", "objections", "objection_outcomes",
)  # fmt: skip
_OF_ALL = (
    "targets", "calendar_days", "people", "people_roles", "election_phases", "closings", "closed_targets",
    "closed_calendar_days",
)  # fmt: skip
"""Tables of which a scope shows the rows of its agencies, and those of which it shows every row."""


@dataclass(frozen=True)
class Scope:
    """Who may be seen: these agencies (None: all), and either the sample's rows or the real ones, never both."""

    agencies: frozenset[str] | None = None
    sample: bool = False


@dataclass(frozen=True)
class Tables:
    """The stored tables within one scope, as unbound Ibis tables: only `store.run` can execute them.

    posts, coverage: without what was undone. uploads, coverage_told: undone ones too, for the ledger (`undone_at`).
    records: as the logs said it, undone uploads included (append-only evidence).
    refusals: files that could not be read, so nobody knows whose they are: empty for a scope of some agencies.
    recaps: the counts in those of them that held counts and no posts; seen by whom refusals are.
    files: what is kept of the originals, without the bytes (`store.file_bytes`).
    refusal_agencies: whose a refused file is and for which days, as a person said.
    targets, calendar_days: those of all agencies; one without agency_id and kind is office-wide.
    settings: every version of every name.
    decisions: every row that a person added, with `stands_on`, the post_key of the post that it stands on now (null if
    that post is not in the store). people, people_roles, election_phases: those of all agencies.
    closings: closed months, reopened ones too. closed_…: the rows that each closing keeps of the table of that name
    (`closing_id`; `objection_id` '' or the accepted objection that gave an OPD new rows); answers/closed.py reads them.
    packs: meeting packs without their bytes (`store.pack_bytes`): a scope of all sees every one, another its own.
    For a scope of some agencies: uploads are those that cover one of them; rejections are those of uploads that cover
    no other agency, for a row that could not be read cannot be said to be theirs; the audit is empty.
    """

    posts: ir.Table
    records: ir.Table
    uploads: ir.Table
    coverage: ir.Table
    coverage_told: ir.Table
    files: ir.Table
    rejections: ir.Table
    agencies: ir.Table
    units: ir.Table
    accounts: ir.Table
    targets: ir.Table
    settings: ir.Table
    audit: ir.Table
    refusals: ir.Table
    refusal_agencies: ir.Table
    calendar_days: ir.Table
    dispensations: ir.Table
    recaps: ir.Table
    decisions: ir.Table
    people: ir.Table
    people_roles: ir.Table
    election_phases: ir.Table
    closings: ir.Table
    closed_posts: ir.Table
    closed_coverage: ir.Table
    closed_dispensations: ir.Table
    closed_accounts: ir.Table
    closed_agencies: ir.Table
    closed_units: ir.Table
    closed_targets: ir.Table
    closed_calendar_days: ir.Table
    closed_refusal_agencies: ir.Table
    objections: ir.Table
    objection_outcomes: ir.Table
    packs: ir.Table


def tables_within(schemas: Mapping[str, ibis.Schema], scope: Scope) -> Tables:
    """The tables of `schemas` (name → columns) limited to what `scope` may see.

    By `isin`, not by semi and anti joins: a chain of those is no SQL that PostgreSQL understands (Ibis 12).
    """

    def of_sample(name: str) -> ir.Table:
        rows = ibis.table(schemas[name], name=name)
        return rows.filter(rows["sample"] == scope.sample)  # rows.sample is a method of Ibis

    def of_agencies(name: str) -> ir.Table:
        rows = of_sample(name)
        return rows if scope.agencies is None else rows.filter(rows.agency_id.isin(sorted(scope.agencies)))

    uploads, coverage, rejections = of_sample("uploads"), of_agencies("coverage"), of_sample("rejections")
    audit = ibis.table(schemas["audit"], name="audit")
    refusals, recaps = of_sample("refusals"), of_sample("recaps")
    if scope.agencies is not None:
        shared = _of_others(of_sample("coverage"), scope.agencies)
        uploads = uploads.filter(uploads.upload_id.isin(coverage.upload_id))
        rejections = rejections.filter(
            rejections.upload_id.isin(coverage.upload_id), ~rejections.upload_id.isin(shared.upload_id)
        )
        audit, refusals, recaps = (table.filter(ibis.literal(False)) for table in (audit, refusals, recaps))
    return Tables(
        uploads=uploads,
        coverage=_standing(coverage, ibis.table(schemas["uploads"], name="uploads")),
        coverage_told=coverage,
        files=files_within(schemas, scope).drop("content"),
        rejections=rejections,
        **{name: of_agencies(name) for name in _OF_AGENCIES},
        settings=ibis.table(schemas["settings"], name="settings"),
        audit=audit,
        refusals=refusals,
        recaps=recaps,
        decisions=_placed(of_agencies("decisions"), of_sample("decision_posts")),
        **{name: of_sample(name) for name in _OF_ALL},
        packs=packs_within(schemas, scope).drop("content"),
    )


def packs_within(schemas: Mapping[str, ibis.Schema], scope: Scope) -> ir.Table:
    """The meeting packs that the scope may fetch, with their bytes."""
    packs = ibis.table(schemas["packs"], name="packs")
    packs = packs.filter(packs["sample"] == scope.sample)
    return packs if scope.agencies is None else packs.filter(packs.agencies == ",".join(sorted(scope.agencies)))


def files_within(schemas: Mapping[str, ibis.Schema], scope: Scope) -> ir.Table:
    """The kept files of which the scope may see all, with their bytes.

    A scope of some agencies sees a file only if an upload of it covers them and no upload of it covers another. Files
    that could not be read belong to nobody: a scope of all sees them.
    """
    files = ibis.table(schemas["files"], name="files")
    uploads = ibis.table(schemas["uploads"], name="uploads")
    seen = uploads.filter(uploads["sample"] == scope.sample)
    if scope.agencies is not None:
        coverage = ibis.table(schemas["coverage"], name="coverage")
        own = coverage.filter(coverage.agency_id.isin(sorted(scope.agencies)))
        shared = uploads.filter(uploads.upload_id.isin(_of_others(coverage, scope.agencies).upload_id))
        seen = seen.filter(seen.upload_id.isin(own.upload_id), ~seen.sha256.isin(shared.sha256))
        return files.filter(files.sha256.isin(seen.sha256))
    refusals = ibis.table(schemas["refusals"], name="refusals")
    refusals = refusals.filter(refusals["sample"] == scope.sample)
    return files.filter(files.sha256.isin(seen.sha256) | files.sha256.isin(refusals.sha256))


def _standing(coverage: ir.Table, uploads: ir.Table) -> ir.Table:
    return coverage.filter(~coverage.upload_id.isin(uploads.filter(uploads.undone_at.notnull()).upload_id))


def _placed(decisions: ir.Table, places: ir.Table) -> ir.Table:
    places = places.select("decision_id", stands_on="post_key")
    return decisions.left_join(places, "decision_id").drop("decision_id_right")


def _of_others(coverage: ir.Table, agencies: Iterable[str]) -> ir.Table:
    return coverage.filter(~coverage.agency_id.isin(sorted(agencies)))
