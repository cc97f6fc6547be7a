"""The progress chart, read back as a drawing: what is marked, joined, named, escaped and left out."""

import re
from collections.abc import Sequence
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from couplesone.rendering.chart import HEIGHT, MAX_GOALS, WIDTH, Band, Line, progress_chart
from couplesone.rendering.panel import NOTE, PAPER, STYLES, Panel, fitted, number, ticks

SVG = "{http://www.w3.org/2000/svg}"
EMPTY = "Nothing to show yet"
NO_SCORES, NO_SERIES = Line("T-score", ()), Line("Pressure a week", ())

GOALS = (
    Line("Less criticising", ((1, -1), (5, -1), (9, 0), (13, 1), (16, 1)), every=4),
    Line("More evenings of my own", ((1, -1), (5, 0), (9, 1)), every=4),
)
SCORES = Line("T-score", ((1, 36.78), (9, 54.41), (16, 61.02)), every=8)
PRESSURE = Line("Pressure a week", tuple(enumerate([6, 5, 7, 6, 6, 5, 4, 3, 3, 2, 2, 1, 1], start=1)))
PHASES = (Band("A baseline", 1, 5), Band("B treatment", 6, 13), Band("Follow-up", 14, 20))


def draw(
    *,
    title: str = "Progress",
    goals: Sequence[Line] = GOALS,
    t_scores: Line = SCORES,
    series: Line = PRESSURE,
    phases: Sequence[Band] = PHASES,
) -> ET.Element:
    return ET.fromstring(
        progress_chart(title=title, goals=goals, t_scores=t_scores, series=series, phases=phases)
    )


def words(svg: ET.Element) -> list[str]:
    return [element.text or "" for element in svg.iter(f"{SVG}text")]


def description(svg: ET.Element) -> str:
    return svg.findtext(f"{SVG}desc") or ""


def markers(svg: ET.Element) -> list[tuple[str, float, float]]:
    """Marker shape and place, in the order drawn, those of the legend included."""
    found = []
    for element in svg.iter(f"{SVG}path"):
        place = re.fullmatch(r"translate\(([\d.]+) ([\d.]+)\)", element.get("transform", ""))
        if place:
            found.append((element.attrib["d"], float(place[1]), float(place[2])))
    return found


def lines(svg: ET.Element) -> list[list[list[tuple[float, float]]]]:
    """The data lines: each a list of unbroken runs of places."""
    paths = [
        e.attrib["d"]
        for e in svg.iter(f"{SVG}path")
        if e.get("stroke-linejoin") and "h36" not in e.attrib["d"]
    ]
    return [
        [
            [(float(x), float(y)) for x, y in (place.split() for place in run.split("L"))]
            for run in path.split("M")[1:]
        ]
        for path in paths
    ]


# Accessible, self-contained, the same every time


def test_the_drawing_is_an_image_with_a_name_and_a_description() -> None:
    svg = draw(title="Progress since March")
    assert svg.tag == f"{SVG}svg"
    assert svg.get("role") == "img"
    assert [child.tag for child in svg[:2]] == [f"{SVG}title", f"{SVG}desc"]
    assert svg.findtext(f"{SVG}title") == "Progress since March"


def test_the_description_tells_each_course_and_phase_in_words() -> None:
    assert description(draw()) == (
        "Less criticising: \N{MINUS SIGN}1 in week 1, 1 in week 16. "
        "More evenings of my own: \N{MINUS SIGN}1 in week 1, 1 in week 9. "
        "T-score: 36.78 in week 1, 61.02 in week 16. "
        "Pressure a week: 6 in week 1, 1 in week 13. "
        "A baseline: weeks 1 to 5. B treatment: weeks 6 to 13. Follow-up: weeks 14 to 20."
    )


def test_a_single_point_is_told_once() -> None:
    told = description(draw(goals=[], t_scores=Line("T-score", ((1, 50.0),)), series=NO_SERIES, phases=[]))
    assert told == "T-score: 50 in week 1. Pressure a week: nothing to show yet."


def test_the_view_box_is_fixed_and_the_background_opaque() -> None:
    for svg in (draw(), draw(goals=[]), draw(goals=GOALS * 6)):
        assert svg.get("viewBox") == f"0 0 {WIDTH} {HEIGHT}"
        background = next(svg.iter(f"{SVG}rect"))
        assert background.attrib == {"width": str(WIDTH), "height": str(HEIGHT), "fill": PAPER}
        assert "opacity" not in ET.tostring(svg, encoding="unicode")


def test_the_type_is_readable_at_320_pixels() -> None:
    sizes = {int(element.attrib["font-size"]) for element in draw().iter(f"{SVG}text")}
    assert min(sizes) * 320 / WIDTH > 9


