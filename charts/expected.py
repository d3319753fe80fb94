"""Expected topics that the posts of an OPD did not show in the period: a table, never a fault."""

from collections.abc import Collection, Mapping

from charts.basis import Basis
from charts.labels import TOPICS
from charts.model import Column, Table

EXPECTED_HOW = (
    "Topik yang lazim bagi jenis OPD itu menurut daftar yang disunting kantor (Pengaturan). “Belum terlihat dalam "
    "laporan” berarti tidak satu pun konten yang dilaporkan memuatnya, juga tidak sebagai topik tambahan; bukan "
    "kekurangan OPD. OPD yang belum melapor atau yang kontennya tidak memuat teks tidak tercantum."
)


def expected_table(basis: Basis, expected: Mapping[str, Collection[str]], seen: Mapping[str, Collection[str]]) -> Table:
    """One row an OPD of `seen` for which topics are expected. `expected`, `seen`: agency_id → topic codes."""
    return basis.table(
        "topik-belum-terlihat",
        "Topik yang diharapkan dan belum terlihat dalam laporan",
        columns=(
            Column("opd", "OPD"),
            Column("belum", "Belum terlihat dalam laporan"),
            Column("terlihat", "Terlihat"),
            Column("keadaan", "Keadaan"),
        ),
        rows=(
            (
                opd.name,
                _words([code for code in expected[opd.agency_id] if code not in seen[opd.agency_id]]),
                _words([code for code in expected[opd.agency_id] if code in seen[opd.agency_id]]),
                basis.reported(opd.agency_id),
            )
            for opd in basis.opds
            if opd.agency_id in expected and opd.agency_id in seen
        ),
        prose=True,
    )


def _words(codes: list[str]) -> str:
    return ", ".join(TOPICS[code] for code in codes) or "tidak ada"
