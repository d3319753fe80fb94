"""Every kind of chart, with ordinary, empty, single, many and hostile data, is a figure that plotly accepts."""

import json
from dataclasses import replace

import plotly.graph_objects as go
import pytest

from charts.model import Chart, Column, Event, Series, Table, TargetLine
from charts.screen import config, figure, min_width

KINDS = ("bar", "stacked", "line", "heatmap", "calendar", "scatter")
HOSTILE = (
    "=1+1",
    "<b>tebal</b>",
    '<a href="https://jahat.example">klik</a>',
    "😀 شلوم \u202eterbalik\u202c",
    "x" * 300,
    "%{x} $a$",
)


def chart(kind, categories, series, **more):
    table = Table("t", "Tabel", (Column("a", "A"),), ())
    words = {"title": "Judul", "subtitle": "Oktober 2024", "unit": "konten", "note": "Sumber: laporan", "alt": "alt"}
    named = {"name": "contoh", "table": table, "how": "cara"} | words | more
    return Chart(kind=kind, categories=tuple(categories), series=tuple(series), **named)


def days(count):
    return [f"2024-{9 + at // 28:02d}-{at % 28 + 1:02d}" for at in range(count)]


def of_kind(kind, names):
    """A chart of the kind whose categories and series carry the names."""
    values = tuple(range(len(names)))
    if kind == "calendar":
        return chart(kind, days(len(names)), [Series(names[0], values)] if names else [])
    if kind == "scatter":
        return chart(kind, names, [Series("Unggahan", values), Series("Hari", values)] if names else [])
    return chart(kind, names, [Series(name, values) for name in names[:3]])


def texts(drawn):
    """Everything that plotly would read as its pseudo-HTML."""
    layout = drawn["layout"]
    found = [layout["title"]["text"], *(note["text"] for note in layout["annotations"])]
    found += [word for axis in ("xaxis", "yaxis") for word in layout[axis].get("ticktext", ())]
    for trace in drawn["data"]:
        found += [trace.get("name", ""), *trace.get("hovertext", ())]
        for text in trace.get("text", ()):
            found += text if isinstance(text, list) else [text]
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "names", [("Dinas A", "Dinas B", "Dinas C"), ("Dinas A",), tuple(f"OPD {n}" for n in range(54)), HOSTILE, ()]
)
def test_every_kind_is_valid_with_all_data(kind, names):
    drawn = figure(of_kind(kind, names), "DATA CONTOH – REKAAN")
    go.Figure(drawn)
    assert drawn["data"]
    json.dumps(drawn)
    assert any("DATA CONTOH – REKAAN" in text for text in texts(drawn))


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_names_stay_text(kind):
    drawn = figure(replace(of_kind(kind, HOSTILE), title=HOSTILE[1], note=HOSTILE[2], subtitle=HOSTILE[3]))
    shown = "\n".join(texts(drawn))
    assert "<a" not in shown
    assert "<b>tebal" not in shown
    assert "&lt;b&gt;tebal&lt;/b&gt;" in shown
    assert "\u202e" not in shown


def test_empty_chart_says_so():
    drawn = figure(chart("bar", (), ()))
    assert "Belum ada data untuk pilihan ini." in texts(drawn)
    only_unknown = figure(chart("bar", ("A",), [Series("Konten", (None,))]))
    assert "Belum ada data untuk pilihan ini." in texts(only_unknown)


def test_days_are_categories_with_the_month_at_its_first():
    drawn = figure(chart("line", days(31), [Series("Konten", tuple(range(31)))]))
    axis = drawn["layout"]["xaxis"]
    assert axis["type"] == "category"
    assert axis["tickvals"][0] == "2024-09-01"
    assert axis["ticktext"][0] == "1<br>Sep 2024"
    assert axis["ticktext"][28] == "1<br>Okt 2024"
    assert axis["ticktext"][4] == "5"
    assert axis["ticktext"][5] == ""