def test_nothing_runs_and_nothing_is_fetched() -> None:
    hostile = '<script>alert(1)</script><image href="https://example.org/x"/>'
    svg = draw(title=hostile, goals=[Line(hostile, ((1, 0),))], phases=[Band(hostile, 1, 13)])
    assert {element.tag for element in svg.iter()} == {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "rect", "path", "text")
    }
    attributes = {(name, value) for element in svg.iter() for name, value in element.attrib.items()}
    assert not [name for name, _ in attributes if name.startswith("on") or "href" in name or name == "style"]
    assert not [value for _, value in attributes if "url(" in value or "//" in value]


def test_equal_input_gives_equal_text() -> None:
    def once() -> str:
        return progress_chart(title="P", goals=GOALS, t_scores=SCORES, series=PRESSURE, phases=PHASES)

    assert once() == once()
    assert not re.search(r"\d\.\d{3}|e-\d|nan|inf\b", once())


@given(st.text(), st.text(), st.text(st.characters()))
def test_any_words_survive_in_the_drawing(title: str, label: str, phase: str) -> None:
    svg = draw(title=title, goals=[Line(label, ((1, 0),))], phases=[Band(phase, 1, 3)])
    for given_words in (title, label, phase):
        readable = re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", given_words)
        readable = re.sub("\r\n?", "\n", readable)
        assert readable in (svg.findtext(f"{SVG}title") or "") + description(svg)


def test_words_are_escaped_as_text() -> None:
    label = "Ask <once> & listen"
    svg = draw(goals=[Line(label, ((1, 0),))])
    assert label in words(svg)
    assert label in description(svg)


# Goals


def test_every_style_differs_in_dashes_and_in_marker_and_can_be_read_on_paper() -> None:
    for one, other in combinations(STYLES, 2):
        assert one.dashes != other.dashes
        assert (one.marker, one.filled) != (other.marker, other.filled)
        assert one.colour != other.colour
    assert all(contrast(style.colour) >= 4.5 for style in STYLES)


def contrast(colour: str) -> float:
    """WCAG 2 contrast of a colour on white."""
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_the_legend_names_every_goal_with_its_own_marker() -> None:
    svg = draw(t_scores=NO_SCORES, series=NO_SERIES)
    assert [goal.label for goal in GOALS if goal.label in words(svg)] == [goal.label for goal in GOALS]
    circles, squares = ([m for m in markers(svg) if m[0] == style.marker] for style in STYLES[:2])
    assert (len(circles), len(squares)) == (5 + 1, 3 + 1)


def test_a_higher_level_is_drawn_higher_and_a_later_week_further_right() -> None:
    [[places]] = lines(
        draw(goals=[Line("One", tuple(enumerate(range(-2, 3))))], t_scores=NO_SCORES, series=NO_SERIES)
    )
    assert places == sorted(places)
    heights = [y for _, y in places]
    assert heights == sorted(heights, reverse=True)
    steps = {round(b - a, 1) for a, b in pairwise(heights)}
    assert len(steps) == 1


@pytest.mark.parametrize("how_many", [2, 3, 5, 8])
def test_goals_on_one_level_stay_in_sight_and_nearer_to_it_than_to_the_next(how_many: int) -> None:
    goals = [Line(f"Goal {n}", ((1, 0), (2, 0))) for n in range(how_many)]
    svg = draw(goals=goals, t_scores=NO_SCORES, series=NO_SERIES, phases=[])
    heights = [run[0][1] for [run] in lines(svg)]
    assert len(set(heights)) == how_many
    rules = [
        float(e.attrib["d"].split()[1].split("H")[0]) for e in svg.iter(f"{SVG}path") if "H" in e.attrib["d"]
    ]
    level = rules[2]
    assert all(abs(height - level) <= abs(rules[1] - level) / 4 for height in heights)
    assert sum(heights) / how_many == pytest.approx(level, abs=0.01)


def test_goals_beyond_the_styles_are_counted_in_the_legend_and_described() -> None:
    goals = [Line(f"Goal {n}", ((1, 0),)) for n in range(MAX_GOALS + 3)]
    svg = draw(goals=goals)
    assert "and 3 more, not drawn" in words(svg)
    assert f"Goal {MAX_GOALS - 1}" in words(svg)
    assert f"Goal {MAX_GOALS}" not in words(svg)
    assert f"Goal {MAX_GOALS + 2}: 0 in week 1." in description(svg)


def test_as_many_goals_as_styles_leave_none_out() -> None:
    svg = draw(goals=[Line(f"Goal {n}", ((1, 0),)) for n in range(MAX_GOALS)])
    assert not [label for label in words(svg) if "not drawn" in label]


