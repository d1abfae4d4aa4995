"""The colours of the house for charts, told apart by lightness too: on a grey print and by every eye."""

from opsreport.charts.axes import crossed, drawn_as
from opsreport.charts.lettering import plain
from opsreport.document import Chart, ChartKind, ChartSeries, Drawn

# As in templates/shared/print.css.
INK = "#222d38"
QUIET = "#66727d"
NAVY = "#1b3a5c"
VERMILION = "#b5392b"
GREEN = "#3f7d58"
GRID = "#e4e8ec"
AXIS = "#9aa5af"
PAPER = "#ffffff"

PALE = "#c7d3df"
STEEL = "#5b7fa3"
OCHRE = "#d09a45"
PLUM = "#7d5a86"
SAND = "#e3cda6"
MOSS = "#8fae98"

BARS = (NAVY, OCHRE, STEEL, PALE, PLUM, SAND, GREEN, MOSS)
LINES = (NAVY, VERMILION, OCHRE, STEEL, GREEN, PLUM)
LINES_OVER_BARS = (VERMILION, OCHRE, GREEN, PLUM)
RAMP = (NAVY, "#355b83", STEEL, "#86a2bd", "#aebfd1", PALE, "#dae2ea", "#e9eef3")
"""One colour from dark to light, for the parts of a whole and the stages of a funnel."""

_FEW = ((), (0,), (0, 4), (0, 2, 4), (0, 2, 3, 5))

RISE, FALL, TOTAL = VERMILION, GREEN, NAVY
"""As elsewhere in the house: what adds is red, what takes away is green."""

AIM, NOW = "目标", "本期"

_BESIDE_NOW = (PALE, OCHRE, STEEL, SAND, MOSS, PLUM)

DARK = frozenset({NAVY, VERMILION, GREEN, PLUM, STEEL, "#355b83"})
"""The colours that words on them are white on."""


def is_aim(series: ChartSeries) -> bool:
    """Whether a series is what was aimed at: drawn hollow or dashed, so that it is known without colour."""
    return plain(series.name).endswith(AIM)


def colours_of(chart: Chart) -> tuple[str, ...]:
    """One colour for each series of a chart; its parts of a whole are coloured by `ramp` instead.

    Hollow bars have the colour of the paper, and that of their outline is among `rims_of`.
    """
    filled = zip(_colours(chart), rims_of(chart), strict=True)
    return tuple(PAPER if rim else colour for colour, rim in filled)


def rims_of(chart: Chart) -> tuple[str, ...]:
    """The colour of the outline of each series whose bars are hollow; empty for the others.

    The pieces of a pile stay filled, since an outline would hide where one ends; and so do aims that have
    nothing else beside them.
    """
    told_apart = chart.kind in (ChartKind.BAR, ChartKind.BAR_LINE) and not all(map(is_aim, chart.series))
    return tuple(
        ink_of(colour) if told_apart and is_aim(series) and drawn_as(chart, series) is Drawn.BAR else ""
        for series, colour in zip(chart.series, _colours(chart), strict=True)
    )


def _colours(chart: Chart) -> tuple[str, ...]:
    """One colour for each series.

    Bars of 本期 are the dark ones. Where none are called so, the second kind is dark, mostly this year beside
    the last, but not where it is the target of the first. Bars that a line runs through are pale.
    """
    lines = [drawn_as(chart, series) is Drawn.LINE for series in chart.series]
    bars = len(lines) - sum(lines)
    of_bars = _of_bars(chart, bars)
    of_lines = LINES_OVER_BARS if bars else LINES
    colours, taken = [], {True: 0, False: 0}
    for line in lines:
        colours.append(_colour(of_lines if line else of_bars, taken[line]))
        taken[line] += 1
    return tuple(colours)


def main_category(chart: Chart) -> int | None:
    """Where 本期 stands in a comparison of one metric, whose other bars are what it is compared with."""
    names = [plain(name) for name in chart.categories]
    alone = chart.kind is ChartKind.BAR and len(chart.series) == 1 and names.count(NOW) == 1
    return names.index(NOW) if alone and len(names) > 1 else None


def bar_colours(chart: Chart) -> tuple[str, ...]:
    """One colour for each bar where the bars of a series differ: 本期 is dark, the others are pale."""
    main = main_category(chart)
    if main is None:
        return ()
    return tuple(NAVY if at == main else PALE for at in range(len(chart.categories)))


def main_series(chart: Chart) -> int | None:
    """Which of several kinds of bars is 本期."""
    names = [plain(series.name) for series in chart.series if drawn_as(chart, series) is Drawn.BAR]
    return names.index(NOW) if len(names) > 1 and names.count(NOW) == 1 else None


def _of_bars(chart: Chart, bars: int) -> tuple[str, ...]:
    if bars == 1 and crossed(chart):
        return (PALE,)
    main = main_series(chart)
    if chart.kind is not ChartKind.STACKED and main is not None:
        return (*_BESIDE_NOW[:main], NAVY, *_BESIDE_NOW[main:])
    if chart.kind is ChartKind.STACKED or bars not in (2, 3):
        return BARS
    last = next(each for each in reversed(chart.series) if drawn_as(chart, each) is Drawn.BAR)
    return (NAVY, PALE) if bars == 2 and plain(last.name).endswith(AIM) else (PALE, NAVY, OCHRE)


def _colour(offered: tuple[str, ...], at: int) -> str:
    """The next colour; once all are taken they come again, dark ones lighter and light ones darker."""
    rounds, place = divmod(at, len(offered))
    colour = offered[place]
    shades = [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
    if rounds % 2:
        shades = (
            [255 - (255 - s) * 5 // 9 for s in shades] if colour in DARK else [s * 5 // 9 for s in shades]
        )
    return "#" + "".join(f"{shade:02x}" for shade in shades)


def ramp(parts: int) -> tuple[str, ...]:
    """Colours from dark to light; a whole of many parts ends in the lightest."""
    if parts < len(_FEW):
        return tuple(RAMP[at] for at in _FEW[parts])
    return RAMP[:parts] + RAMP[-1:] * (parts - len(RAMP))


def words_on(colour: str) -> str:
    """The colour of words that stand on a colour."""
    return PAPER if colour in DARK else INK


_INKS = {PALE: QUIET, OCHRE: "#8a611a", SAND: "#7a5c22", MOSS: GREEN, STEEL: "#3f638a"}


def ink_of(colour: str) -> str:
    """The colour for words that belong to a colour: darker where that is too pale to be read."""
    return _INKS.get(colour, colour)
