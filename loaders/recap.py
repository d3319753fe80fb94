"""Lines of a pasted recap: which of them name an OPD or a day, which are a title, and what is neither.

"Rekap medsos Dinas Kesehatan Rabu, 23 Oktober 2024" is a heading; "IG:" names what follows; greetings, signatures,
telephone numbers and the words of WhatsApp itself are left out.
"""

import re
from dataclasses import dataclass

from indonesia import MONTH_NUMBERS, plain
from loaders.rows import platforms_in

ADDRESS = re.compile(
    r"(?:https?://|www\.)(?:(?!https?://)[^\s,;<>\"'])+"
    r"|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:com|id|me|ly|gl|net|org|co|link|app|be|watch|to|info|tv|xyz|site)/[^\s,;<>\"']*",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"(?<!\w)[*_~`]+|[*_~`]+(?!\w)")
_BULLET = re.compile(r"^(?:\(?\d{1,3}[.)](?!\d)|\d\ufe0f?\u20e3|[a-zA-Z][.)](?=\s))\s*")
_NO_WORD = re.compile(r"^[^\w#@(“‘\"']+")
LONGEST_HEADING = 200
MAX_TITLE = 2000
"""Characters of a title that are kept."""
_LABEL = re.compile(
    r"^(?:judul|caption|nama kegiatan|kegiatan|konten|materi|narasi|keterangan|ket|link|tautan|url|selengkapnya)"
    r"(?:\s+(?:berita|konten|kegiatan|postingan|unggahan|video|foto))?\s*[:=]\s*",
    re.IGNORECASE,
)
_PLATFORM = r"(?:facebook|fb|fanpage|fp|instagram|insta|ig|tik\s?tok|tt|twitter|tw|x|youtube|yt)"
_PLATFORM_LABEL = re.compile(
    rf"^(?:(?:link|tautan|akun|via|di)\s+)?{_PLATFORM}(?:\s*[/&,+]\s*{_PLATFORM})*"
    r"(?:\s+(?:reels?|feed|story|shorts?|video))?\s*(?:[:=–—-]+|$)\s*",
    re.IGNORECASE,
)
_BESIDE = frozenset(
    {
        "link",
        "tautan",
        "url",
        "akun",
        "via",
        "di",
        "dan",
        "feed",
        "reel",
        "reels",
        "story",
        "stories",
        "shorts",
        "video",
    }
    | {"foto", "post", "posting", "postingan", "unggahan", "medsos", "media", "sosial"}
)
_EMPTY_WORDS = _BESIDE | {"klik", "lihat", "cek", "tonton", "selengkapnya", "judul", "caption"}
_WEEKDAY = r"(?:senin|selasa|rabu|kamis|jumat|jum'at|jum’at|sabtu|minggu|ahad)"
_MONTH = "(?:" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + r")(?![a-z])"
_RANGE = r"(?:\s*(?:-|–|s\.?\s*/?\s*d\.?|sampai|hingga|dan|&)\s*\d{1,2})"
_DAY = (
    rf"(?:\d{{1,2}}{_RANGE}?(?:\s*-\s*|\s+){_MONTH}(?:[\s.,-]*(?:20\d{{2}}|\d{{2}}(?![\d.:])))?"
    r"|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-](?:20\d{2}|\d{2})(?!\d))"
)
_DATE = re.compile(
    rf"(?:(?:hari|tanggal|tgl\.?)\b[\s,/:]*)*(?:\b{_WEEKDAY}\b[\s,/]*)?(?:\b(?:tanggal|tgl)\b[.\s:]*)?(?<![\d/.])({_DAY})",
    re.IGNORECASE,
)
_CERTAIN = re.compile(rf"{_WEEKDAY}|\b20\d{{2}}\b|\d[/.-]\d{{1,2}}[/.-]\d", re.IGNORECASE)
IS_RANGE = re.compile(rf"\d{_RANGE}(?:\s*-\s*|\s+){_MONTH}", re.IGNORECASE)
_HOUR = re.compile(r"^[\s,]*(?:(?:pukul|pkl|jam)\.?\s*)?\d{1,2}[.:]\d{2}(?:\s*wi[bt]a?)?\b|^[\s,]*wib\b", re.IGNORECASE)

