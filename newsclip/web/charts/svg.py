"""Small charts as SVG, drawn on the server by pygal: no script, no other host, colours of the page, light and dark."""

from collections.abc import Sequence
from typing import Any

from lxml import etree

# Ours instead of pygal's, of which most is about hovering: a picture within a page gets no pointer.
_STYLE = """
text{fill:#57534a;stroke:none}
.background{fill:none}
.guide.line,.axis .line{stroke:#dcd8cd;fill:none}
.axis.x text,.no-data{text-anchor:middle}.axis.y text{text-anchor:end}
.columns .axis.x .guide,.bars .axis.x,.lines .axis.x .guide{stroke:none}
.color-0{stroke:#9b1c1c;fill:#9b1c1c}.color-1{stroke:#1b4f8f;fill:#1b4f8f}
.nofill{fill:none;stroke-width:2.5}.color-1 .nofill{stroke-dasharray:7 4}
.text-overlay text{fill:#fff;text-anchor:start}
@media (prefers-color-scheme:dark){text{fill:#b3ada0}.text-overlay text{fill:#171613}
.guide.line,.axis .line{stroke:#38352e}
.color-0{stroke:#f0958a;fill:#f0958a}.color-1{stroke:#9cc3f5;fill:#9cc3f5}}
"""
_SIZES = ("label_font_size", "major_label_font_size", "legend_font_size", "value_font_size")
_NARROW, _WIDE, _HEIGHT = 400, 640, 230  # within a rail, and below a list
_ROW = 34  # height of a bar with its name
_LONGEST_NAME = 24


def lines(named: Sequence[tuple[str, Sequence[tuple[float, int]]]], marks: Sequence[tuple[float, str]]) -> bytes:
    """Lines of whole numbers over time: the second is dashed. `marks`: what is written below, and where."""
    chart = _chart("XY", width=_NARROW, height=_HEIGHT, show_dots=False, legend_at_bottom=True)
    chart.x_labels = [{"value": at, "label": words} for at, words in marks]
    _whole_numbers(chart, [count for _, points in named for _, count in points])
    for name, points in named:
        chart.add(name, list(points))
    return _drawn(chart, "lines")


def columns(counts: Sequence[int], marks: dict[int, str]) -> bytes:
    """One column for each count. `marks`: what is written below some of them, by place."""
    chart = _chart("Bar", width=_WIDE, height=_HEIGHT, show_legend=False)
    chart.x_labels = [marks.get(place, "") for place in range(len(counts))]
    _whole_numbers(chart, counts)
    chart.add("", list(counts))
    return _drawn(chart, "columns")


def bars(named: Sequence[tuple[str, int]]) -> bytes:
    """A horizontal bar with its number for each name, the first on top; long names are cut."""
    shown = list(reversed(named))
    chart = _chart(
        "HorizontalBar", width=_NARROW, height=60 + _ROW * len(shown), show_legend=False, show_x_labels=False, spacing=6
    )
    chart.config(print_values=True, print_values_position="bottom", margin_right=50)
    chart.x_labels = [name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…" for name, _ in shown]
    chart.add("", [count for _, count in shown])
    return _drawn(chart, "bars")


def _chart(kind: str, **more: Any) -> Any:
    import pygal  # noqa: PLC0415 a tenth of a second of CPU, and most processes draw nothing

    return getattr(pygal, kind)(
        js=[],
        no_prefix=True,  # the same numbers give the same bytes, and so the same ETag
        css=[f"inline:{_STYLE}"],
        style=pygal.style.Style(font_family="system-ui,sans-serif", **dict.fromkeys(_SIZES, 13)),
        margin=8,
        margin_left=24,  # half of what is written below the first place
        margin_right=40,
        truncate_legend=-1,
        truncate_label=-1,
        **more,
    )


def _whole_numbers(chart: Any, counts: Sequence[int]) -> None:
    most = max([*counts, 1])
    step = max(1, -(-most // 4))
    chart.y_labels = range(0, most + step, step)


def _drawn(chart: Any, kind: str) -> bytes:
    """Without the scripts, comments and hover texts that pygal adds, which no picture needs."""
    root = chart.render_tree()
    etree.strip_elements(root, "{*}script", "{*}title", "{*}desc", etree.Comment, with_tail=False)
    for hidden in root.xpath("//*[@class='tooltip' or starts-with(@class, 'tooltip-overlay')] | //*[@class='no-data']"):
        hidden.getparent().remove(hidden)
    root.attrib.pop("id")
    root.set("class", kind)
    return bytes(etree.tostring(root))
