"""What a meeting pack may hold: its chapters, each the Answer of a page, and what is left out of it and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from answers.activity import activity
from answers.choice import filter_words, period_words
from answers.coverage_units import coverage_units
from answers.overview import overview
from answers.reach import reach
from answers.review_counts import review_counts
from answers.targets import targets
from charts.model import Answer
from ui.agency_steps import profiles_asked
from ui.coverage_steps import coverage_asked
from ui.escape import md_escape
from ui.state import Visit, ask
from ui.topic_steps import topics_asked

PROFILES = "agency"
CHOSEN = "pack_chapters"
"""Session state: the chapters."""


@dataclass(frozen=True)
class Chapter:
    """A chapter: its name in code, its words, the question whose answer it is, and whether it is chosen at first."""

    name: str
    words: str
    question: Callable[..., Answer]
    usual: bool = True


CHAPTERS = (
    Chapter("overview", "Ringkasan", overview),
    Chapter("activity", "Aktivitas", activity),
    Chapter("topics", "Ragam Topik", topics_asked),
    Chapter("targets", "Capaian Target", targets),
    Chapter("coverage", "Liputan", coverage_asked),
    Chapter("units", "Bidang", coverage_units),
    Chapter("reach", "Jangkauan Publik", reach),
    Chapter("review", "Tinjauan (jumlah saja)", review_counts, usual=False),
)
NO_BASIS = "Capaian Target tidak ikut: ada target yang masih asumsi (tanpa dasar), sehingga belum dapat dinilai."


@dataclass(frozen=True)
class Contents:
    """The answers of the chosen chapters, the profiles if they are chosen, and sentences about what is left out."""

    answers: tuple[Answer, ...]
    profiles: tuple[Answer, ...]
    left_out: tuple[str, ...]


def of_what(visit: Visit) -> None:
    """The period and the filters, and where they are chosen."""
    names = {agency.agency_id: agency.name for agency in visit.known.agencies}
    st.markdown(f"**{md_escape(period_words(visit.choice))}** · {md_escape(filter_words(visit.choice, names))}")
    st.caption("Periode, OPD, jenis OPD, dan platform mengikuti panel saringan.")


def choose_chapters() -> list[str]:
    """Names of the chosen chapters, in their order; profiles last."""
    words = {chapter.name: chapter.words for chapter in CHAPTERS} | {PROFILES: "Profil per OPD (PDF tersendiri)"}
    usual = [chapter.name for chapter in CHAPTERS if chapter.usual]
    chosen = st.pills(
        "Isi bahan rapat", list(words), selection_mode="multi", default=usual, format_func=words.__getitem__,
        key=CHOSEN, persist_state="session",
    )  # fmt: skip
    return [name for name in words if name in chosen]


def contents(visit: Visit, chosen: Sequence[str], told: Callable[[float, str], object]) -> Contents:
    """Ask the questions of the chosen chapters. `told`: the share that is done and what is counted now."""
    answers, left_out = [], []
    wanted = [chapter for chapter in CHAPTERS if chapter.name in chosen]
    for at, chapter in enumerate(wanted):
        told(at / (len(wanted) + 1), f"Menghitung {chapter.words} …")
        answer = ask(visit, chapter.question)
        if answer.extra.get("simulasi"):
            left_out.append(NO_BASIS)
        elif answer.empty:
            left_out.append(f"{chapter.words} tidak ikut: {answer.empty}")
        else:
            answers.append(answer)
    profiles: tuple[Answer, ...] = ()
    if PROFILES in chosen:
        told(len(wanted) / (len(wanted) + 1), "Menghitung profil tiap OPD …")
        profiles = _profiles(visit)
    return Contents(tuple(answers), profiles, tuple(left_out))


def _profiles(visit: Visit) -> tuple[Answer, ...]:
    """The profiles of the chosen OPDs, by the same question as the page of one OPD, so that both show the same."""
    choice = visit.choice
    everyone = replace(visit, choice=replace(choice, agencies=(), kinds=(), platforms=()))
    kinds = {agency.agency_id: agency.kind for agency in visit.known.agencies}
    found = ask(everyone, profiles_asked)
    return tuple(
        answer
        for agency_id, answer in found.items()
        if (not choice.agencies or agency_id in choice.agencies)
        and (not choice.kinds or kinds.get(agency_id) in choice.kinds)
    )


def preview(visit: Visit, chosen: Sequence[str]) -> None:
    """Chapter by chapter its finding and what it holds; counted only when it is opened."""
    box = st.expander("Pratinjau isi", key="pack_preview", on_change="rerun", icon=":material/preview:")
    if not box.open:
        return
    with box, st.spinner("Menghitung isi bahan rapat …"):
        told = contents(visit, chosen, lambda share, words: None)
        for answer in told.answers:
            st.markdown(f"**{md_escape(answer.title)}**: {md_escape(answer.sentence)}")
            st.caption(f"{len(answer.charts)} grafik, {len(answer.tables)} tabel. {md_escape(answer.reporting)}.")
        if told.profiles:
            st.markdown(f"**Profil per OPD**: {len(told.profiles)} OPD.")
        for sentence in told.left_out:
            st.caption(md_escape(sentence))
        if not told.answers:
            st.markdown("Belum ada isi untuk pilihan ini.")