_OPD_LINE = re.compile(
    r"^(?:nama\s+)?(?:opd|perangkat daerah|unit kerja|instansi|skpd|organisasi perangkat daerah)\s*[:=]\s*(.+)$", re.I
)
_KIND = (
    r"(?:dinas|badan|kecamatan|kec\.|kantor camat|inspektorat|sekretariat|satuan polisi|satpol|rsud|rumah sakit|bagian)"
)
_OPD = re.compile(
    rf"\b({_KIND}(?!\w).*?)(?=\s*(?:\b(?:kabupaten|bulan|tahun|periode|tanggal|tgl|hari|pada|per)\b|\bkab\.|[-–—|(:/]|$))",
    re.I,
)
_DOING = re.compile(
    r"\b(?:me(?:m|n|l|r|w|y)\w{3,}|ber\w{4,}|di(?:gelar|buka|hadiri|ikuti|laksanakan|pimpin)|gelar|ikut\w*|hadir\w*|bagi\w*"
    r"|salurkan|kunjung\w*|laksanakan|lakukan|buka|tinjau|terima|sambut|serahkan|bersama|peduli|raih|adakan|siap|apel|senam|rapat|gotong"
    r"|imunisasi|posyandu|upacara|gelaran|pasar)\b"
)
_PLACES = frozenset({"kecamatan", "kec", "kantor", "rsud", "rumah"})
"""Offices that bear the name of a place, which may be any word; of the others the words are known."""
LONGEST_PLACE = 7
_VOCABULARY = (
    "dinas badan bagian sekretariat inspektorat satuan satpol pp polisi pamong praja daerah dprd dan serta "
    "kesehatan sosial pendidikan kebudayaan pekerjaan umum tata ruang penataan perumahan rakyat kawasan permukiman "
    "pemukiman lingkungan hidup kependudukan pencatatan sipil pemberdayaan masyarakat desa pengendalian penduduk "
    "keluarga berencana kb perhubungan komunikasi informatika kominfo statistik persandian koperasi usaha kecil "
    "menengah ukm umkm mikro perdagangan perindustrian penanaman modal pelayanan terpadu satu pintu ptsp pertanian "
    "tanaman pangan hortikultura perkebunan perikanan peternakan ketahanan kepemudaan pemuda olahraga pariwisata "
    "ekonomi kreatif perpustakaan kearsipan arsip tenaga kerja transmigrasi pemadam kebakaran penyelamatan lh pu "
    "perempuan perlindungan anak perencanaan pembangunan penelitian pengembangan inovasi riset litbang pmd putr "
    "pupr keuangan aset pengelolaan pendapatan kepegawaian sumber daya manusia sdm penanggulangan bencana kesatuan "
    "bangsa politik hukum organisasi protokol pimpinan kesejahteraan pemerintahan perekonomian administrasi "
    "pengadaan barang jasa contoh & -"
)
_OFFICE_WORDS = frozenset(_VOCABULARY.split())
_RECAP = re.compile(r"^(?:rekap\w*|laporan|lap|daftar|update|data|hasil|monitoring|publikasi|link|tautan)\b")
_OF_MEDIA = re.compile(r"\b(?:medsos|sosmed|media sosial|postingan|posting|unggahan|konten|publikasi|link|tautan)\b")
_HEADING_WORD = re.compile(
    r"^(?:rekap\w*|laporan|lap|daftar|update|data|hasil|monitoring|publikasi|link|tautan|medsos|sosmed|media sosial"
    r"|postingan|posting|unggahan|konten|kegiatan|harian|mingguan|bulanan|hari ini|hari|tanggal|tgl|bulan|pekan|akun"
    r"|resmi|dari|oleh|untuk|opd|admin|pagi|siang|sore|malam|ini|dan|di|pada)\b[\s.:,/&-]*",
    re.IGNORECASE,
)
_POLITE = (
    r"(?:\W+(?:pak|bapak|bu|ibu|kak|bang|mas|mba\w*|min|admin|semua\w*|rekan\w*|komandan|ndan|pimpinan|banyak|atas"
    r"|perhatian\w*|kerja ?sama\w*|laksanakan|dan|yang|terhormat))*\W*"
)
_SMALL_TALK = re.compile(
    r"^(?:w?ass?alam\w*\b.*|selamat (?:pagi|siang|sore|malam)\b(?:\W+\w+){0,4}\W*|(?:pagi|siang|sore|malam)\b"
    + _POLITE
    + r"|yth\b.*|(?:salam )?hormat(?: kami)?\W*|(?:mohon )?i[zj]in\W+(?:me?lapor\w*|kirim|mengirim\w*|share|membagikan"
    r"|meny?ampaikan|pak|bapak|bu|ibu|min|admin)\b.*|berikut (?:ini |kami |di ?bawah |adalah |link|tautan|rekap|laporan"
    r"|terlampir|disampaikan|saya ).*|(?:demikian|sekian)\b.*|(?:terima ?kasih|trims|makasih|tks|thx|tq)\b"
    + _POLITE
    + r"|(?:siap|ok|oke|baik|noted|mantap|monitor)\b"
    + _POLITE
    + r")$"
)
_PERSON = re.compile(
    r"^(?:pengirim|petugas|operator|admin|pic|cp|kontak|narahubung|contact person|no\.? ?(?:hp|wa|telp)|hp|wa|telp|nama"
    r"|dibuat oleh|dilaporkan oleh|pelapor|a\.?n\.?)\s*[:=]|\bnip\b"
)
_OF_WHATSAPP = re.compile(
    r"tidak disertakan|\bomitted\b|file terlampir|file attached|^<?(?:terlampir|attached):|pesan ini (?:telah )?dihapus"
    r"|message was deleted|menghapus pesan ini|deleted this message|menunggu pesan ini|waiting for this message"
    r"|\.(?:vcf|jpe?g|png|webp|mp4|opus|pdf|docx?|xlsx?)\b.*\)$|^(?:null|poll(?:ing)?:.*|(?:opsi|option):.*)$"
    r"|^panggilan (?:suara|video)|^missed (?:voice|video) call|^live location"
)
_EDITED = re.compile(r"<(?:pesan ini diedit|this message was edited)[^>]*>", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """What a line says beside its addresses: an OPD, a day as written, a title; "" for what it does not say.

    `is_heading`: the line opens a new part. `names_platform`: it only says where the addresses below it stand.
    """

    links: tuple[str, ...]
    title: str = ""
    opd: str = ""
    day: str = ""
    is_heading: bool = False
    names_platform: bool = False


def read_line(line: str) -> Line:
    """Take a line of a recap apart."""
    links = tuple(dict.fromkeys(found.rstrip(".,;:)]*~'") for found in ADDRESS.findall(line)))
    text = _bare(_EDITED.sub(" ", ADDRESS.sub(" ", line)))
    words = plain(text)
    if _PERSON.search(words) or _OF_WHATSAPP.search(words) or _SMALL_TALK.match(words):
        return Line(links)
    if told := _OPD_LINE.match(text):
        return Line(links, opd=told.group(1).strip(" .:"), is_heading=True)
    if heading := _heading(text, words):
        return Line(links, opd=heading[0], day=heading[1], is_heading=True)
    day, text = _leading_day(text)
    label = _PLATFORM_LABEL.match(text)
    if label or (platforms_in(text) and set(re.findall("[a-z]+", plain(text))) <= _BESIDE | _named(text)):
        text = _bare(text[label.end() :]) if label else ""
        return Line(links, _title(text), "", day, names_platform=not _title(text))
    return Line(links, _title(text), "", day, is_heading=bool(day) and not _title(text))


def _named(text: str) -> set[str]:
    return {word for word in re.findall("[a-z]+", plain(text)) if platforms_in(word)}


def _bare(text: str) -> str:
    """A text without marks of emphasis, bullets, numbering and the words "Judul:" or "Link:" before it."""
    before = None
    while before != text:
        before = text
        text = _BULLET.sub("", _NO_WORD.sub("", _EMPHASIS.sub("", text)))
        text = _LABEL.sub("", text).rstrip(" \t-–—:|•→>")
    return " ".join(text.split())


def _heading(text: str, words: str) -> tuple[str, str] | None:
    """OPD and day of a heading, None if the line is none: a recap of something, a bare OPD."""
    if len(text) > LONGEST_HEADING:
        return None
    found = _DATE.search(text)
    day = found.group(0).strip(" ,/:") if found else ""
    rest = _bare(text[: found.start()] + " | " + _HOUR.sub("", text[found.end() :])) if found else text
    found_office = _OPD.search(rest)
    office = _office(found_office.group(1)) if found_office else ""
    starts = _RECAP.match(words) or re.match(r"(?:medsos|sosmed|media sosial)\b", words)
    left = _without_heading_words(rest)
    short = left.split("|")[0].strip(" ,.-")
    if starts and starts.group(0) in ("link", "tautan") and not (office or day):
        return None
    if starts and len(words.split()) <= 24 and (_OF_MEDIA.search(words) or re.match(_KIND, left, re.I) or not left):
        return (office or (short if len(short.split()) <= 3 else "")), day
    return (office, day) if office and rest.startswith(office) and _is_office(office, rest) else None


def _office(text: str) -> str:
    """The name of an office; a comma belongs to it where its words go on ("Dinas Pemuda, Olahraga dan Pariwisata")."""
    name, *others = text.split(",")
    for other in others:
        if plain(other).split()[:1] and plain(other).split()[0] in _OFFICE_WORDS:
            name += f",{other}"
        else:
            break
    return name.strip(" .:|")


def _is_office(name: str, rest: str) -> bool:
    """Whether a line that begins with an office is only its name: "Dinas Sosial senam pagi" tells what it did."""
    words = re.findall(r"[\w&-]+", plain(name))
    if words[0] in _PLACES:
        return len(rest.split()) <= LONGEST_PLACE and not _DOING.search(plain(rest))
    return all(word in _OFFICE_WORDS for word in words)


def _without_heading_words(text: str) -> str:
    before = None
    while before != text:
        before = text
        text = _HEADING_WORD.sub("", text.strip(" |,.-:"))
    return text


def _leading_day(text: str) -> tuple[str, str]:
    """The day that a line begins with, as written, and the rest; a day without year and weekday must stand alone."""
    found = _DATE.match(text)
    if not found:
        return "", text
    rest = _bare(_HOUR.sub("", text[found.end() :]))
    if rest and not _CERTAIN.search(found.group(0)):
        return "", text
    return found.group(0).strip(" ,/:"), rest


def day_in(title: str) -> str:
    """The day that a title speaks of, as written, or the empty string."""
    found = _DATE.search(title)
    return found.group(0).strip(" ,/:") if found and _CERTAIN.search(found.group(0)) else ""


def _title(text: str) -> str:
    """The text if it can be a title: words, not a mere label or number."""
    letters = sum(letter.isalpha() for letter in text)
    words = set(re.findall("[a-z]+", plain(text)))
    return text[:MAX_TITLE] if letters >= 3 and not (words and words <= _EMPTY_WORDS) else ""
