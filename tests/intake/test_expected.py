"""Expected topics of each OPD: by its kind, name and aliases, and by the table in force."""

from intake.expected import expected_by_agency
from intake.word_lists import save_list
from store import Scope, Store
from tests.intake.made import NOW
from tests.store.rows import row


def test_topics_are_expected_by_kind_and_name_and_an_inspectorate_owes_no_aid(store: Store) -> None:
    with store.write() as writer:
        writer.append("agencies", [
            row("agencies", agency_id="a", name="Inspektorat", kind="inspektorat"),
            row("agencies", agency_id="b", name="Dinas A", aliases="Dinas Sosial", kind="dinas"),
        ])  # fmt: skip
    assert expected_by_agency(store, Scope()) == {
        "a": ("akuntabilitas", "regulasi", "internal"), "b": ("bantuan", "masyarakat", "layanan"),
    }  # fmt: skip
    save_list(store, "expected_topics", '[[rows]]\nkind = "dinas"\ntopics = ["prestasi"]\n', 0, "Dewi", NOW)
    assert expected_by_agency(store, Scope()) == {"b": ("prestasi",)}
    assert expected_by_agency(store, Scope(sample=True)) == {}