def test_the_levels_are_numbered_with_their_signs() -> None:
    labels = words(draw(t_scores=NO_SCORES, series=NO_SERIES))
    assert [label for label in labels if re.fullmatch(r"[+\N{MINUS SIGN}][12]|0", label)] == [
        "\N{MINUS SIGN}2",
        "\N{MINUS SIGN}1",
        "0",
        "+1",
        "+2",
    ]


# Lines and their gaps


def test_a_missing_week_breaks_the_line() -> None:
    series = Line("Pressure", ((1, 3), (2, 2), (4, 1), (5, 1)))
    [[first, second]] = lines(draw(goals=[], t_scores=NO_SCORES, series=series, phases=[]))
    assert (len(first), len(second)) == (2, 2)


def test_a_rhythm_of_several_weeks_is_joined_until_it_is_missed() -> None:
    goal = Line("Goal", ((1, 0), (5, 0), (9, 0), (14, 0)), every=4)
    [runs] = lines(draw(goals=[goal], t_scores=NO_SCORES, series=NO_SERIES, phases=[]))
    assert [len(run) for run in runs] == [3, 1]


def test_the_t_score_has_its_own_line() -> None:
    svg = draw(goals=[], series=NO_SERIES, phases=[])
    [[run]] = lines(svg)
    assert len(run) == 3
    assert "T-score (50 = as expected)" in words(svg)


def test_phases_of_the_series_are_not_joined() -> None:
    drawn = lines(draw(goals=[], t_scores=NO_SCORES))
    assert [[len(run) for run in runs] for runs in drawn] == [[5], [8]]


def test_points_outside_every_phase_are_drawn_all_the_same() -> None:
    drawn = lines(draw(goals=[], t_scores=NO_SCORES, phases=[Band("A", 3, 5)]))
    assert [[len(run) for run in runs] for runs in drawn] == [[2], [3], [8]]


def test_every_point_is_marked() -> None:
    svg = draw()
    points = sum(len(line.points) for line in (*GOALS, SCORES, PRESSURE))
    assert len(markers(svg)) == points + len(GOALS)


def test_all_panels_share_their_weeks() -> None:
    goal, score, series = (Line(label, ((7, 1),)) for label in ("Goal", "T-score", "Pressure"))
    svg = draw(goals=[goal], t_scores=score, series=series)
    assert len({run[0][0] for [run] in lines(svg)}) == 1


any_week = st.sets(st.integers(-20, 400), max_size=30)
any_value = st.floats(-1000, 1000)


@given(any_week, any_week, st.data())
def test_nothing_is_drawn_outside_the_drawing(
    goal_weeks: set[int], series_weeks: set[int], data: st.DataObject
) -> None:
    def line(label: str, weeks: set[int], values: st.SearchStrategy[float]) -> Line:
        return Line(label, tuple((week, data.draw(values)) for week in sorted(weeks)))

    first = data.draw(st.integers(-20, 400))
    svg = draw(
        goals=[line("Goal", goal_weeks, st.integers(-2, 2))] * data.draw(st.integers(0, 12)),
        t_scores=line("T-score", goal_weeks, st.floats(0, 100)),
        series=line("Series", series_weeks, any_value),
        phases=[Band("A baseline", first, first + data.draw(st.integers(0, 40)))],
    )
    places = [(x, y) for _, x, y in markers(svg)]
    places += [(float(e.attrib["x"]), float(e.attrib["y"])) for e in svg.iter(f"{SVG}text")]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in places)


# Phases


def test_phases_are_shaded_side_by_side_in_different_shades_and_labelled() -> None:
    svg = draw()
    shades = list(svg.iter(f"{SVG}rect"))[1:]
    assert len({shade.attrib["fill"] for shade in shades}) == 3
    for left, right in pairwise(shades):
        end = float(left.attrib["x"]) + float(left.attrib["width"])
        assert end == pytest.approx(float(right.attrib["x"]), abs=0.02)
    assert {phase.label for phase in PHASES} <= set(words(svg))


def test_a_phase_holds_its_points() -> None:
    svg = draw(goals=[], t_scores=NO_SCORES)
    shades = list(svg.iter(f"{SVG}rect"))[1:]
    for shade, [run] in zip(shades, lines(svg), strict=False):
        left, width = float(shade.attrib["x"]), float(shade.attrib["width"])
        assert all(left < x < left + width for x, _ in run)


def test_a_narrow_phase_is_named_in_the_empty_weeks_before_it() -> None:
    phases = [Band("A baseline", 1, 5), Band("B treatment", 6, 30), Band("Follow-up", 68, 68)]
    svg = draw(phases=phases)
    [label] = [e for e in svg.iter(f"{SVG}text") if e.text == "Follow-up"]
    assert label.get("text-anchor") == "end"


def test_a_narrow_phase_without_room_keeps_its_letter() -> None:
    assert "A" in words(draw(phases=[Band("A baseline", 1, 4), Band("B treatment", 5, 80)]))


