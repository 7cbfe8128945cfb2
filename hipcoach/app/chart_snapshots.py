"""Charts as values: where things stand and what they are called; all words are ready to show.

Time runs in days: a day begins at its ordinal and lasts 1.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from hipcoach.core.plan import Action
from hipcoach.core.value import value


@value
class Tick:
    """A label on an axis."""

    at: float
    words: str


@value
class Ticks:
    """The labels of an axis: several sets, of which the first is shown that has room."""

    sets: tuple[tuple[Tick, ...], ...]
    """The finest first."""
    stands_at: bool = True
    """Whether a label stands in the middle under its place; else it begins there."""


@value
class Stop:
    """A place in a chart that can be pointed at and stepped to."""

    first: float
    last: float
    words: str
    """What is there, in a sentence."""


@value
class LinePoint:
    """A value with its spread; `None` is a gap."""

    at: float
    value: float | None
    least: float = 0.0
    most: float = 0.0


@value
class Line:
    """One series; the first is drawn full, the second dashed."""

    name: str
    points: tuple[LinePoint, ...]


@value
class Band:
    """A time on one level of the plan, behind everything."""

    first: float
    last: float
    level: int
    """0 to 3; 0 is drawn as nothing."""
    words: str
    """Short, to stand in it."""
    stopped: bool = False


@value
class Mark:
    """What the plan did, where it did it."""

    at: float
    action: Action


@value
class LineChart:
    """Lines over time, with the plan behind them."""

    first: float
    last: float
    most: float
    """At the top; 0 is at the bottom."""
    time: Ticks
    values: tuple[Tick, ...]
    lines: tuple[Line, ...]
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]
    stops: tuple[Stop, ...]
    """By time."""


@value
class Bar:
    """A bar, and the range that was asked for."""

    first: float
    last: float
    value: float | None
    """`None` is a gap."""
    least: float | None = None
    most: float | None = None
    open: bool = False
    """Whether its time is not over."""


@value
class BarChart:
    """Bars over time against a target."""

    first: float
    last: float
    most: float
    time: Ticks
    values: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    stops: tuple[Stop, ...]
    """One for each bar."""


@value
class RungStop:
    """A run of days at one rung."""

    first: float
    last: float
    rung: int
    words: str


@value
class RungRow:
    """An exercise with its rungs over time."""

    name: str
    note: str
    """Short, beside it."""
    rungs: int
    """How many there are."""
    runs: tuple[RungStop, ...]


@value
class RungChart:
    """Rows of steps over time."""

    first: float
    last: float
    time: Ticks
    rows: tuple[RungRow, ...]


@value
class Cell:
    """How many ended in each way, in an hour of a weekday."""

    row: int
    column: int
    taken: int
    satisfied: int
    skipped: int
    words: str

    @property
    def all(self) -> int:
        """How many there were."""
        return self.taken + self.satisfied + self.skipped


@value
class GridChart:
    """Weekdays against hours."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]
    """By row, then by column; where nothing ended there is none."""


Chart = LineChart | BarChart | RungChart | GridChart


class Sign(StrEnum):
    """What a legend explains."""

    FIRST_LINE = "first-line"
    SECOND_LINE = "second-line"
    SPREAD = "spread"
    BANDS = "bands"
    STOPPED = "stopped"
    UP = "up"
    DOWN = "down"
    STOP = "stop"
    AGAIN = "again"
    BAR = "bar"
    OPEN_BAR = "open-bar"
    TARGET = "target"
    TAKEN = "taken"
    SATISFIED = "satisfied"
    SKIPPED = "skipped"


@value
class Table:
    """The same as a table."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@value
class ChartSnapshot:
    """A chart with all that is said of it."""

    code: str
    title: str
    words: str
    """What it shows, in one or two sentences."""
    chart: Chart | None
    """`None`: there is nothing to be drawn, and `words` say what to do."""
    table: Table
    legend: tuple[tuple[Sign, str], ...] = ()


@value
class TrendsSnapshot:
    """The charts of a span."""

    title: str
    """The span in words."""
    charts: tuple[ChartSnapshot, ...] = field(default_factory=tuple)
    empty_words: str = ""
    """What to do, where there is nothing to be shown at all."""
