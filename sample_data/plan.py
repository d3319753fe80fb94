"""Who publishes how much, and which reports reach the office: the story that the two sample months tell."""

from dataclasses import dataclass
from datetime import date

from sample_data.model import MONTHS, Report

UPLOADERS = ("Ratri Lembanata", "Yoga Semayunga", "Dian Saranala")


@dataclass(frozen=True)
class Habit:
    """How an OPD publishes: konten in October and November, platforms, share of weekend days, of leaders' posts."""

    october: int
    november: int
    platforms: str
    weekend: float = 0.1
    leader: float = 0.22
    stories: int = 0


HABITS = {
    "sekretariat-daerah": Habit(56, 66, "fi", 0.5, 0.8, 14),
    "sekretariat-dprd": Habit(16, 18, "fi", leader=0.45),
    "inspektorat-daerah": Habit(12, 0, "i"),
    "dinas-pendidikan-dan-kebudayaan": Habit(34, 52, "fi"),
    "dinas-kesehatan": Habit(40, 64, "fit", 0.3, 0.12, 9),
    "dinas-pekerjaan-umum-dan-tata-ruang": Habit(22, 34, "fit"),
    "dinas-sosial": Habit(20, 31, "fi"),
    "dinas-lingkungan-hidup": Habit(19, 27, "fi", 0.25),
    "dinas-kependudukan-dan-pencatatan-sipil": Habit(36, 58, "fi", leader=0.06),
    "dinas-pemberdayaan-masyarakat-dan-desa": Habit(15, 22, "fx"),
    "dinas-pengendalian-penduduk-dan-keluarga-berencana": Habit(33, 44, "f"),
    "dinas-perhubungan": Habit(24, 32, "fit", 0.4),
    "dinas-komunikasi-dan-informatika": Habit(44, 70, "fitxy", 0.35, 0.3),
    "dinas-koperasi-usaha-kecil-dan-menengah": Habit(14, 0, "fi"),
    "dinas-penanaman-modal-dan-ptsp": Habit(21, 24, "fi"),
    "dinas-pertanian": Habit(26, 41, "fiy", 0.2, 0.1),
    "satuan-polisi-pamong-praja": Habit(0, 29, "fi", 0.7),
    "dinas-pemadam-kebakaran": Habit(24, 26, "fit", 0.9, 0.06),
    "dinas-contoh": Habit(18, 24, "fi"),
    "badan-perencanaan-pembangunan-daerah": Habit(14, 21, "fi"),
    "badan-pendapatan-daerah": Habit(24, 32, "fi"),
    "badan-kepegawaian-dan-pengembangan-sdm": Habit(18, 26, "fi", leader=0.4),
    "badan-penanggulangan-bencana-daerah": Habit(29, 36, "fix", 0.9, 0.08),
    "rsud-nalasena": Habit(10, 14, "fi", 0.2, 0.1),
    "rsud-rimbanala": Habit(11, 15, "f", leader=0.3),
    "kecamatan-rimbanala": Habit(18, 24, "fi", leader=0.4),
    "kecamatan-rimbanala-ii": Habit(12, 16, "fi", leader=0.5),
    "kecamatan-rimbanala-timur": Habit(3, 5, "f", leader=0.7),
    "kecamatan-muara-lurasena": Habit(9, 12, "f"),
    "kecamatan-lurasena-hulu": Habit(2, 1, "f"),
    "kecamatan-padang-aruna": Habit(0, 11, "f"),
    "kecamatan-tanjung-wirasa": Habit(8, 0, "f"),
}
"""OPD without prefix. Kecamatan Batu Semayung is missing on purpose: it reports in neither month."""


@dataclass(frozen=True)
class Route:
    """Which platforms of an OPD reach the office by which kind of file, and how that file looks."""

    source: str
    opd: str
    platforms: str
    style: str = ""
    share: float = 1.0