def test_weeks_name_the_month_that_begins_among_them():
    weeks = ("2024-09-30", "2024-10-07", "2024-10-14")
    axis = figure(chart("heatmap", weeks, [Series("Dinas A", (1, 2, 3))]))["layout"]["xaxis"]
    assert axis["ticktext"] == ["Sep 2024<br>30", "Okt 2024<br>7", "14"]


def test_numbers_are_indonesian():
    drawn = figure(chart("bar", ("A", "B"), [Series("Konten", (1234, 1.5))], number_format="decimal", horizontal=True))
    assert drawn["layout"]["separators"] == ",."
    assert drawn["data"][0]["text"] == ["1.234", "1,5"]
    assert drawn["data"][0]["hovertext"][0] == "<b>A</b><br>1.234 konten"


def test_shares_are_whole_percents_on_marks_and_exact_on_touch():
    parts = [Series("Pimpinan", (0.125,), "pimpinan"), Series("Perangkat", (0.875,), "perangkat")]
    drawn = figure(chart("stacked", ("Dinas A",), parts, number_format="percent", horizontal=True, unit="unggahan"))
    assert [trace["text"] for trace in drawn["data"]] == [["12%"], ["88%"]]
    assert drawn["layout"]["uniformtext"] == {"mode": "hide", "minsize": 11}  # a part too narrow for it shows none
    assert drawn["data"][0]["hovertext"] == ["<b>Dinas A</b><br>Pimpinan: 12,5% (unggahan)"]
    assert drawn["layout"]["xaxis"]["range"] == [0, 1]
    assert drawn["layout"]["barmode"] == "stack"


def test_stack_of_counts_ends_with_its_sum():
    drawn = figure(chart("stacked", ("A", "B"), [Series("x", (1, None)), Series("y", (2, 4))], horizontal=True))
    assert drawn["data"][2]["text"] == [" 3", " 4"]


def test_states_of_a_heat_map_never_look_alike():
    codes = (
        "nihil",
        "belum_melapor",
        "belum_terbaca",
        "belum_lengkap",
        "libur",
        "dispensasi",
        "tanpa_akun",
        "di_luar_data",
        "belum_dinilai",
    )
    drawn = figure(chart("heatmap", days(10), [Series("Dinas A", (0, *[None] * 9))], states=(("", *codes),)))
    numbers, states, touch = drawn["data"]
    assert numbers["text"] == [["0", *[""] * 9]]
    assert states["text"] == [["", "N", "–", "!", "?", "L", "D", "×", "", "~"]]
    assert len({colour for _, colour in states["colorscale"]}) == 9
    assert touch["hovertext"][2] == "<b>Selasa, 3 September 2024</b><br>Dinas A: Belum melapor"
    legend = " ".join(texts(drawn))
    assert "<b>–</b> belum melapor" in legend
    assert "<b>N</b> nihil" in legend


def test_missing_is_not_zero():
    drawn = figure(chart("line", ("2024-08", "2024-09"), [Series("Konten", (None, 3))]))
    assert drawn["data"][0]["y"] == [None, 3]
    assert drawn["data"][0]["connectgaps"] is False
    assert drawn["data"][0]["hovertext"][0] == "<b>Agustus 2024</b><br>tidak ada data"


def test_row_without_bar_says_why():
    bars = chart("bar", ("A", "B"), [Series("Konten", (3, None))], states=(("", "belum_melapor"),), horizontal=True)
    drawn = figure(bars)
    assert drawn["data"][0]["x"] == [3, None]
    assert drawn["data"][1]["text"] == ["", " Belum melapor"]


@pytest.mark.parametrize("kind", ["bar", "stacked", "line", "heatmap"])
def test_marks_carry_the_filter_of_their_posts(kind):
    marks = (({"opd": "dinas-a", "dari": "2024-10-01"}, None),)
    drawn = figure(chart(kind, ("2024-10-01", "2024-10-02"), [Series("Dinas A", (1, 2))], marks=marks))
    carried = [target for trace in drawn["data"] for target in trace.get("customdata", ())]
    assert carried == ['{"dari": "2024-10-01", "opd": "dinas-a"}', ""]


