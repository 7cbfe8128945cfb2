"""A week on the workbench: what was changed can be taken back, and days can be carried."""

from __future__ import annotations

from collections.abc import Iterable

from hipcoach.core.hours import Range
from hipcoach.core.week_edit import Piece, Week, erased, holds, painted, with_day


class WeekDraft:
    """The hours of a week as somebody changes them."""

    def __init__(self, week: Week = ((),) * 7) -> None:
        self.week = week
        self._past: list[Week] = []
        self._undone: list[Week] = []
        self._copied: tuple[Range, ...] | None = None

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._past)

    def show(self, week: Week) -> None:
        """Begin anew where the week has been changed elsewhere."""
        if week != self.week:
            self.week = week
            self._past.clear()
            self._undone.clear()

    def change(self, week: Week) -> bool:
        """Let that week hold; whether it is another one."""
        if week == self.week:
            return False
        self._past.append(self.week)
        self._undone.clear()
        self.week = week
        return True

    def undo(self) -> bool:
        """Take the last change back; whether there was one."""
        return self._step(self._past, self._undone)

    def redo(self) -> bool:
        """Do again what was taken back; whether there was something."""
        return self._step(self._undone, self._past)

    def turn(self, spans: Iterable[Piece], *, on: bool | None = None) -> bool:
        """Turn pieces on or off, `None`: off where all of them are on; whether that is new."""
        spans = tuple(spans)
        paints = not all(holds(self.week, *span) for span in spans) if on is None else on
        week = self.week
        for span in spans:
            week = (painted if paints else erased)(week, *span)
        return self.change(week)

    def copy(self, day: int) -> None:
        """Remember the hours of a weekday."""
        self._copied = self.week[day]

    def paste(self, days: Iterable[int]) -> bool:
        """Give these weekdays the hours that were remembered; whether that is new."""
        if self._copied is None:
            return False
        return self.spread(self._copied, days)

    def spread(self, ranges: tuple[Range, ...], days: Iterable[int]) -> bool:
        """Give these weekdays those hours; whether that is new."""
        week = self.week
        for day in days:
            week = with_day(week, day, ranges)
        return self.change(week)

    def _step(self, back: list[Week], forth: list[Week]) -> bool:
        if not back:
            return False
        forth.append(self.week)
        self.week = back.pop()
        return True
