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
