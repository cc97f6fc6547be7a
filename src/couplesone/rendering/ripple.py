"""The ripple chart: one own change of the client above, what came back below, on the same weeks.

Neither panel is drawn as the cause of the other: they share the weeks and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from couplesone.rendering import panel
from couplesone.rendering.chart import Line
from couplesone.rendering.panel import Panel, printable, text, ticks

WIDTH, HEIGHT = 360, 420
_LEFT, _RIGHT = 34, 350
_ROW = 17
_EMPTY = "Nothing to show yet"


def ripple_chart(*, title: str, own: Line | None, responses: Sequence[Line], note: str) -> str:
    """Draw own change above responses as a self-contained, accessible SVG document; equal input, equal text.

    :param own: the client's own series; None draws an empty panel.
    :param responses: one line for each kind of response, told apart by marker and dashes.
    :param note: how the picture is to be read; part of its description.
    """
    drawn = [line for line in responses if line.points]
    weeks = [week for line in [*([own] if own else []), *drawn] for week, _ in line.points]
    marks: list[str] = []
    if weeks:
        span = min(weeks), max(weeks)
        marks += _panel([own] if own and own.points else [], span, top=62, bottom=150)
        marks += _panel(drawn, span, top=206, bottom=300)
        marks += _legend(drawn)
    else:
        marks.append(text((WIDTH / 2, HEIGHT / 2), _EMPTY, WIDTH, anchor="middle"))
    told = " ".join(chain((_course(line) for line in [*([own] if own else []), *drawn]), [note]))
    return "\n".join(
        [
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
                ' font-family="system-ui, sans-serif">'
            ),
            f"<title>{printable(title)}</title>",
            f"<desc>{printable(told)}</desc>",
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{panel.PAPER}"/>',
            text((_LEFT - 24, 24), title, WIDTH - 20, panel.TITLE),
            text((_LEFT - 24, 46), own.label if own else "Own change", WIDTH - 20, panel.HEADING),
            text((_LEFT - 24, 190), "What came back, as reported", WIDTH - 20, panel.HEADING),
            *marks,
            text((_RIGHT, HEIGHT - 8), "weeks", _RIGHT, anchor="end"),
            "</svg>\n",
        ]
    )


def _panel(lines: Sequence[Line], span: tuple[int, int], *, top: int, bottom: int) -> Iterator[str]:
    values = [value for line in lines for _, value in line.points]
    if not values:
        yield text((WIDTH / 2, (top + bottom) / 2), _EMPTY, WIDTH, anchor="middle")
        return
    low, high = min([0, *values]), max([1, *values])
    area = Panel(_LEFT, _RIGHT, top, bottom, *span, low=low, high=high)
    yield from area.axes(ticks(low, high, 5), strong=0)
    for line, style in zip(lines, panel.STYLES, strict=False):
        yield from area.line(line.points, line.every, style)


def _legend(lines: Sequence[Line]) -> Iterator[str]:
    for place, (line, style) in enumerate(zip(lines, panel.STYLES, strict=False)):
        y = 334 + _ROW * place
        yield style.stroke(f"M{_LEFT - 24} {y}h36")
        yield style.mark(_LEFT - 6, y)
        yield text((_LEFT + 20, y + 4), line.label, _RIGHT - _LEFT - 20, panel.LABEL)


def _course(line: Line) -> str:
    if not line.points:
        return f"{line.label}: nothing yet."
    (first, start), (last, end) = line.points[0], line.points[-1]
    return f"{line.label}: {panel.number(start)} in week {first}, {panel.number(end)} in week {last}."
