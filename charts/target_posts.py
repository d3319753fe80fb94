"""Rincian Unggahan: the posts behind the count of one OPD, each with its konten, link, file and row."""

from collections.abc import Mapping, Sequence
from typing import Any

from charts.basis import Basis
from charts.model import Column, Table
from charts.reach_tables import short

POSTS_NOTE = (
    "Unggahan dengan nomor konten yang sama ialah satu konten pada beberapa platform. Konten dihitung satu kali pada "
    "hari dihitung; unggahan dihitung pada harinya sendiri."
)


def counted_table(basis: Basis, posts: Sequence[Mapping[str, Any]], platforms: Mapping[str, str]) -> Table:
    """The posts by the day on which their konten counts. `posts`: rows of posts with file_name; `platforms`: names."""
    ordered = sorted(posts, key=lambda post: (post["content_day"], post["content_key"], post["published_at"]))
    numbers = {key: place for place, key in enumerate(dict.fromkeys(post["content_key"] for post in ordered), 1)}
    return basis.table(
        name="rincian-unggahan",
        title="Rincian Unggahan: yang dihitung tiap hari",
        columns=(
            Column("hari", "Hari dihitung (konten)", "date"),
            Column("konten", "Konten nomor", "int"),
            Column("tanggal", "Tanggal unggah", "date"),
            Column("platform", "Platform"),
            Column("tautan", "Tautan", "link"),
            Column("ulang", "Unggahan ulang"),
            Column("berkas", "Berkas"),
            Column("lembar", "Lembar"),
            Column("baris", "Baris", "int"),
            Column("teks", "Teks"),
        ),
        rows=(
            (
                post["content_day"].isoformat(),
                numbers[post["content_key"]],
                post["day"].isoformat(),
                platforms.get(post["platform"], post["platform"]),
                post["link"] or None,
                "Ya" if post["is_repost"] else None,
                post["file_name"],
                post["sheet"] or None,
                post["row_number"],
                short(post["caption"]),
            )
            for post in ordered
        ),
        note=POSTS_NOTE,
    )
