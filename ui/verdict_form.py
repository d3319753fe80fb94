"""The office's decision on an objection: rejected, or accepted with what is granted; always with a reason."""

from datetime import timedelta

import streamlit as st

from answers.closed import closing_of, world_of
from answers.objections import Told
from charts.wording import clean
from indonesia import month_of, show_day
from intake import GRANTS, Grant, Verdict, settle
from store.closed import grants
from ui.escape import md_escape
from ui.signer import Signer
from ui.state import Visit, now
from ui.told import act_and_tell

REJECT = "ditolak"
_TEXT = 60


def verdict_form(visit: Visit, told: Told, who: Signer, done: str) -> None:
    """Ask for the outcome, what is granted and why; store it. `done` is the session key that tells of it."""
    key = told.objection_id
    words = {REJECT: "Ditolak", **{code: f"Diterima: {granted}" for code, granted in GRANTS.items()}}
    outcome = st.radio("Keputusan", list(words), format_func=words.__getitem__, index=None, key=f"outcome_{key}")
    grant = _grant(visit, told, outcome) if outcome and outcome != REJECT else Grant()
    reason = st.text_area("Alasan keputusan", max_chars=2000, key=f"reason_{key}").strip()
    ready = bool(outcome and reason and grant is not None)
    if st.button("Simpan keputusan", type="primary", disabled=not ready, key=f"settle_{key}") and grant is not None:
        verdict = Verdict(told.objection_id, outcome != REJECT, grant, reason, who.who, who.own)
        said = "ditolak" if outcome == REJECT else "diterima"
        act_and_tell(
            done, lambda: settle(visit.store, visit.scope, verdict, now()),
            f"Sanggahan {told.opd} {said}. Keputusan tidak dapat diubah; keadaan sebelum dan sesudahnya tersimpan.",
        )  # fmt: skip
        st.rerun()


def _grant(visit: Visit, told: Told, kind: str) -> Grant | None:
    """What the office names beside the kind; None until it is whole."""
    first, last = month_of(told.month)
    start = told.day or first
    if kind == "dispensasi":
        chosen = st.date_input(
            "Hari yang dikecualikan", (start, start), first, last, format="DD/MM/YYYY", key=f"days_{told.objection_id}"
        )
        return Grant(kind, first=chosen[0], last=chosen[-1]) if isinstance(chosen, tuple) and len(chosen) == 2 else None
    if kind == "laporan_susulan":
        st.caption(
            "Laporan OPD ini yang datang setelah penutupan ikut dihitung untuk bulan ini; OPD lain tidak berubah."
        )
        return Grant(kind)
    posts = _posts(visit, told)
    if not posts:
        st.caption("OPD ini tidak memiliki unggahan pada bulan itu.")
        return None
    post = st.selectbox(
        "Unggahan", list(posts), index=None, format_func=posts.__getitem__, placeholder="Pilih unggahan",
        key=f"post_{told.objection_id}",
    )  # fmt: skip
    days = [first + timedelta(days=place) for place in range((last - first).days + 1)]
    day = st.selectbox("Dihitung pada", days, days.index(start), format_func=show_day, key=f"to_{told.objection_id}")
    return Grant(kind, post_key=post, day=day) if post else None


def _posts(visit: Visit, told: Told) -> dict[str, str]:
    """The OPD's posts as the closed month holds them: post_key → day and text."""
    tables = visit.store.read(visit.scope)
    row = visit.store.run(tables.closings.filter(tables.closings.closing_id == told.closing_id)).to_pylist()[0]
    kept = world_of(tables, closing_of(row, visit.store.run(grants(tables)).to_pylist())).posts
    kept = kept.filter((kept.agency_id == told.agency_id) & kept.day.notnull()).order_by("day", "post_key")
    rows = visit.store.run(kept.select("post_key", "day", "platform", "caption")).to_pylist()
    return {
        each["post_key"]: md_escape(f"{each['day']:%d/%m/%Y} · {each['platform']} · {clean(each['caption'])[:_TEXT]}")
        for each in rows
    }
