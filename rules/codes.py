"""The codes that a reading may give; what the screen calls them stands in charts/labels.py."""

TOPICS = (
    "bantuan",
    "masyarakat",
    "layanan",
    "pembangunan",
    "darurat",
    "akuntabilitas",
    "regulasi",
    "internal",
    "seremonial",
    "pemilu",
    "literasi",
    "prestasi",
    "lainnya",
)
"""Topic codes; `lainnya` where no word speaks for a topic."""

SUBJECTS = ("pimpinan", "campuran", "perangkat", "tidak_jelas")
"""Subject codes."""

SUBJECT_DETAILS = ("pimpinan_daerah", "pimpinan_opd", "campuran", "bidang", "belum_jelas")
"""Finer codes of a subject."""

NEUTRALITY = ("none", "review")
"""Codes of the neutrality part."""

CAUTION = ("none", "review", "klarifikasi")
"""Codes of the caution part; `klarifikasi` is a service: the agency itself corrects a false message."""


class ListError(ValueError):
    """A word list that cannot be used; the sentence names list and entry or line."""
