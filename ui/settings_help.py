"""What the screen calls the word lists, and the short help above each."""

TITLES = {
    "topics": "Topik",
    "subjects": "Subjek: siapa yang diberitakan",
    "said": "Isian log: topik dan subjek yang ditulis OPD sendiri",
    "names": "Nama orang dan bidang",
    "neutrality": "Netralitas",
    "caution": "Kehati-hatian",
    "expected_topics": "Topik yang diharapkan menurut jenis OPD",
    "aid": "Kelengkapan informasi bantuan (Cek Naskah)",
}

_CUES = (
    "- `[cues.nama]`: isyarat. `words` kata atau frasa persis; `stems` kata dasar beserta imbuhannya; `capitals` hanya "
    "bila ditulis dengan huruf kapital; `late` baru dicari setelah isyarat lain ada.\n"
    "- `[rules.A1]`: aturan. `label` dan `explain` tercetak di halaman; `tier` dan `weight` (1–9) menentukan urutan "
    "peninjauan; `alone` isyarat yang cukup sendiri; `pairs` dua isyarat yang berdekatan sejauh `within` kata; "
    "`unless` dan `unless_near` isyarat yang membatalkan.\n"
    "- `lookalikes`: frasa mirip yang tidak pernah dihitung.\n"
    "- Hasilnya hanya ajakan untuk meninjau; keputusan tetap pada orang."
)

HELP = {
    "topics": (
        "- Setiap bagian, misalnya `[layanan]`, adalah satu topik; urutannya memutus nilai yang sama.\n"
        "- `words`: huruf kecil berarti kata dasar beserta imbuhannya, huruf kapital berarti singkatan, dan yang "
        "memuat spasi berarti frasa persis. `strong` bernilai dua kali; `weak` bernilai setengah dan tidak menentukan "
        "sendirian.\n"
        "- `exact` tanpa imbuhan; `capitals` hanya bila ditulis kapital; `[layanan.unless]` tidak dihitung bila kata "
        "lain itu ada; `lookalikes` frasa mirip yang tidak dihitung."
    ),
    "subjects": (
        "- `leader` pimpinan daerah, `head` pimpinan OPD, `department` perangkat dan pekerjaannya; `…_weak` tidak "
        "menentukan sendirian.\n"
        "- `act` perbuatan pimpinan; `quote` kata kutipan (pimpinan hanya menjadi sumber); `voice` pimpinan yang "
        "menulis sendiri.\n"
        "- `service_topics` dan `department_topics` berisi kode topik; `lookalikes` frasa yang tidak menyebut orang."
    ),
    "said": (
        "- Apa yang ditulis OPD pada kolom topik atau subjek, dalam huruf kecil, menurut kode.\n"
        '- Pada `[subject]`, isian yang berakhir dengan ` …` berlaku bagi semua yang berawalan kata itu ("bidang …").'
    ),
    "names": (
        "- `marks` kata yang mendahului nama bidang (Kabid, Seksi); `common` kata umum yang baru dianggap nama bidang "
        "setelah kata itu; `titles` gelar yang bukan bagian dari nama orang, tanpa titik."
    ),
    "neutrality": _CUES,
    "caution": _CUES,
    "expected_topics": (
        "- Setiap `[[rows]]` satu baris; bagi suatu OPD berlaku baris pertama yang cocok.\n"
        "- `kind` jenis OPD (sekretariat, inspektorat, dinas, badan, rumah_sakit, kecamatan); `names` kata yang salah "
        "satunya ada dalam nama atau alias OPD, tanpa `names` berarti semua OPD jenis itu; `topics` kode topik.\n"
        "- Topik yang tidak tercantum tidak pernah disebut belum terlihat. Daftar ini tidak mengubah pembacaan "
        "unggahan."
    ),
    "aid": (
        "- `[parts.nama]` bagian yang sebaiknya ada dalam naskah bantuan, menurut urutan di halaman: `label`, `ask` "
        "saran bila belum ada, `cues` isyarat yang menandakan bagian itu ada.\n"
        "- `[cues.nama]` isyarat dengan `words`; `tanggal`, `telepon`, dan `tautan_resmi` dikenali aplikasi sendiri.\n"
        "- Daftar ini hanya dipakai Cek Naskah dan tidak mengubah pembacaan unggahan."
    ),
}

ALWAYS = (
    'Setiap kata diapit tanda kutip, dipisahkan koma, di antara `[` dan `]`: `words = ["antrean", "loket"]`. '
    "Baris yang diawali `#` adalah catatan."
)


def title_of(name: str) -> str:
    """What the screen calls a list; its own name if the screen does not know it yet."""
    return TITLES.get(name, name)
