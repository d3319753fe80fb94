"""Fills the templates of captions.csv; every name of a person, place or school in here is invented."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from sample_data.model import Agency

MONTH_NAMES = {10: "Oktober", 11: "November", 12: "Desember"}
DAY_NAMES = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
ELECTION_DAY = date(2024, 11, 27)
LEAVE_ENDS = date(2024, 11, 23)
ACTING_REGENT = "Pjs Bupati Nalasena Dr. Ardana Wirasembada"
REGENT = "Bupati Nalasena H. Rangga Tirtanala"
SECRETARY = "Sekda Drs. Suwardi Kelananta"

DISTRICTS = (
    "Rimbanala",
    "Rimbanala II",
    "Rimbanala Timur",
    "Muara Lurasena",
    "Lurasena Hulu",
    "Batu Semayung",
    "Padang Aruna",
    "Tanjung Wirasa",
)
WORDS = {
    "desa": (
        "Sukanala",
        "Karyanala",
        "Simpang Lurasena",
        "Tegalwirasa",
        "Arunajaya",
        "Semayung Asri",
        "Nalasari",
        "Talang Wirasa",
        "Lubuk Nala",
        "Purwanala",
        "Sidonala",
        "Ulak Semayung",
        "Arunasari",
        "Wirasakti",
    ),
    "sekolah": (
        "SD Negeri 4 Nalasari",
        "SD Negeri 2 Sukanala",
        "SMP Negeri 3 Rimbanala",
        "SMP Negeri 1 Lurasena",
        "SD Negeri 7 Arunajaya",
    ),
    "puskesmas": ("Sukanala", "Arunajaya", "Lubuk Nala", "Tegalwirasa"),
    "jalan": ("Simpang Lurasena–Sukanala", "Lingkar Rimbanala", "Nalasari–Arunajaya", "Poros Tegalwirasa"),
    "tempat": ("Pendopo Nalasena", "Aula Sebidang", "Lapangan Wirasa", "Gedung Serbaguna Rimbanala"),
    "isu": (
        "pengendalian inflasi",
        "percepatan penurunan stunting",
        "persiapan musim hujan",
        "penyerapan anggaran akhir tahun",
        "kualitas pelayanan publik",
        "disiplin pegawai",
        "pengelolaan media sosial",
    ),
    "proyek": ("jembatan Lubuk Nala", "gedung puskesmas", "pasar rakyat", "saluran irigasi", "ruang kelas baru"),
    "pukul": ("07.30", "08.00", "08.30", "09.00", "10.00", "13.30", "15.00"),
    "dokter": (
        "dr. Kirana Lembanata, Sp.PD",
        "dr. Bima Saranala, Sp.A",
        "dr. Laras Wiraseta, Sp.OG",
        "dr. Galih Tirtamaya, Sp.B",
    ),
    "sapa": ("Semangat pagi,", "Halo,", "Selamat sore,", "Hai-hai,"),
    "kata": ("penuh warna", "ceria sekali", "mau ngapain?", "tetap senyum, ya", "siapa yang ikut?", "cerah lagi"),
    "kata2": ("Cerita kecil dari balik meja", "Kilas balik", "Sekilas suasana", "Tebak ini di mana", "Menutup"),
}
OCCASIONS = {
    10: ("Hari Santri", "Hari Sumpah Pemuda", "Hari Batik Nasional", "Hari Kesaktian Pancasila", "Maulid Nabi"),
    11: ("Hari Pahlawan", "Hari Kesehatan Nasional", "Hari Guru Nasional", "HUT Korpri", "Hari Ikan Nasional"),
}
ANNOUNCED = {"layanan", "regulasi", "pembangunan", "darurat"}
"""Topics whose dates lie ahead; the others tell of the day itself."""
OPENERS = ("Kabar baik! ", "Info penting! ", "Bapak/Ibu, ", "Sobat Nalasena, ", "📢 ", "✅ ", "Catat, ya. ", "[INFO] ")
SECOND = (
    " Dokumentasi oleh tim {nama}.",
    " Narahubung: call center 112.",
    " Mari ajak tetangga dan keluarga.",
    " Informasi lengkap di kantor {nama}.",
    " Terima kasih atas partisipasi warga.",
    " Sumber: {nama}.",
)
TAGS = ("#Nalasena", "#PemkabNalasena", "#NalasenaMelayani", "#KabarNalasena", "#DataContoh", "#Rekaan")
DOUBTFUL = (
    "SELAMAT! Anda berhak menerima bantuan Rp600.000 yang cair HARI INI! Klik bantuan-cair.example, isi NIK dan "
    "kode OTP, lalu bagikan ke 10 grup sebelum dihapus!!!",
    "COPAS DARI GRUP SEBELAH: air rebusan daun ini menyembuhkan semua penyakit dalam semalam, 100% valid. "
    "Viralkan, jangan berhenti di kamu!",
    "Warga diminta mengusir kelompok pendatang itu. Lawan! Viralkan supaya semua bergerak.",
    "Dukung dan menangkan paslon nomor urut 1 H. Rangga Tirtanala, lanjutkan dua periode! Jangan salah pilih.",
    "Undian berhadiah dari pemda, terbatas! Transfer biaya admin ke rekening a.n. pribadi, kirim foto KTP lewat wa.me.",
    "Coblos nomor 2 demi perubahan! Tim pemenangan mengundang seluruh warga hadir di lapangan.",
)
SCHEDULE = "Jadwal praktik dokter poliklinik hari ini dapat dilihat pada gambar. Pendaftaran dibuka pukul 07.00 WIB."

_FIRST_NAMES = ("Ratna", "Bayu", "Surya", "Dewa", "Nirmala", "Galang", "Puspa", "Jaka", "Wulan", "Aditya", "Seruni")
_LAST_NAMES = ("Wiranala", "Lembanata", "Tirtasena", "Saranala", "Kelanawira", "Arunaseta", "Semayunga")
_HEAD = {
    "dinas": "Kepala {name}",
    "badan": "Kepala {name}",
    "kecamatan": "Camat {place}",
    "rumah_sakit": "Direktur {name}",
    "inspektorat": "Inspektur Daerah",
}


@dataclass(frozen=True)
class Template:
    """One line of captions.csv: which OPD may say it ("*" all), of which unit it speaks, and its text with slots."""

    topic: str
    subject: str
    opd: str
    unit: str
    text: str


@cache
def templates() -> tuple[Template, ...]:
    """All templates, in the order of the file."""
    with Path(__file__).with_name("captions.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Template(**row) for row in csv.DictReader(file))


def head_of(agency: Agency, number: int) -> str:
    """The invented head of an OPD with title."""
    name = f"{_FIRST_NAMES[number % len(_FIRST_NAMES)]} {_LAST_NAMES[number * 3 % len(_LAST_NAMES)]}"
    if agency.kind == "sekretariat":
        return f"{'Sekretaris DPRD' if 'DPRD' in agency.name else 'Asisten I Setda'} {name}"
    title = _HEAD[agency.kind].format(name=agency.name, place=agency.name.removeprefix("Kecamatan "))
    if agency.name.startswith("Satuan"):
        title = "Kasat Pol PP"
    return f"{title} {name}"


def long_date(day: date) -> str:
    """A day as captions write it: 23 Oktober 2024."""
    return f"{day.day} {MONTH_NAMES[day.month]} {day.year}"


def say(template: Template, agency: Agency, head: str, day: date, rng: Random) -> str:
    """One caption from one template, in the plain form of a title."""
    ahead = "{tgl}" in template.text and template.topic in ANNOUNCED
    meant = day + timedelta(days=rng.randint(1, 5)) if ahead else day
    own = agency.name.removeprefix("Kecamatan ") if agency.kind == "kecamatan" else ""
    level = {"kecamatan": "Seksi", "sekretariat": "Bagian"}.get(agency.kind, "Bidang")
    unit = template.unit
    named = unit if unit.startswith(("Irban", "Instalasi", "Bidang")) else f"{level} {unit}"
    slots = {name: rng.choice(choices) for name, choices in WORDS.items()}
    slots |= {
        "bidang": named,
        "nama": agency.short,
        "kepala": head,
        "bupati": ACTING_REGENT if day <= LEAVE_ENDS else REGENT,
        "sekda": SECRETARY,
        "kec": f"Kecamatan {own or rng.choice(DISTRICTS)}",
        "kec_sendiri": f"Kantor Camat {own}",
        "hari": DAY_NAMES[meant.weekday()],
        "tgl": long_date(meant),
        "peringatan": rng.choice(OCCASIONS[day.month]),
        "n": str(rng.randint(12, 240)),
        "n2": str(rng.randint(2, 9)),
        "m": f"1.{rng.randint(100, 999)}",
        "p": f"{rng.randint(61, 96)},{rng.randint(1, 9)}",
        "p2": f"9,{rng.randint(1, 9)}",
        "p3": f"{rng.randint(48, 79)},{rng.randint(1, 9)}",
    }
    text = template.text
    if rng.random() < 0.22 and template.topic not in {"lainnya", "seremonial"}:
        text = rng.choice(OPENERS) + text
    if rng.random() < 0.3 and template.topic not in {"lainnya", "seremonial"}:
        text += rng.choice(SECOND)
    return text.format(**slots)


def dress(text: str, rng: Random) -> str:
    """A caption as it stands on Instagram or Facebook: with tags and line breaks, now and then with bold letters."""
    dressed = text + "\n\n" + " ".join(rng.sample(TAGS, 2))
    if rng.random() < 0.3:
        dressed = dressed.replace("Info penting!", bold("Info penting!")).replace("Kabar baik!", bold("Kabar baik!"))
    return dressed


def bold(text: str) -> str:
    """Mathematical bold letters, as some admins type them."""
    return "".join(_bold_letter(letter) for letter in text)


def _bold_letter(letter: str) -> str:
    if "A" <= letter <= "Z":
        return chr(0x1D5D4 + ord(letter) - ord("A"))
    return chr(0x1D5EE + ord(letter) - ord("a")) if "a" <= letter <= "z" else letter


def choose(agency: Agency, day: date, leader: float, rng: Random) -> Iterator[Template]:
    """Templates that this OPD may use on this day, one after the other without end."""
    group = {"rumah_sakit": "rsud", "kecamatan": "kecamatan"}.get(agency.kind, agency.code.removeprefix("contoh-"))
    everyone = templates()
    own = [t for t in everyone if t.opd == group]
    common = [t for t in everyone if t.opd == "*" and (t.topic != "pemilu" or day <= ELECTION_DAY)]
    heads = [t for t in [*common, *own] if t.subject in {"pimpinan", "campuran"}]
    others = [t for t in common if t.subject not in {"pimpinan", "campuran"}]
    while True:
        chance = rng.random()
        pool = heads if chance < leader else own if own and chance < leader + 0.5 else others
        template = rng.choice(pool)
        if day.weekday() < 5 or template.topic != "internal":
            yield template
