"""Which pages there are: the one list from which menu, links and role checks are made."""

from dataclasses import dataclass
from pathlib import Path

PAGES_FOLDER = Path(__file__).resolve().parent.parent / "pages"


@dataclass(frozen=True)
class Place:
    """A page: its name (file and address), its words in the menu, the role it asks for, whether the filters apply."""

    name: str
    title: str
    section: str
    icon: str
    role: str
    filtered: bool
    help: str

    @property
    def path(self) -> str:
        """The file of the page, absolute, as st.Page and st.page_link take it."""
        return str(PAGES_FOLDER / f"{self.name}.py")


PLACES = (
    Place(
        "overview", "Ringkasan", "", ":material/dashboard:", "pembaca", True,
        "Satu kalimat dan tiga angka tentang periode ini, dibandingkan dengan bulan sebelumnya.",
    ),
    Place(
        "activity", "Aktivitas", "Analisis", ":material/calendar_month:", "pembaca", True,
        "Kapan tiap OPD mengunggah: per hari, per jam, unggahan terakhir, jeda terpanjang.",
    ),
    Place(
        "topics", "Ragam Topik", "Analisis", ":material/category:", "pembaca", True,
        "Hal yang dibicarakan unggahan OPD, termasuk yang belum terklasifikasi.",
    ),
    Place(
        "targets", "Capaian Target", "Analisis", ":material/flag:", "pembaca", True,
        "Jumlah yang diharapkan, yang terpenuhi, dan selisihnya.",
    ),
    Place(
        "coverage", "Liputan Pimpinan dan Perangkat Daerah", "Analisis", ":material/groups:", "pembaca", True,
        "Bagian unggahan tentang pimpinan, perangkat daerah, atau keduanya.",
    ),
    Place(
        "reach", "Jangkauan Publik", "Analisis", ":material/visibility:", "pembaca", True,
        "Seberapa banyak unggahan dilihat dan ditanggapi warga, per platform, sejauh angkanya dilaporkan.",
    ),
    Place(
        "agency", "Profil Publikasi OPD", "Analisis", ":material/badge:", "pembaca", True,
        "Satu OPD pada satu lembar: target, jeda, topik, bidang, liputan, contoh, dan catatan pembinaan.",
    ),
    Place(
        "pack", "Bahan Rapat", "Analisis", ":material/co_present:", "pembaca", True,
        "Slide, lembar kerja, halaman cetak, teks, dan gambar periode ini untuk rapat, dengan satu tombol.",
    ),
    Place(
        "draft", "Cek Naskah", "Pemeriksaan", ":material/fact_check:", "pembaca", False,
        "Periksa konten, sumber, dan kebenaran sebuah naskah sebelum diunggah. Tidak ada yang disimpan.",
    ),
    Place(
        "review", "Tinjauan", "Pemeriksaan", ":material/rate_review:", "pembaca", True,
        "Unggahan yang kata-katanya perlu dilihat orang: netralitas dan kehati-hatian, keputusan dan penjelasan OPD.",
    ),
    Place(
        "objections", "Sanggahan", "Pemeriksaan", ":material/forum:", "pengunggah", False,
        "OPD menyanggah penilaian bulan yang sudah ditutup; kantor pengelola memutuskan dengan alasan.",
    ),
    Place(
        "reporting", "Laporan Masuk", "Data", ":material/inbox:", "pembaca", True,
        "OPD mana sudah melapor, untuk platform dan tanggal mana; batas waktu dan surat pengingat.",
    ),
    Place(
        "posts", "Unggahan", "Data", ":material/list_alt:", "pembaca", True,
        "Setiap unggahan: isi, hasil pembacaan, tautan asli, serta berkas dan baris asalnya.",
    ),
    Place(
        "upload", "Unggah Laporan", "Data", ":material/upload_file:", "pengunggah", False,
        "Serahkan berkas laporan dan lihat apa yang dikenali sebelum disimpan.",
    ),
    Place(
        "ledger", "Riwayat Unggahan", "Data", ":material/history:", "pengunggah", False,
        "Setiap berkas yang diterima: siapa, kapan, apa hasilnya; berkas asli; pembatalan.",
    ),
    Place(
        "closing", "Tutup Bulan", "Data", ":material/lock:", "pengelola", False,
        "Tetapkan angka satu bulan; yang datang kemudian tercatat sebagai perubahan setelah penutupan.",
    ),
    Place(
        "roster", "Daftar OPD", "Data", ":material/account_tree:", "pengelola", False,
        "OPD, alias, bidang, dan akun resminya.",
    ),
    Place(
        "settings", "Pengaturan", "Data", ":material/tune:", "pengelola", False,
        "Daftar kata, pejabat, masa pemilu, target, dan kalender: disunting, diperiksa, dan dilihat dampaknya dahulu.",
    ),
)  # fmt: skip

DEFAULT = "overview"


def place(name: str) -> Place:
    """The page of that name; KeyError if there is none."""
    return {each.name: each for each in PLACES}[name]