FACEBOOK, INSTAGRAM, STORIES, FORM = "meta_facebook", "meta_instagram", "meta_instagram_stories", "form"
ROUTES = (
    Route(FACEBOOK, "sekretariat-daerah", "f", "title"),
    Route(FACEBOOK, "dinas-pendidikan-dan-kebudayaan", "f", "description"),
    Route(FACEBOOK, "dinas-pengendalian-penduduk-dan-keluarga-berencana", "f", "two_views"),
    Route(FACEBOOK, "dinas-komunikasi-dan-informatika", "f", "excel"),
    Route(FACEBOOK, "badan-penanggulangan-bencana-daerah", "f", "error_row"),
    Route(FACEBOOK, "dinas-contoh", "f", "title"),
    Route(INSTAGRAM, "sekretariat-daerah", "i", "english"),
    Route(INSTAGRAM, "dinas-pendidikan-dan-kebudayaan", "i", "indonesian"),
    Route(INSTAGRAM, "dinas-komunikasi-dan-informatika", "i", "indonesian"),
    Route(INSTAGRAM, "dinas-kesehatan", "i", "error_row"),
    Route(INSTAGRAM, "badan-pendapatan-daerah", "i", "indonesian"),
    Route(STORIES, "sekretariat-daerah", "i", "english"),
    Route(STORIES, "dinas-kesehatan", "i", "indonesian"),
    Route("log", "dinas-pekerjaan-umum-dan-tata-ruang", "fit", "merged"),
    Route("log", "dinas-kesehatan", "fit", "merged"),
    Route("log", "badan-kepegawaian-dan-pengembangan-sdm", "fi", "merged"),
    Route("log", "rsud-nalasena", "fi", "merged"),
    Route("log", "dinas-kependudukan-dan-pencatatan-sipil", "fi", "weeks"),
    Route("log", "dinas-perhubungan", "fit", "sheets"),
    Route("log", "dinas-penanaman-modal-dan-ptsp", "fi", "ditto"),
    Route("log", "dinas-pertanian", "fiy", "bidang"),
    Route(FORM, "sekretariat-dprd", "fi"),
    Route(FORM, "inspektorat-daerah", "i"),
    Route(FORM, "dinas-sosial", "fi"),
    Route(FORM, "dinas-lingkungan-hidup", "fi"),
    Route(FORM, "dinas-pemberdayaan-masyarakat-dan-desa", "fx"),
    Route(FORM, "dinas-komunikasi-dan-informatika", "fitxy", share=0.4),
    Route(FORM, "dinas-koperasi-usaha-kecil-dan-menengah", "fi"),
    Route(FORM, "satuan-polisi-pamong-praja", "fi"),
    Route(FORM, "dinas-pemadam-kebakaran", "fit"),
    Route(FORM, "dinas-contoh", "fi", share=0.7),
    Route(FORM, "badan-perencanaan-pembangunan-daerah", "fi"),
    Route(FORM, "badan-pendapatan-daerah", "f"),
    Route(FORM, "badan-penanggulangan-bencana-daerah", "ix"),
    Route(FORM, "rsud-rimbanala", "f"),
    Route(FORM, "kecamatan-rimbanala", "fi"),
    Route(FORM, "kecamatan-rimbanala-ii", "fi"),
    Route(FORM, "kecamatan-rimbanala-timur", "f"),
    Route(FORM, "kecamatan-muara-lurasena", "f"),
    Route(FORM, "kecamatan-lurasena-hulu", "f"),
    Route(FORM, "kecamatan-padang-aruna", "f"),
    Route(FORM, "kecamatan-tanjung-wirasa", "f"),
)
"""`share` below 1 leaves out posts on Facebook and Instagram that another report of the OPD holds as well."""

_SHORT = {"meta_facebook": "Facebook", "meta_instagram": "Instagram", "meta_instagram_stories": "InstagramStory"}
_TYPED = {
    "dinas-pekerjaan-umum-dan-tata-ruang": "Dinas PUTR",
    "dinas-kesehatan": "Dinkes",
    "badan-kepegawaian-dan-pengembangan-sdm": "BKPSDM",
    "rsud-nalasena": "RSUD Nalasena",
    "dinas-kependudukan-dan-pencatatan-sipil": "Disdukcapil",
    "dinas-perhubungan": "Dishub",
    "dinas-penanaman-modal-dan-ptsp": "DPMPTSP",
    "dinas-pertanian": "Distan",
}


def reports() -> list[Report]:
    """Every file of the sample, in the order in which a person would load them."""
    files = []
    for number, month in enumerate(MONTHS):
        first, last = MONTHS[month]
        as_of = (date(2024, 11, 4), date(2024, 12, 2))[number]
        for place, route in enumerate(r for r in ROUTES if r.source != FORM):
            uploader = UPLOADERS[place % len(UPLOADERS)]
            files.append(_special(_report(route, month, first, last, as_of, uploader)))
        name = f"DATA CONTOH - Formulir Laporan Medsos OPD {'Oktober' if number == 0 else 'November'} 2024.xlsx"
        short = ("contoh-dinas-lingkungan-hidup",) if number == 0 else ("contoh-kecamatan-muara-lurasena",)
        day = (date(2024, 11, 6), date(2024, 12, 4))[number]
        files.append(Report(name, month, FORM, "", first, last, day, UPLOADERS[0], month, short))
    return files


def _report(route: Route, month: str, first: date, last: date, as_of: date, uploader: str) -> Report:
    """One file of one OPD as it usually arrives."""
    opd = f"contoh-{route.opd}"
    if route.source == "log":
        words = ("Okt", "Nov")[month == "2024-11"]
        name = f"CONTOH Laporan Medsos {words} 2024 {_TYPED[route.opd]}.xlsx"
        as_of = as_of.replace(day=as_of.day + 1)
    else:
        kind = _SHORT[route.source]
        name = f"contoh_{kind}_{route.opd}_{first:%b-%d-%Y}_{last:%b-%d-%Y}.csv"
    return Report(name, month, route.source, opd, first, last, as_of, uploader, route.style)


def _special(report: Report) -> Report:
    """What is out of the ordinary: a late file, an early end, an overlap, a csv instead of a workbook."""
    changes: dict[str, object] = {}
    october = report.month == "2024-10"
    if report.opd == "contoh-dinas-perhubungan" and october:
        changes = {"as_of": date(2024, 11, 19), "name": report.name.replace(".xlsx", " (1) REVISI.xlsx")}
    if report.opd == "contoh-dinas-penanaman-modal-dan-ptsp" and not october:
        changes = {"last_day": date(2024, 11, 20), "as_of": date(2024, 11, 21)}
    if report.opd == "contoh-badan-kepegawaian-dan-pengembangan-sdm" and october:
        changes = {"incomplete": (report.opd,)}
    if report.opd == "contoh-dinas-komunikasi-dan-informatika" and report.source == FACEBOOK:
        if october:
            changes = {"style": "title"}
        else:
            name = report.name.replace("Nov-01-2024", "Oct-25-2024").replace(".csv", " .csv")
            changes = {"first_day": date(2024, 10, 25), "name": name}
    if report.opd == "contoh-dinas-pertanian" and not october:
        changes = {"style": "semicolon", "name": report.name.replace(".xlsx", ".csv")}
    return Report(**{**report.__dict__, **changes})