def test_two_categories_of_one_name_stay_two():
    drawn = figure(chart("bar", ("Sama", "Sama"), [Series("Konten", (1, 2))], horizontal=True))
    assert len(set(drawn["data"][0]["y"])) == 2
    assert drawn["layout"]["yaxis"]["ticktext"] == ["Sama", "Sama"]


def test_long_names_stay_whole_and_high_enough():
    name = "Dinas Pemberdayaan Perempuan dan Perlindungan Anak"
    drawn = figure(chart("bar", [name] * 54, [Series("Konten", tuple(range(54)))], horizontal=True))
    label = drawn["layout"]["yaxis"]["ticktext"][0]
    assert label.replace("<br>", " ") == name
    assert drawn["layout"]["height"] > 54 * 28


def test_levels_and_events_are_named():
    lined = chart("bar", days(3), [Series("Konten", (1, 2, 3))], lines=(TargetLine("Target (asumsi)", 2.0),),
                  events=(Event("2024-09-02", "Arahan"), Event("2020-01-01", "di luar")))  # fmt: skip
    drawn = figure(lined)
    assert [(shape["y0"], shape["y1"]) for shape in drawn["layout"]["shapes"]] == [(2.0, 2.0), (0, 1)]
    shown = texts(drawn)
    assert "Target (asumsi): 2" in shown
    assert "①" in shown
    assert any("① 2 September 2024: Arahan" in text for text in shown)
    assert not any("di luar" in text for text in shown)


def test_a_level_above_all_values_is_on_the_axis():
    drawn = figure(chart("bar", ("A", "B"), [Series("Konten", (1, 2))], lines=(TargetLine("Target", 40),)))
    assert drawn["layout"]["yaxis"]["range"] == [0, 44.0]


def test_calendar_begins_weeks_on_monday():
    drawn = figure(chart("calendar", ("2024-10-06", "2024-10-07"), [Series("Dinas A", (1, 2))]))
    assert drawn["data"][2]["x"] == ["Min", "Sen"]
    assert drawn["data"][2]["y"] == ["2024-10/0", "2024-10/1"]


def test_what_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="needs 2 values"):
        figure(chart("bar", ("A", "B"), [Series("Konten", (1,))]))
    with pytest.raises(ValueError, match="needs 1 values"):
        figure(chart("bar", ("A",), [Series("Konten", (1,))], marks=((None, None),)))
    with pytest.raises(ValueError, match="two series"):
        figure(chart("scatter", ("A",), [Series("x", (1,))]))
    with pytest.raises(ValueError, match="5022 marks"):
        figure(chart("heatmap", days(62), [Series(f"OPD {n}", tuple(range(62))) for n in range(81)]))


def test_five_thousand_marks_are_drawn():
    drawn = figure(chart("heatmap", [str(n) for n in range(100)], [Series(f"OPD {n}", (1,) * 100) for n in range(50)]))
    assert len(drawn["data"][2]["x"]) == 5000


def test_only_the_picture_can_be_taken():
    settings = config(of_kind("bar", ("A",)), "capaian-target_2024-10")
    assert settings["modeBarButtons"] == [["toImage"]]
    assert settings["toImageButtonOptions"]["filename"] == "capaian-target_2024-10"
    assert settings["toImageButtonOptions"]["scale"] == 3
    assert settings["displaylogo"] is False


def test_a_heat_map_of_a_month_asks_for_room():
    month = chart("heatmap", days(31), [Series("Dinas A", (1,) * 31)])
    assert min_width(month) > 31 * 20
    assert min_width(of_kind("bar", ("A",))) == 330


def test_names_of_months_that_would_stand_on_each_other_are_left_out():
    weeks = ("2024-10-28", "2024-11-04", "2024-11-11", "2024-11-18", "2024-11-25")
    long = "Dinas Perumahan, Kawasan Permukiman dan Pertanahan"
    drawn = figure(chart("heatmap", weeks, [Series(long, (1,) * 5)]))
    assert drawn["layout"]["xaxis"]["ticktext"] == ["28", "Nov 2024<br>4", "11", "18", "25"]
