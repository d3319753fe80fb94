"""A draft on screen: the text with its words marked, three boxes, and what could be added; nothing is stored."""

import html

import streamlit as st

from charts.labels import TOPICS
from indonesia import show_date
from rules.draft import DraftReading, Note
from rules.neutrality import NOT_IN_A_LOG
from ui.escape import md_escape

LINK_WORDS = {
    "tautan_resmi": "resmi (.go.id)",
    "tautan_pendek": "tautan pendek: periksa tautan",
    "nomor_wa": "nomor percakapan: pastikan milik OPD",
    "tautan_tiruan": "menyerupai lembaga, bukan .go.id: periksa tautan",
    "tautan_lain": "bukan .go.id: periksa tautan",
    "berkas_apk": "berkas .apk: jangan dibagikan",
}
_MARK = "background:#fde9b8;color:#1f2430;border-bottom:2px solid #9a6a00;border-radius:2px;padding:0 1px"
_SHOWN_LINKS = 12


def show_phase(reading: DraftReading) -> None:
    """Say which election phase the day lies in."""
    day = show_date(reading.day)
    if reading.phase:
        st.info(
            f"{day} berada dalam tahapan **{md_escape(reading.phase.label)}**. Unggahan akun resmi pada masa ini "
            "diperiksa lebih teliti.",
            icon=":material/event:",
        )
    else:
        st.caption(f"{day} di luar tahapan pemilihan yang tercatat. Isyarat dukungan kepada calon tidak dibaca.")


def show_marked(reading: DraftReading) -> None:
    """The text with the words of the findings marked and numbers of persons masked."""
    st.subheader("Naskah dengan kata yang ditandai", anchor=False)
    st.html(f'<div style="white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.7">{marked(reading)}</div>')
    if reading.numbers:
        st.warning(
            f"Naskah memuat {reading.numbers} nomor 16 angka seperti NIK atau KK. Nomor itu disamarkan di layar ini.",
            icon=":material/visibility_off:",
        )


def marked(reading: DraftReading) -> str:
    """The text as HTML in which each place of a finding is a <mark>; overlapping places become one."""
    parts, done = [], 0
    for start, end in _merged([(note.start, note.end) for note in reading.notes]):
        parts += [html.escape(reading.text[done:start]), f'<mark style="{_MARK}">']
        parts += [html.escape(reading.text[start:end]), "</mark>"]
        done = end
    return "".join((*parts, html.escape(reading.text[done:])))


def _merged(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places in their order, overlapping ones joined."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def show_boxes(reading: DraftReading, agency: str) -> None:
    """Konten, Sumber and Kebenaran, beside each other on a desk and below each other on a phone."""
    content, source, truth = st.columns(3)
    with content.container(border=True, height="stretch"):
        st.subheader("Konten", anchor=False)
        _content(reading, agency)
    with source.container(border=True, height="stretch"):
        st.subheader("Sumber", anchor=False)
        _source(reading)
    with truth.container(border=True, height="stretch"):
        st.subheader("Kebenaran", anchor=False)
        _truth(reading)


def _content(reading: DraftReading, agency: str) -> None:
    """Topic, bidang, and the parts of an aid post."""
    st.markdown(f"**Topik terbaca:** {TOPICS[reading.topic]}")
    if reading.bidang:
        st.markdown(f"**Bidang disebut:** {md_escape(', '.join(reading.bidang))}")
    elif agency:
        st.markdown("**Bidang disebut:** belum terbaca")
    else:
        st.markdown("**Bidang disebut:** pilih OPD agar bidangnya dapat dibaca")
    if reading.parts:
        st.markdown("**Kelengkapan informasi bantuan**")
        lines = [
            f":material/check: {part.label}: {md_escape(reading.text[slice(*part.place)])}"
            if part.place
            else f":material/add_circle: {part.label}: belum ada"
            for part in reading.parts
        ]
        st.markdown("  \n".join(lines))


def _source(reading: DraftReading) -> None:
    """Whether a source is named, and the links."""
    if reading.source:
        st.markdown(f"**Sumber disebut:** {md_escape(reading.source)}")
    elif reading.needs_source:
        st.markdown("**Sumber disebut:** belum ada, padahal naskah memuat angka, tenggat, atau anjuran")
    else:
        st.markdown("**Sumber disebut:** belum ada; kegiatan sendiri cukup menyebut tanggal dan tempat")
    if not reading.links:
        st.markdown("**Tautan:** tidak ada")
        return
    st.markdown("**Tautan**")
    shown = reading.links[:_SHOWN_LINKS]
    st.markdown("\n".join(f"- {md_escape(address)} – {LINK_WORDS[kind]}" for kind, address in shown))
    if len(reading.links) > _SHOWN_LINKS:
        st.caption(f"dan {len(reading.links) - _SHOWN_LINKS} tautan lain")


def _truth(reading: DraftReading) -> None:
    """The findings with the sentence of their rule; what the text itself corrects is a service."""
    if reading.clarifies:
        st.markdown("Naskah ini terbaca sebagai **klarifikasi**: meluruskan kabar atau memperingatkan warga.")
    if not reading.notes:
        st.markdown("Tidak ada kata yang ditandai. Kebenaran isi tetap diperiksa oleh Bapak/Ibu.")
    for note in _once(reading.notes):
        weight = "catatan ringan" if note.light else "perlu ditinjau"
        st.markdown(f"**{note.label}** – {weight}: “{md_escape(_short(note.words))}”")
        st.caption(note.explain)


def show_sources(reading: DraftReading) -> None:
    """On what the rules that spoke are founded, each rule once."""
    founded = dict.fromkeys(f"- {note.label}: {note.source}" for note in _once(reading.notes))
    if founded:
        with st.expander("Dasar aturan", icon=":material/gavel:"):
            st.markdown("\n".join(founded))


def _once(notes: tuple[Note, ...]) -> list[Note]:
    """The notes, those about neutrality first and light ones last."""
    return sorted(notes, key=lambda note: (note.light, note.kind != "neutrality"))


def _short(words: str) -> str:
    """Words of a finding in one line."""
    line = " ".join(words.split())
    return line if len(line) <= 90 else f"{line[:89]}…"


def show_advice(sentences: list[str]) -> None:
    """What could be added or looked at, and what this page cannot see."""
    st.subheader("Yang dapat ditambahkan atau diperiksa", anchor=False)
    if sentences:
        st.markdown("\n".join(f"- {sentence}" for sentence in sentences))
    else:
        st.write("Tidak ada saran dari aturan. Mohon tetap dibaca ulang oleh orang kedua.")
    st.caption(f"Halaman ini hanya membaca teks; foto dan video tidak dilihat. {NOT_IN_A_LOG}")
