"""A Chart as a native chart of a slide: editable in the office's program, its data in a sheet behind it."""

from io import BytesIO
from typing import Any

from openpyxl import Workbook
from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Length, Pt

from charts.model import STATES, Chart
from charts.palette import GRID, INK, MUTED, PAPER, Look
from charts.wording import are_days, clean, day_of, short_month
from exports.safe import mask_ids
from exports.svg import is_dark
from exports.svg_axes import looks_of, ticks
from exports.workbook import put_text
from exports.zipped import without_clock

FORMATS = {"int": "#,##0", "decimal": "#,##0.0", "percent": "0%"}
INSIDE = {"int": "#,##0;-#,##0;;", "decimal": "#,##0.0;-#,##0.0;;", "percent": '[>=0.045]0%;""'}
"""Numbers on parts of a stack: none on a part of nothing or too narrow for it."""
_PATTERNS = {
    "/": MSO_PATTERN.WIDE_UPWARD_DIAGONAL,
    "\\": MSO_PATTERN.WIDE_DOWNWARD_DIAGONAL,
    "x": MSO_PATTERN.DIAGONAL_CROSS,
    ".": MSO_PATTERN.PERCENT_20,
    "-": MSO_PATTERN.LIGHT_HORIZONTAL,
    "|": MSO_PATTERN.LIGHT_VERTICAL,
    "+": MSO_PATTERN.LARGE_GRID,
}
_MARKERS = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "triangle-up": XL_MARKER_STYLE.TRIANGLE,
    "cross": XL_MARKER_STYLE.PLUS,
    "triangle-down": XL_MARKER_STYLE.TRIANGLE,
}
_DASHES = {
    "dash": MSO_LINE_DASH_STYLE.DASH,
    "dot": MSO_LINE_DASH_STYLE.ROUND_DOT,
    "dashdot": MSO_LINE_DASH_STYLE.DASH_DOT,
    "longdash": MSO_LINE_DASH_STYLE.LONG_DASH,
    "longdashdot": MSO_LINE_DASH_STYLE.LONG_DASH_DOT,
}


def plain(words: str) -> str:
    """Words of the data as a slide shows them: one line, cleaned, identity numbers masked."""
    return mask_ids(clean(words))


def colour_of(colour: str) -> RGBColor:
    """ "#0B5CAD" as python-pptx takes it."""
    return RGBColor.from_string(colour.lstrip("#"))


def add_chart(shapes: Any, chart: Chart, box: tuple[Length, Length, Length, Length], top: float) -> NativeChart:
    """Add the chart to the shapes of a slide within (left, top, width, height); `top` is the whole's largest value."""
    if chart.kind == "scatter":
        return _points(shapes, chart, box)
    names = [_name(chart, at) for at in range(len(chart.categories))]
    data = CategoryChartData(number_format=FORMATS[chart.number_format])
    data.categories = names
    rows = [(plain(series.name), series.values) for series in chart.series]
    if chart.kind == "line":
        rows += [(plain(level.label), (level.value,) * len(names)) for level in chart.lines]
    for name, values in rows:
        data.add_series(name, values)
    native = shapes.add_chart(_kind(chart), *box, data).chart
    native.part.chart_workbook.update_from_xlsx_blob(_sheet(("", *(name for name, _ in rows)), [
        (name, *(values[at] for _, values in rows)) for at, name in enumerate(names)
    ]))  # fmt: skip
    _dress(native, chart, top)
    for drawn, style in zip(native.plots[0].series, looks_of(chart), strict=False):
        _line(drawn, style) if chart.kind == "line" else _fill(drawn, style)
    for drawn in list(native.plots[0].series)[len(chart.series) :]:
        drawn.format.line.color.rgb = colour_of(INK)
        drawn.format.line.dash_style = MSO_LINE_DASH_STYLE.DASH
        drawn.marker.style, drawn.smooth = XL_MARKER_STYLE.NONE, False
    return native


def _kind(chart: Chart) -> Any:
    if chart.kind == "line":
        return XL_CHART_TYPE.LINE_MARKERS
    if chart.kind == "stacked":
        return XL_CHART_TYPE.BAR_STACKED if chart.horizontal else XL_CHART_TYPE.COLUMN_STACKED
    return XL_CHART_TYPE.BAR_CLUSTERED if chart.horizontal else XL_CHART_TYPE.COLUMN_CLUSTERED


def _name(chart: Chart, at: int) -> str:
    """A category in words; where nothing is known of it, with the word for why."""
    category = chart.categories[at]
    day, month = day_of(category), day_of(f"{category}-01")
    first = at == 0 or (day is not None and day.day == 1)
    of_month = f" {short_month(day)[:3]}" if day and first else ""
    name = f"{day.day}{of_month}" if day else short_month(month) if month else plain(category)
    reasons = {row[at] for row in chart.states}
    if len(reasons) == 1 and all(series.values[at] is None for series in chart.series):
        word = STATES.get(reasons.pop(), "")
        return f"{name} ({word.lower()})" if word else name
    return name


