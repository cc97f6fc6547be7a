"""The progress chart: what a client set out to change, and one weekly series, on the same weeks.

Top: the level of each goal. Middle: the T-score of all goals. Bottom: the series over its shaded phases::

    +2 |          o----o        one line a goal, told apart by marker and dashes
     0 |     s----s
    -2 |o----o
    70 |     .---.----.         T-score
     6 |A baseline | B treatment | follow-up
     0 |           '-._____
        1    5     9    13      weeks
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, groupby, pairwise
from math import isfinite

from couplesone.rendering import panel
from couplesone.rendering.panel import Panel, Point, number, printable, text, ticks

__all__ = ["HEIGHT", "MAX_GOALS", "WIDTH", "Band", "Line", "progress_chart"]

WIDTH, HEIGHT = 360, 640
MAX_GOALS = len(panel.STYLES)
"""Goals drawn; the legend says how many more there are."""

_LEFT, _RIGHT = 34, 350
_LEGEND_ROW = 17
_T_HEADING, _SERIES_HEADING = 356, 464
_PHASE_FILLS = ("#edf0f4", "#fdf3dc", "#e4f1ea")
_EMPTY = "Nothing to show yet"
_MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True)
class Line:
    """A labelled line of (week, value) points in rising weeks.

    `every` is the rhythm of the points in weeks: where two are further apart, one is missing and the line
    breaks.

    :raises ValueError: weeks do not rise, a value is not finite, or `every` is less than 1.
    """

    label: str
    points: tuple[Point, ...]
    every: int = 1

    def __post_init__(self) -> None:
        """Check the points."""
        if any(later <= earlier for (earlier, _), (later, _) in pairwise(self.points)):
            raise ValueError("The points of a line come in rising weeks, one a week.")
        if not all(isfinite(value) for _, value in self.points):
            raise ValueError("The values of a line are finite numbers.")
        if self.every < 1:
            raise ValueError(f"The points of a line are at least one week apart, not {self.every}.")


@dataclass(frozen=True)
class Band:
    """A labelled stretch of weeks, both ends included.

    :raises ValueError: it ends before it begins.
    """

    label: str
    first_week: int
    last_week: int

    def __post_init__(self) -> None:
        """Check the weeks."""
        if self.last_week < self.first_week:
            raise ValueError(f"A band ends in week {self.last_week}, before it begins in {self.first_week}.")


def progress_chart(
    *, title: str, goals: Sequence[Line], t_scores: Line, series: Line, phases: Sequence[Band]
) -> str:
    """Draw the progress of one client as a self-contained, accessible SVG document.

    The drawing is `WIDTH` by `HEIGHT` units and scales to its container; it is readable from 320 px. Equal
    input gives equal text. A panel without points, or a chart without any, says so.

    :param title: heading and accessible name.
    :param goals: one line a goal, levels -2 to +2; the first `MAX_GOALS` are drawn, all are described.
    :param t_scores: T-scores of the goals taken together.
    :param series: the weekly series, in its own unit, which its label names.
    :param phases: the phases of the series, as A, B and follow-up.
    :returns: the text of an `svg` element with a title, a description in words and an opaque background.
    :raises ValueError: a goal has a level outside -2 to +2.
    """
    lines = [*goals, t_scores, series]
    if any(abs(level) > 2 for goal in goals for _, level in goal.points):
        raise ValueError("A goal's levels run from -2 to +2.")
    weeks = [week for line in lines for week, _ in line.points]
    if weeks:
        weeks += [week for phase in phases for week in (phase.first_week, phase.last_week)]
        span = min(weeks), max(weeks)
        marks = [
            *_goal_panel(goals, span),
            *_t_panel(t_scores, span),
            *_series_panel(series, phases, span),
            text((_RIGHT, HEIGHT - 6), "weeks", _RIGHT, anchor="end"),
        ]
        told = _description(goals, t_scores, series, phases)
    else:
        marks = [_nothing(HEIGHT / 2)]
        told = f"{_EMPTY}."
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
            *marks,
            "</svg>\n",
        ]
    )


def _goal_panel(goals: Sequence[Line], span: tuple[int, int]) -> Iterator[str]:
    drawn, left_out = goals[:MAX_GOALS], len(goals[MAX_GOALS:])
    legend_top = _T_HEADING - 14 - _LEGEND_ROW * (len(drawn) + bool(left_out))
    area = Panel(_LEFT, _RIGHT, 60, legend_top - 26, *span, low=-2.4, high=2.4)
    yield _heading(48, "Goals: level reached (0 = as expected)")
    if any(goal.points for goal in drawn):
        yield from area.axes(range(-2, 3), strong=0, signed=True)
    else:
        yield _nothing((area.top + area.bottom) / 2)
    # Goals often share a level: side by side within the middle of a level, every line stays in sight.
    apart = min(6, 0.4 * (area.y(0) - area.y(1)) / max(1, len(drawn)))
    for place, (goal, style) in enumerate(zip(drawn, panel.STYLES, strict=False)):
        yield from area.line(goal.points, goal.every, style, raised=apart * ((len(drawn) - 1) / 2 - place))
        y = legend_top + _LEGEND_ROW * place
        yield style.stroke(f"M{_LEFT - 24} {y}h36")
        yield style.mark(_LEFT - 6, y)
        yield text((_LEFT + 20, y + 4), goal.label, _RIGHT - _LEFT - 20, panel.LABEL)
    if left_out:
        y = legend_top + _LEGEND_ROW * len(drawn) + 4
        yield text((_LEFT + 20, y), f"and {left_out} more, not drawn", _RIGHT - _LEFT - 20)


def _t_panel(scores: Line, span: tuple[int, int]) -> Iterator[str]:
    values = [value for _, value in scores.points]
    area = Panel(
        _LEFT,
        _RIGHT,
        _T_HEADING + 10,
        _T_HEADING + 70,
        *span,
        low=min([20, *values]),
        high=max([80, *values]),
    )
    yield _heading(_T_HEADING, f"{scores.label} (50 = as expected)")
    if not scores.points:
        yield _nothing((area.top + area.bottom) / 2)
        return
    yield from area.axes((30, 50, 70), strong=50)
    yield from area.line(scores.points, scores.every, panel.PLAIN)


def _series_panel(series: Line, phases: Sequence[Band], span: tuple[int, int]) -> Iterator[str]:
    values = [value for _, value in series.points]
    low, high = min([0, *values]), max([1, *values])
    area = Panel(_LEFT, _RIGHT, _SERIES_HEADING + 32, HEIGHT - 32, *span, low=low, high=high)
    yield _heading(_SERIES_HEADING, series.label)
    free_from = span[0]
    for phase, fill in zip(phases, cycle(_PHASE_FILLS), strict=False):
        yield from area.shade(phase.first_week, phase.last_week, fill)
        yield area.caption(phase.label, phase.first_week, phase.last_week, free_from)
        free_from = phase.last_week + 1
    if not series.points:
        yield _nothing((area.top + area.bottom) / 2)
        return
    yield from area.axes(ticks(low, high, 6), strong=0)
    # By the custom of single-case graphs, phases are not joined.
    for _, run in groupby(series.points, key=lambda point: _phase_of(point[0], phases)):
        yield from area.line(tuple(run), series.every, panel.PLAIN)


def _phase_of(week: int, phases: Sequence[Band]) -> Band | None:
    return next((phase for phase in phases if phase.first_week <= week <= phase.last_week), None)


def _heading(y: float, words: str) -> str:
    return text((_LEFT - 24, y), words, WIDTH - 20, panel.HEADING)


def _nothing(y: float) -> str:
    return text((WIDTH / 2, y), _EMPTY, WIDTH, anchor="middle")


def _description(goals: Sequence[Line], t_scores: Line, series: Line, phases: Sequence[Band]) -> str:
    told = [_course(line) for line in (*goals, t_scores, series)]
    told += [f"{phase.label}: weeks {phase.first_week} to {phase.last_week}." for phase in phases]
    return " ".join(told)


def _course(line: Line) -> str:
    if not line.points:
        return f"{line.label}: {_EMPTY.lower()}."
    ends = dict.fromkeys((line.points[0], line.points[-1]))
    told = ", ".join(f"{number(value).replace('-', _MINUS)} in week {week}" for week, value in ends)
    return f"{line.label}: {told}."
