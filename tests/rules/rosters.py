"""An invented roster for the captions of tests/rules/captions.csv: units by agency."""

from rules import Unit

_UNITS = {
    "dinas-sosial": "rehabsos=Rehabilitasi Sosial|Rehabsos; linjamsos=Perlindungan dan Jaminan Sosial|Linjamsos",
    "dinas-pu": "bina-marga=Bina Marga; sda=Sumber Daya Air|SDA|Irigasi; cipta-karya=Cipta Karya",
    "dinas-pertanian": "hortikultura=Hortikultura; psp=Prasarana dan Sarana Pertanian|PSP; penyuluhan=Penyuluhan",
    "dikbud": "sd=Pembinaan SD|Bidang SD|SD; gtk=Guru dan Tenaga Kependidikan|GTK; kebudayaan=Kebudayaan",
    "dppkb": "kb=Keluarga Berencana|KB; dalduk=Pengendalian Penduduk|Dalduk",
    "bpkad": "anggaran=Anggaran; perbendaharaan=Perbendaharaan; akuntansi=Akuntansi; aset=Aset",
    "cempaka": "trantib=Ketenteraman dan Ketertiban|Trantib; pelayanan=Pelayanan; kesra=Kesra",
    "rsud": "igd=Instalasi Gawat Darurat|IGD; farmasi=Instalasi Farmasi|Farmasi; keperawatan=Keperawatan",
    "inspektorat": "irban-1=Irban I|Inspektur Pembantu I; irban-2=Irban II|Inspektur Pembantu II",
    "setda": "bagian-hukum=Bagian Hukum|Hukum; bagian-kesra=Kesejahteraan Rakyat|Kesra",
    "dinkes": "kesmas=Kesehatan Masyarakat|Kesmas; p2p=Pencegahan dan Pengendalian Penyakit|P2P",
    "diskominfo": "ikp=Informasi dan Komunikasi Publik|IKP; statistik=Statistik; persandian=Persandian",
    "dishub": "lalu-lintas=Lalu Lintas; angkutan=Angkutan; pengujian=Pengujian",
}

UNITS = tuple(
    Unit(unit_id.strip(), agency, names.split("|")[0], aliases=tuple(names.split("|")[1:]))
    for agency, cell in _UNITS.items()
    for unit_id, names in (part.split("=") for part in cell.split(";"))
)
"""Units with short ids, for the table of captions to be read by eye."""