def _sheet(header: tuple[str, ...], rows: list[tuple[Any, ...]]) -> bytes:
    """The sheet behind a chart. Ours, because the library would write a name like =1+1 as a formula."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101  a new workbook has one sheet
    sheet.title = "Sheet1"
    for at, row in enumerate((header, *rows), 1):
        for column, value in enumerate(row, 1):
            if isinstance(value, str):
                put_text(sheet.cell(at, column), value)
            elif value is not None:
                sheet.cell(at, column).value = value
    buffer = BytesIO()
    book.save(buffer)
    return without_clock(buffer.getvalue())


def _dress(native: NativeChart, chart: Chart, top: float) -> None:
    native.has_title = False
    native.font.size, native.font.color.rgb = Pt(_size(chart)), colour_of(INK)
    native.has_legend = len(chart.series) > 1 or (chart.kind == "line" and bool(chart.lines))
    if native.has_legend:
        native.legend.position, native.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        native.legend.font.size = Pt(12)
    category, value = native.category_axis, native.value_axis
    category.format.line.color.rgb = colour_of(MUTED)
    category.tick_labels.font.size = Pt(_size(chart))
    if chart.horizontal:
        category.reverse_order = True
    _every_name(category)
    value.tick_labels.number_format, value.tick_labels.number_format_is_linked = FORMATS[chart.number_format], False
    value.tick_labels.font.size = Pt(10)
    value.format.line.fill.background()
    value.major_gridlines.format.line.color.rgb = colour_of(GRID)
    share = chart.kind == "stacked" and chart.number_format == "percent"
    least = min((v for series in chart.series for v in series.values if v is not None), default=0)
    steps = ticks(least, 1 if share else top, chart.number_format)
    value.minimum_scale, value.maximum_scale, value.major_unit = steps[0], steps[-1], steps[1] - steps[0]
    _label(native, chart)


def _every_name(category: Any) -> None:
    """Let the axis name every category: left alone, the office's program leaves out the neighbours of a long name."""
    axis = category._element
    skip = parse_xml('<c:tickLblSkip xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" val="1"/>')
    for tag in ("c:lblOffset", "c:lblAlgn", "c:auto", "c:crosses", "c:crossAx"):
        if (before := axis.find(qn(tag))) is not None:
            before.addnext(skip)
            return


def _label(native: NativeChart, chart: Chart) -> None:
    """Numbers on the marks: in white where the ground is dark and plain, left out where too many would overlap."""
    plot = native.plots[0]
    if chart.kind != "line":
        plot.gap_width = 40
        plot.overlap = 100 if chart.kind == "stacked" else -5
    if chart.kind != "stacked" and len(chart.categories) * len(chart.series) > 60:
        return
    for drawn, style in zip(plot.series, looks_of(chart), strict=False):
        labels = drawn.data_labels
        labels.show_value = True
        labels.number_format = (INSIDE if chart.kind == "stacked" else FORMATS)[chart.number_format]
        labels.number_format_is_linked, labels.font.size = False, Pt(10)
        if chart.kind == "stacked":
            labels.font.bold = bool(style.pattern)
            labels.font.color.rgb = colour_of(PAPER if is_dark(style.colour) else INK)
        elif chart.kind == "line":
            labels.position = XL_LABEL_POSITION.ABOVE
        else:
            labels.position = XL_LABEL_POSITION.OUTSIDE_END


def _size(chart: Chart) -> int:
    """Points of the names on the axis: smaller where many stand side by side or are long."""
    if are_days(chart.categories):
        return 9
    longest = max((len(name) for name in chart.categories), default=0)
    return 12 if len(chart.categories) <= 8 and longest <= 30 else 10 if longest <= 80 else 8


def _fill(drawn: Any, style: Look) -> None:
    drawn.invert_if_negative = False
    fill = drawn.format.fill
    if style.pattern:
        fill.patterned()
        fill.pattern = _PATTERNS[style.pattern]
        fill.fore_color.rgb, fill.back_color.rgb = colour_of("#FFFFFF"), colour_of(style.colour)
    else:
        fill.solid()
        fill.fore_color.rgb = colour_of(style.colour)


def _line(drawn: Any, style: Look) -> None:
    drawn.smooth = False
    drawn.format.line.color.rgb, drawn.format.line.width = colour_of(style.colour), Pt(2.25)
    if style.dash in _DASHES:
        drawn.format.line.dash_style = _DASHES[style.dash]
    drawn.marker.style, drawn.marker.size = _MARKERS[style.symbol], 7
    drawn.marker.format.fill.solid()
    drawn.marker.format.fill.fore_color.rgb = colour_of(style.colour)


def _points(shapes: Any, chart: Chart, box: tuple[Length, Length, Length, Length]) -> NativeChart:
    """One point a category, numbered; exports/slides.py lists the names in the notes."""
    along, up = chart.series
    known = [
        (at, x, y)
        for at, (x, y) in enumerate(zip(along.values, up.values, strict=True), 1)
        if x is not None and y is not None
    ]
    data = XyChartData(number_format=FORMATS[chart.number_format])
    series = data.add_series(plain(up.name))
    for _, x, y in known:
        series.add_data_point(x, y)
    native = shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *box, data).chart
    rows = [(x, y, f"{at}. {plain(chart.categories[at - 1])}") for at, x, y in known]
    native.part.chart_workbook.update_from_xlsx_blob(_sheet((plain(along.name), plain(up.name), "OPD"), rows))
    native.has_title = native.has_legend = False
    native.font.size = Pt(11)
    for axis, one in ((native.category_axis, along), (native.value_axis, up)):
        axis.has_title = True
        axis.axis_title.text_frame.text = plain(one.name)
        axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "General", False
        axis.major_gridlines.format.line.color.rgb = colour_of(GRID)
    drawn = native.plots[0].series[0]
    drawn.format.line.fill.background()
    drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.CIRCLE, 8
    for place, (at, _, _) in enumerate(known):
        label = drawn.points[place].data_label
        label.text_frame.text, label.position = str(at), XL_LABEL_POSITION.RIGHT
    return native
