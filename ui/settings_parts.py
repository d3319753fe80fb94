"""The parts of the settings in four groups, and which of them is shown: the address names it (?bagian=…)."""

import streamlit as st

GROUPS = {
    "Penilaian": {
        "target": "Target",
        "kalender": "Kalender",
        "dispensasi": "Dispensasi",
        "ambang": "Ambang Liputan",
    },
    "Daftar": {"opd": "OPD", "bidang": "Bidang", "akun": "Akun"},
    "Pembacaan": {"kata": "Daftar Kata", "pejabat": "Pejabat dan Calon", "pemilu": "Masa Pemilu"},
    "Lainnya": {"berkas": "Berkas dan Batas Waktu"},
}
"""What OPDs are judged by, who is judged, what captions are read by, and what is set elsewhere."""

_FIRST, _GROUP = "target", "settings_group"
_GROUP_OF = {part: group for group, parts in GROUPS.items() for part in parts}


def part_of() -> str:
    """The part that is shown: a group, and within it one of its parts, each a line of buttons that fits a phone."""
    asked = st.query_params.get("bagian", "")
    named = asked if asked in _GROUP_OF else _FIRST
    st.session_state.setdefault(_GROUP, _GROUP_OF[named])
    group = st.segmented_control(
        "Kelompok pengaturan", list(GROUPS), key=_GROUP, required=True, label_visibility="collapsed"
    )
    parts = GROUPS[group or _GROUP_OF[_FIRST]]
    chosen = next(iter(parts))
    if len(parts) > 1:
        key = f"settings_part_{group}"
        st.session_state.setdefault(key, named if named in parts else chosen)
        chosen = (
            st.pills(
                "Bagian", list(parts), format_func=parts.__getitem__, key=key, required=True,
                label_visibility="collapsed",
            )
            or chosen
        )  # fmt: skip
    if chosen != asked:
        st.query_params["bagian"] = chosen
    return chosen
