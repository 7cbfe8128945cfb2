"""A report for a professional as values; all words are ready to print."""

from __future__ import annotations

from hipcoach.app.chart_snapshots import ChartSnapshot, Table
from hipcoach.core.value import value


@value
class Figure:
    """A number that stands for much, with what it is below it."""

    value: str
    words: str


@value
class Entries:
    """What happened, by time: (day, words)."""

    title: str
    lines: tuple[tuple[str, str], ...]
    more: tuple[str, ...] = ()
    """By how many lines are left out, from none on: what is said of them; empty: all are there."""

    def cut(self, most: int) -> Entries:
        """The newest so many of them, with a word on those that are left out."""
        gone = max(0, len(self.lines) - most)
        if not gone:
            return Entries(self.title, self.lines)
        said = ("", self.more[gone]) if gone < len(self.more) else ("", "…")
        return Entries(self.title, (said, *self.lines[gone:]))


@value
class ReportSnapshot:
    """All of a report, in the order in which it is read."""

    title: str
    span: str
    contents: tuple[str, ...]
    """What is in it, a few words each: `34 sessions`."""
    made: str
    """When, and with what."""
    name: str
    """Before the line on which a name can be written by hand."""
    figures: tuple[Figure, ...]
    signs: Entries
    """Warning signs and clearances."""
    charts: tuple[ChartSnapshot, ...]
    """Pain, soreness, weeks."""
    exercises_title: str
    exercises: Table
    turns: Entries
    """What the plan did, and why."""
    notes: Entries
    breaks: ChartSnapshot | None
    rules_title: str
    rules: str
    foot: str
    page: str
    """With {page} and {pages} to be filled in."""
    file_name: str
    """A name for the file, without its ending."""
