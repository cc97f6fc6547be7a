"""One panel of a chart as SVG marks: weeks run across, values run up.

Every mark is an SVG fragment. Numbers have one fixed format, so equal input gives equal bytes; words are
escaped; nothing refers outside the drawing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import count, pairwise
from math import ceil, floor, inf
from xml.sax.saxutils import escape

Place = tuple[float, float]
Point = tuple[int, float]

INK, QUIET_INK, PAPER, RULE, STRONG_RULE = "#1f2933", "#52606d", "#ffffff", "#dde2e8", "#9aa5b1"

_LETTER = 0.53  # mean width of a letter as a share of the type size, on the wide side for Latin text
HEADROOM = 20
"""Units above a panel that hold the captions of its shaded stretches."""

_TINY = 3  # letters that leave no room for an ellipsis
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Face:
    """How words look."""

    size: int
    ink: str
    weight: str = "normal"


TITLE, HEADING, LABEL, NOTE = Face(15, INK, "bold"), Face(12, INK, "bold"), Face(12, INK), Face(11, QUIET_INK)


@dataclass(frozen=True)
class Style:
    """How one line looks; dashes and marker tell it apart where colour cannot."""

    colour: str
    dashes: str
    marker: str
    filled: bool = True

    def mark(self, x: float, y: float) -> str:
        """Draw one marker."""
        fill = self.colour if self.filled else PAPER
        return (
            f'<path d="{self.marker}" transform="translate({number(x)} {number(y)})"'
            f' fill="{fill}" stroke="{self.colour}" stroke-width="1.5"/>'
        )

    def stroke(self, path: str) -> str:
        """Draw one line along an SVG path."""
        return (
            f'<path d="{path}" fill="none" stroke="{self.colour}" stroke-width="1.8"'
            f' stroke-linejoin="round" stroke-dasharray="{self.dashes}"/>'
        )


_CIRCLE, _SQUARE = "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z", "M-3.5-3.5h7v7h-7z"
PLAIN = Style(INK, "none", _CIRCLE)
STYLES = (
    Style("#005a9c", "none", _CIRCLE),
    Style("#b84300", "7 3", _SQUARE),
    Style("#00704f", "2 3", "M0-4.5L4.5 3.5h-9z"),
    Style("#8a2d6e", "9 3 2 3", "M0-5L5 0L0 5L-5 0z"),
    Style("#6b4e00", "4 4", "M0 4.5L4.5-3.5h-9z", filled=False),
    Style("#3d3d8f", "12 3", _CIRCLE, filled=False),
    Style("#a31621", "7 3 2 3 2 3", "M-3.5-3.5L3.5 3.5M-3.5 3.5L3.5-3.5"),
    Style("#4a5560", "1 2", _SQUARE, filled=False),
)
"""Styles for lines that share a panel, at least 4.5:1 in contrast on `PAPER`."""


def number(value: float) -> str:
    """Write a number with at most two decimals, no trailing zeros and never a minus zero."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def printable(words: str) -> str:
    """Escape words for SVG; what XML cannot carry becomes a replacement character."""
    return escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", words))


def fitted(words: str, room: float, face: Face) -> str:
    """Cut words to `room` units: with an ellipsis, or to their bare beginning where there is hardly any."""
    letters = max(1, floor(room / (_LETTER * face.size)))
    if len(words) <= letters:
        return words
    if letters <= _TINY:
        return words[:letters].partition(" ")[0]
    return words[: letters - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"


def text(place: Place, words: str, room: float, face: Face = NOTE, anchor: str = "start") -> str:
    """Place one line of words, cut to `room`."""
    shown = fitted(words, room, face)
    return (
        f'<text x="{number(place[0])}" y="{number(place[1])}" font-size="{face.size}"'
        f' font-weight="{face.weight}" fill="{face.ink}" text-anchor="{anchor}">{printable(shown)}</text>'
    )


def ticks(low: float, high: float, most: int) -> range:
    """Give at most `most` round numbers within a span, in steps of 1, 2 or 5 times a power of ten."""
    steps = (factor * 10**power for power in count() for factor in (1, 2, 5))
    step = next(step for step in steps if high / step - low / step < most)
    return range(ceil(Fraction(low) / step) * step, floor(high) + 1, step)  # a quotient of floats may vanish


@dataclass(frozen=True)
class Panel:
    """A plotting area: its box in units of the drawing, and the weeks and values that it spans."""

    left: float
    right: float
    top: float
    bottom: float
    first_week: int
    last_week: int
    low: float
    high: float

    def x(self, week: float) -> float:
        """Place a week; each week is a column, its middle the week's point."""
        share = (week - self.first_week + 0.5) / (self.last_week - self.first_week + 1)
        return self.left + share * (self.right - self.left)

    def y(self, value: float) -> float:
        """Place a value."""
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)

    def axes(self, values: Sequence[int], strong: int, *, signed: bool = False) -> Iterator[str]:
        """Rule the panel at `values`, the one called `strong` heavier, and number values and weeks."""
        for value in values:
            y = number(self.y(value))
            ink = STRONG_RULE if value == strong else RULE
            yield f'<path d="M{number(self.left)} {y}H{number(self.right)}" stroke="{ink}" fill="none"/>'
            figure = (f"{value:+d}" if signed and value else str(value)).replace("-", "\N{MINUS SIGN}")
            yield text((self.left - 6, self.y(value) + 4), figure, self.left, anchor="end")
        for week in ticks(self.first_week, self.last_week, 10):
            yield text((self.x(week), self.bottom + 14), str(week), self.right, anchor="middle")

    def shade(self, first_week: int, last_week: int, fill: str) -> Iterator[str]:
        """Shade a stretch of weeks, and `HEADROOM` above them, with a dashed edge at its start."""
        left, right = self.x(first_week - 0.5), self.x(last_week + 0.5)
        top, height = number(self.top - HEADROOM), number(self.bottom - self.top + HEADROOM)
        yield (
            f'<rect x="{number(left)}" y="{top}" width="{number(right - left)}" height="{height}"'
            f' fill="{fill}"/>'
            f'<path d="M{number(left)} {top}v{height}" stroke="{STRONG_RULE}" stroke-dasharray="3 3"/>'
        )

    def caption(self, label: str, first_week: int, last_week: int, free_from: int) -> str:
        """Name a shaded stretch in the headroom; where it is too narrow, reach back to week `free_from`."""
        left, right = self.x(first_week - 0.5) + 4, self.x(last_week + 0.5) - 2
        if fitted(label, right - left, NOTE) == label:
            return text((left, self.top - 7), label, right - left)
        return text((right, self.top - 7), label, right - self.x(free_from - 0.5) - 4, anchor="end")

    def line(self, points: Sequence[Point], every: int, style: Style, raised: float = 0) -> Iterator[str]:
        """Mark points, and join those at most `every` weeks apart, `raised` units above their true height."""
        places = [(self.x(week), self.y(value) - raised) for week, value in points]
        breaks = [
            later - earlier > every for earlier, later in pairwise([-inf, *(week for week, _ in points)])
        ]
        yield style.stroke(
            "".join(
                f"{'M' if broken else 'L'}{number(x)} {number(y)}"
                for (x, y), broken in zip(places, breaks, strict=True)
            )
        )
        yield from (style.mark(x, y) for x, y in places)
