"""The field for a recap or chat that is pasted as text: it goes the way of a file, by a name that tells its day."""

from datetime import date

import streamlit as st

PASTED = "upload_pasted"


def pasted_file(today: date, turn: int) -> tuple[str, bytes] | None:
    """The text that was pasted, as a file (name, bytes), None until there is one.

    `turn` counts the reports stored in this session: a new one begins with an empty field.
    """
    key = f"{PASTED}_{turn}"
    with st.expander("Tempel teks rekap atau percakapan WhatsApp", icon=":material/content_paste:"):
        st.caption(
            "Setiap tautan menjadi satu unggahan. Tanggal dibaca dari tautannya, atau dari tanggal yang tertulis pada "
            "rekap. Nama dan nomor telepon pada percakapan dibuang dan tidak disimpan."
        )
        with st.form(f"{key}_form", border=False):
            text = st.text_area(
                "Tempel teks rekap",
                key=f"{key}_text",
                height=240,
                placeholder="Rekap medsos Dinas Contoh, Rabu, 23 Oktober 2024\nJudul kegiatan\nhttps://…",
            )
            st.form_submit_button("Baca teks", icon=":material/play_arrow:", key=f"{key}_read")
    if not text.strip():
        return None
    return f"tempelan-{today:%Y-%m-%d}.txt", text.encode("utf-8", "replace")
