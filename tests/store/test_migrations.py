"""Old databases open with today's code and keep their rows; newer ones are refused; both engines."""

from pathlib import Path

import pytest

from store import Store, StoreError, open_store
from store.migrate import FOLDER, Step, steps
from tests.store.rows import ROWS

FIRST = steps()[:1]


def first_schema_with_a_row_in_each_table(url: str) -> None:
    """A database as the first version of the software left it."""
    engine = open_store(url, FIRST)._engine
    try:
        with engine.transaction() as connection:
            for name, row in ROWS.items():
                columns = ", ".join(f'"{column}"' for column in row)
                marks = ", ".join("?" for _ in row)
                connection.execute(f'INSERT INTO "{name}" ({columns}) VALUES ({marks})', list(row.values()))
    finally:
        engine.close()


def test_the_first_schema_is_the_one_that_was_released() -> None:
    assert FIRST[0].name == "start"
    assert {line.split()[2] for line in FIRST[0].statements.splitlines() if line.startswith("CREATE")} == set(ROWS)


def test_a_database_of_the_first_schema_opens_with_every_row_still_there(store_url: str) -> None:
    first_schema_with_a_row_in_each_table(store_url)
    opened = open_store(store_url)
    try:
        with opened.write() as writer:
            kept = {name: writer.fetch(name, {}).to_pylist() for name in ROWS}
        for name, row in ROWS.items():
            of_first_columns = [{column: line[column] for column in row} for line in kept[name]]
            assert of_first_columns.count(row) == 1, name  # a later step may have added rows of its own
        assert applied(opened) == [(step.number, step.name) for step in steps()]
    finally:
        opened.close()


def applied(store: Store) -> list[tuple[int, str]]:
    return sorted(store._engine.rows("SELECT number, name FROM schema_version"))


def test_opening_again_applies_nothing_twice_and_keeps_rows_and_version(store_url: str) -> None:
    first = open_store(store_url)
    with first.write() as writer:
        writer.append("accounts", [ROWS["accounts"]])
    version = first.data_version()
    first.close()
    again = open_store(store_url)
    with again.write(quiet=True) as writer:
        assert writer.fetch("accounts", {}).to_pylist() == [{**ROWS["accounts"], "from_day": None, "to_day": None}]
    assert again.data_version() == version
    assert len(applied(again)) == len(steps())
    again.close()


def test_the_clock_that_a_person_told_is_known_of_earlier_uploads(store_url: str) -> None:
    sentences = {
        "a": ("waktu berkas: WIB → WIB, ditetapkan oleh pengunggah", "told"),
        "b": ("waktu berkas: WIB, dikonfirmasi oleh Ani pada 5 November 2024, 09.00", "confirmed"),
        "c": ("waktu berkas: WIB; urutan tanggal hari/bulan/tahun (ditetapkan oleh pengunggah)", None),
        "d": ("waktu berkas: WIB → WIB, dibuktikan oleh 2 dari 2 unggahan", None),
    }
    before = tuple(step for step in steps() if step.number < 12)
    old = open_store(store_url, before)
    with old.write() as writer:
        writer.append(
            "uploads", [{**ROWS["uploads"], "upload_id": u, "clock_proof": s} for u, (s, _) in sentences.items()]
        )
    old.close()
    opened = open_store(store_url)
    kept = opened._engine.rows("SELECT upload_id, clock_state FROM uploads ORDER BY upload_id")
    opened.close()
    assert kept == [(upload, state) for upload, (_, state) in sentences.items()]


def test_a_step_that_fails_leaves_the_database_at_the_step_before(store_url: str) -> None:
    broken = Step(len(steps()) + 1, "broken", "CREATE TABLE half (x INTEGER); CREATE TABLE half (x INTEGER);")
    with pytest.raises(Exception, match="half"):
        open_store(store_url, (*steps(), broken))
    opened = open_store(store_url)
    assert len(applied(opened)) == len(steps())
    tables = opened._engine.rows("SELECT count(*) FROM information_schema.tables WHERE table_name = 'half'")
    assert tables[0][0] == 0
    opened.close()


def test_a_database_of_a_newer_version_is_refused_unchanged(store_url: str) -> None:
    newer = Step(len(steps()) + 1, "later", "CREATE TABLE later (x INTEGER)")
    open_store(store_url, (*steps(), newer)).close()
    with pytest.raises(StoreError, match=rf"versi aplikasi yang lebih baru \(skema {len(steps()) + 1}, .*perbarui"):
        open_store(store_url)
    open_store(store_url, (*steps(), newer)).close()


def test_steps_are_numbered_without_gaps(tmp_path: Path) -> None:
    assert [step.number for step in steps(FOLDER)] == list(range(1, len(list(FOLDER.glob("*.sql"))) + 1))
    (tmp_path / "001_a.sql").write_text("")
    (tmp_path / "003_c.sql").write_text("")
    with pytest.raises(ValueError, match=r"not numbered 1 to 2: \[1, 3\]"):
        steps(tmp_path)
