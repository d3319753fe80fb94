"""Reading again on screen: which version read what, what would change, and the run in the background with its bar."""

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

import streamlit as st

from indonesia import show_number
from intake import reading_lists
from intake.reread import Versions, reread, versions, would_change
from store import Scope, Store
from ui.escape import md_escape
from ui.fault import logged, referred
from ui.state import Visit, now

WHO, COUNTED = "reread_who", "reread_counted"


def _ended_already() -> threading.Event:
    event = threading.Event()
    event.set()
    return event


@dataclass
class Run:
    """A run in a thread of this process: posts done and in all, and how it ended.

    reference: the number under which the log tells why it failed, "" if it did not. over: set unless it still reads.
    """

    done: int = 0
    posts: int = 0
    reference: str = ""
    stopped: bool = False
    over: threading.Event = field(default_factory=_ended_already, repr=False)

    @property
    def going(self) -> bool:
        """Whether it still reads."""
        return not self.over.is_set()


_RUN = Run()
_STARTING = threading.Lock()
_BACKGROUND = ThreadPoolExecutor(1, "reread")


def reread_section(visit: Visit) -> None:
    """The whole section."""
    st.subheader("Pembacaan ulang", anchor=False)
    if _RUN.going:
        _bar()
        return
    told = versions(visit.store, visit.scope, reading_lists(visit.store))
    _ended()
    _told(told)
    if told.behind:
        _offer(visit, told)


def start(store: Store, scope: Scope, who: str) -> bool:
    """Begin a run in the background; False if one is going already: one at a time."""
    with _STARTING:
        if _RUN.going:
            return False
        run, lists, moment = _RUN, reading_lists(store), now()
        run.done, run.posts, run.reference, run.stopped = 0, 0, "", False

        def progress(done: int, posts: int) -> bool:
            run.done, run.posts = done, posts
            return not run.stopped

        def ended(work: Future[int]) -> None:
            error = work.exception()
            run.reference = logged(error) if error else ""
            run.over.set()

        run.over.clear()
        _BACKGROUND.submit(reread, store, scope, lists, who, moment, progress).add_done_callback(ended)
        return True


def finish(seconds: float) -> None:
    """Let a run that still reads end behind its batch, before the store closes; what is left waits for the next one."""
    _RUN.stopped = True
    _RUN.over.wait(seconds)


@st.fragment(run_every=1.0)
def _bar() -> None:
    """How far the run is; the whole page is drawn anew when it has ended."""
    if not _RUN.going:
        st.rerun()
    part = _RUN.done / _RUN.posts if _RUN.posts else 0.0
    st.progress(part, text=f"{show_number(_RUN.done)} dari {show_number(_RUN.posts)} unggahan dibaca ulang …")
    st.caption("Halaman ini boleh ditinggalkan; pembacaan ulang berlanjut. Keputusan orang tidak berubah.")
    if st.button("Hentikan setelah bagian ini", key="reread_stop"):
        _RUN.stopped = True


def _ended() -> None:
    """How the last run of this process ended."""
    if _RUN.reference:
        st.error(
            "Pembacaan ulang berhenti karena kesalahan. Bagian yang sudah selesai tersimpan utuh; mulai lagi untuk "
            f"melanjutkan sisanya. {referred(_RUN.reference)}",
            icon=":material/error:",
        )
    elif _RUN.posts and _RUN.done >= _RUN.posts:
        st.success(f"{show_number(_RUN.done)} unggahan selesai dibaca ulang.", icon=":material/check_circle:")


def _told(told: Versions) -> None:
    """Which version read how many posts."""
    if not told.posts:
        st.caption("Belum ada unggahan yang dibaca.")
        return
    lines = [
        f"- **{_named(version, told.current)}**: {show_number(number)} unggahan"
        for version, number in sorted(told.posts.items(), key=lambda one: (one[0] != told.current, one[0]))
    ]
    st.markdown("Versi pembacaan (kaidah, tokoh, masa pemilihan, bidang):\n" + "\n".join(lines))
    st.caption(
        "Unggahan yang masuk sesudah perubahan langsung dibaca dengan versi sekarang. Bulan yang sudah ditutup tetap "
        "seperti saat ditutup, juga bila unggahannya dibaca ulang."
    )


def _named(version: str, current: str) -> str:
    """A version in words, with the code by which other pages name it."""
    if not version:
        return "Tanpa versi"
    return f"Versi {'sekarang' if version == current else 'terdahulu'} ({md_escape(version)})"


def _offer(visit: Visit, told: Versions) -> None:
    """Count first, then start, under a name."""
    st.info(f"{show_number(told.behind)} unggahan dibaca dengan versi lain.", icon=":material/history:")
    who = st.text_input("Nama Bapak/Ibu yang memulai", key=WHO, max_chars=80).strip()
    mark = f"{visit.version}|{visit.scope.sample}|{told.current}"
    with st.container(horizontal=True):
        if st.button("Hitung dahulu", key="reread_count", icon=":material/calculate:"):
            with st.spinner("Unggahan sedang dibaca untuk dibandingkan …"):
                changed = would_change(visit.store, visit.scope, reading_lists(visit.store))
            st.session_state[COUNTED] = (mark, changed)
        if st.button("Baca ulang", type="primary", disabled=not who, key="reread_start", icon=":material/refresh:"):
            start(visit.store, visit.scope, who)
            st.rerun()
    counted = st.session_state.get(COUNTED)
    if counted and counted[0] == mark:
        st.markdown(f"Pembacaan ulang **akan mengubah {show_number(counted[1])} unggahan**; sisanya terbaca sama.")