# Nothing to show


def test_no_points_at_all_say_so() -> None:
    svg = draw(goals=[Line("Goal", ())], t_scores=NO_SCORES, series=NO_SERIES)
    assert words(svg) == ["Progress", EMPTY]
    assert description(svg) == f"{EMPTY}."
    assert svg.get("role") == "img"


def test_each_panel_says_for_itself_that_it_is_empty() -> None:
    assert words(draw()).count(EMPTY) == 0
    assert words(draw(goals=[])).count(EMPTY) == 1
    assert words(draw(goals=[Line("Goal", ())])).count(EMPTY) == 1
    assert words(draw(t_scores=NO_SCORES)).count(EMPTY) == 1
    assert words(draw(series=NO_SERIES)).count(EMPTY) == 1
    assert words(draw(goals=[], t_scores=NO_SCORES)).count(EMPTY) == 2


def test_a_goal_without_a_rating_stays_in_the_legend() -> None:
    svg = draw(goals=[*GOALS, Line("Not rated yet", ())])
    assert "Not rated yet" in words(svg)
    assert "Not rated yet: nothing to show yet." in description(svg)


# Bad input


@pytest.mark.parametrize("points", [((2, 1), (1, 1)), ((1, 1), (1, 2))])
def test_weeks_that_do_not_rise_are_refused(points: tuple[tuple[int, float], ...]) -> None:
    with pytest.raises(ValueError, match=r"^The points of a line come in rising weeks, one a week\.$"):
        Line("Pressure", points)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_values_that_are_not_numbers_are_refused(value: float) -> None:
    with pytest.raises(ValueError, match=r"^The values of a line are finite numbers\.$"):
        Line("Pressure", ((1, value),))


def test_a_rhythm_of_no_weeks_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^The points of a line are at least one week apart, not 0\.$"):
        Line("Pressure", (), every=0)


def test_a_band_that_ends_before_it_begins_is_refused() -> None:
    assert Band("A", 5, 5).last_week == 5
    with pytest.raises(ValueError, match=r"^A band ends in week 4, before it begins in 5\.$"):
        Band("A", 5, 4)


@pytest.mark.parametrize("level", [-3, 2.5])
def test_a_level_off_the_scale_is_refused(level: float) -> None:
    with pytest.raises(ValueError, match=r"^A goal's levels run from -2 to \+2\.$"):
        draw(goals=[Line("Goal", ((1, level),))])


# The marks


@pytest.mark.parametrize(
    ("value", "figure"),
    [
        (3, "3"),
        (3.1, "3.1"),
        (36.784, "36.78"),
        (100, "100"),
        (-0.001, "0"),
        (0, "0"),
        (-2, "-2"),
        (1e6, "1000000"),
    ],
)
def test_numbers_have_one_format(value: float, figure: str) -> None:
    assert number(value) == figure


@pytest.mark.parametrize(
    ("low", "high", "most", "expected"),
    [
        (0, 5, 6, [0, 1, 2, 3, 4, 5]),
        (0, 6, 6, [0, 2, 4, 6]),
        (1, 18, 10, [2, 4, 6, 8, 10, 12, 14, 16, 18]),
        (1, 68, 10, [10, 20, 30, 40, 50, 60]),
        (-3, 3, 7, [-3, -2, -1, 0, 1, 2, 3]),
        (0, 0.5, 6, [0]),
        (4, 4, 10, [4]),
        (0, 950, 6, [0, 200, 400, 600, 800]),
    ],
)
def test_ticks_are_round_and_few(low: float, high: float, most: int, expected: list[int]) -> None:
    assert list(ticks(low, high, most)) == expected


@given(any_value, st.floats(0, 1000), st.integers(2, 12))
@example(5e-324, 2.0, 2)
def test_ticks_lie_within_their_span(low: float, width: float, most: int) -> None:
    found = ticks(low, low + width, most)
    assert len(found) <= most
    assert all(low <= tick <= low + width for tick in found)


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (200, "A baseline"),
        (58.4, "A baseline"),
        (58.2, "A baseli\N{HORIZONTAL ELLIPSIS}"),
        (25, "A b\N{HORIZONTAL ELLIPSIS}"),
        (20, "A"),
        (0, "A"),
        (-5, "A"),
    ],
)
def test_words_are_cut_to_their_room(room: float, shown: str) -> None:
    assert fitted("A baseline", room, NOTE) == shown


def test_a_panel_puts_weeks_in_columns_and_values_upwards() -> None:
    panel = Panel(left=10, right=50, top=0, bottom=100, first_week=1, last_week=4, low=0, high=10)
    assert [panel.x(week) for week in (0.5, 1, 4, 4.5)] == [10, 15, 45, 50]
    assert [panel.y(value) for value in (0, 5, 10)] == [100, 50, 0]
