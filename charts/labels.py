"""What the screen calls the topics and subjects of a post, and which topics count as informative."""

TOPICS: dict[str, str] = {
    "bantuan": "Bantuan Pemerintah",
    "masyarakat": "Kegiatan Langsung Masyarakat",
    "layanan": "Pelayanan Publik",
    "pembangunan": "Rencana dan Program Pembangunan",
    "darurat": "Informasi Darurat",
    "akuntabilitas": "Akuntabilitas dan Informasi Berkala",
    "regulasi": "Regulasi dan Pengumuman",
    "internal": "Internal Kelembagaan",
    "seremonial": "Seremonial dan Ucapan",
    "pemilu": "Pemilih dan Pemilu (netral)",
    "literasi": "Literasi dan Klarifikasi",
    "prestasi": "Prestasi",
    "lainnya": "Belum Terklasifikasi",
}
"""Topic codes in the order in which they are shown, and their labels. `lainnya` is shown, never hidden."""

SUBJECTS: dict[str, str] = {
    "pimpinan": "Pimpinan",
    "campuran": "Pimpinan bersama layanan",
    "perangkat": "Perangkat daerah/bidang",
    "tidak_jelas": "Belum jelas",
}
"""Subject codes in the order in which they are shown, and their labels."""

INFORMATIVE = frozenset(
    {
        "bantuan",
        "masyarakat",
        "layanan",
        "pembangunan",
        "darurat",
        "akuntabilitas",
        "regulasi",
        "pemilu",
        "literasi",
    }
)
"""Topics that are useful to the public; internal, seremonial and prestasi are allowed but should not dominate.
Source: the office's meeting of 23 October 2024 and the classes of UU 14/2008 (information that must be published)."""
