"""The History page over one journal, turned page by page; prints its times as JSON.

What the window's own thread needed is told, so that other programs don't weigh in.

`python -m bench.calendar_turns FOLDER` looks at the journal in that folder.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from statistics import median
from time import thread_time  # noqa: TID251 - what a thread needed, no clock tells

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.decade import END
from hipcoach.app.bell import Bell
from hipcoach.app.history_desk import HistoryDesk
from hipcoach.app.journal_worker import JournalWorker
from hipcoach.app.plan_book import read_plan
from hipcoach.app.plan_desk import PlanDesk
from hipcoach.bootstrap.process import TURN_S
from hipcoach.library.source import OwnContent
from hipcoach.store.journal import open_journal
from hipcoach.system.clock import SystemClock
from hipcoach.ui.theme import Theme

MONTHS = 24
YEARS = 5
BREATH_S = 0.15
"""Between two pages: nobody turns faster for long."""

_clock = SystemClock()


class AtTheEnd(SystemClock):
    """Shows the moment at which the journal ends."""

    def now(self) -> datetime:
        """The end of the ten years."""
        return END


class Turns:
    """A page, its desk, and a watch on the event loop."""

    def __init__(self, folder: Path) -> None:
        application = QApplication([])
        self.application = application
        Theme(application).choose("light")
        self.bell = Bell()
        file = folder / "journal.sqlite"
        self.worker = JournalWorker(lambda: open_journal(file), self.bell.rang.emit)
        self.bell.rang.connect(self.worker.poll)
        content, clock = OwnContent(), AtTheEnd()
        content.everything()
        self.plan = PlanDesk(content, clock, self.worker)
        self.desk = HistoryDesk(content, clock, self.worker, self.plan, lambda: 0)
        self.worker.start()
        self.worker.read(lambda journal: read_plan(journal, END), self.plan.learn, print)
        self.until(lambda: self.plan.known is not None)
        self.breathe()

    def until(self, done: Callable[[], bool]) -> float:
        """Let the loop turn until then; the longest time that one turn needed, in milliseconds."""
        longest_s = 0.0
        while True:
            before_s = thread_time()
            self.application.processEvents()
            longest_s = max(longest_s, thread_time() - before_s)
            if done():
                return longest_s * 1000

    def breathe(self) -> None:
        """Let what was asked for ahead of time arrive."""
        end_s = _clock.monotonic() + BREATH_S
        self.until(lambda: _clock.monotonic() > end_s)

    def open(self) -> dict[str, float]:
        """The page for the first time: how long each step of it kept the loop."""
        import hipcoach.ui.shell  # noqa: PLC0415 - it is there before
        import hipcoach.ui.today_page  # noqa: F401, PLC0415 - the same

        start_s = thread_time()
        from hipcoach.ui.history_page import HistoryPage  # noqa: PLC0415 - it is what is measured

        imported_s = thread_time()
        self.page = page = HistoryPage()
        self.calendar = calendar = page.calendar
        # The window does these in two turns of its loop, when there is time.
        built_ms = max(imported_s - start_s, thread_time() - imported_s) * 1000
        calendar.monthWanted.connect(self.desk.ask_month)
        calendar.yearWanted.connect(self.desk.ask_year)
        calendar.dayChosen.connect(self.desk.ask_day)
        self.desk.monthReady.connect(calendar.show_month)
        self.desk.yearReady.connect(calendar.show_year)
        self.desk.dayReady.connect(page.show_day)
        page.resize(960, 720)
        start_s = thread_time()
        page.show()
        calendar.open_at(END.date(), self.desk.first)
        asked_ms = (thread_time() - start_s) * 1000
        loop_ms = self.until(lambda: bool(calendar.line))
        self.breathe()
        start_s = thread_time()
        _ = page.story
        story_ms = (thread_time() - start_s) * 1000
        return {"built_ms": built_ms, "story_ms": story_ms, "stall_ms": max(asked_ms, loop_ms)}

    def turned(self, key: Qt.Key, number: int) -> float:
        """The median time in which a key shows another page, in milliseconds."""
        found = []
        for _turn in range(number):
            before = self.calendar.view.selected
            start_s = thread_time()
            QTest.keyClick(self.calendar.view, key)
            self.until(partial(self._has_left, before))
            # In this turn of the loop it is painted, if it was not in the last.
            self.application.processEvents()
            found.append((thread_time() - start_s) * 1000)
            self.breathe()
        return median(found)

    def _has_left(self, before: object) -> bool:
        return self.calendar.view.selected != before

    def told(self) -> float:
        """The time in which a day is opened, in milliseconds."""
        start_s = thread_time()
        QTest.keyClick(self.calendar.view, Qt.Key.Key_Return)
        self.until(lambda: self.page.told is not None)
        self.application.processEvents()
        return (thread_time() - start_s) * 1000


def main(folder: Path) -> None:
    """Turn the pages and print what it took."""
    sys.setswitchinterval(TURN_S)
    turns = Turns(folder)
    found = turns.open()
    found["month_ms"] = turns.turned(Qt.Key.Key_PageUp, MONTHS)
    QTest.keyClick(turns.calendar.view, Qt.Key.Key_Y)
    turns.until(lambda: turns.calendar.view.selected is not None)
    turns.breathe()
    found["year_ms"] = turns.turned(Qt.Key.Key_PageUp, YEARS)
    found["day_ms"] = turns.told()
    turns.worker.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
