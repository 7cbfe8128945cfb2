"""A process that looks at the trends of a journal, and prints what that took.

`python -m bench.trends_turns FOLDER` shows all of the journal in that folder, then changes spans
faster than anybody reads.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from bench.calendar_turns import AtTheEnd
from bench.decade import END
from bench.watches import Beats
from hipcoach.__main__ import YOUNG
from hipcoach.app.bell import Bell
from hipcoach.app.journal_worker import JournalWorker
from hipcoach.app.plan_book import PlanKnown, read_plan
from hipcoach.app.spans import SpanChoice
from hipcoach.app.trends_desk import TrendsDesk
from hipcoach.bootstrap.process import TURN_S
from hipcoach.library.source import OwnContent
from hipcoach.store.journal import open_journal
from hipcoach.system.clock import SystemClock
from hipcoach.ui.chart_card import ChartCard
from hipcoach.ui.theme import Theme
from hipcoach.ui.trends_page import TrendsPage

HURRY_S = 0.04
"""From one span to the next."""
REST_S = 1.0
"""Until all that is under way has come to its end."""

_clock = SystemClock()


class Trends:
    """A page, its desk, and a watch on the event loop."""

    def __init__(self, folder: Path) -> None:
        self._application = application = QApplication([])
        Theme(application).choose("light")
        self._bell, file = Bell(), folder / "journal.sqlite"
        self.worker = JournalWorker(lambda: open_journal(file), self._bell.rang.emit)
        self._bell.rang.connect(self.worker.poll)
        self._beats = Beats()
        self._beats.begin()
        content = OwnContent()
        content.everything()
        self._known: list[PlanKnown] = []
        self.worker.start()
        self.worker.read(lambda journal: read_plan(journal, END), self._known.append, print)
        self._until(lambda: bool(self._known))
        self._page = TrendsPage()
        self._panel = self._page.panel
        self._full: list[float] = []
        self._panel.filled.connect(lambda: self._full.append(_clock.monotonic()))
        self._desk = TrendsDesk(content, AtTheEnd(), self.worker, 0, lambda: self._known[0])
        self._desk.changed.connect(self._panel.show_snapshot)
        self._page.resize(960, 720)
        self._page.show()
        self._wait(REST_S)

    def all(self) -> dict[str, float]:
        """Milliseconds to the first chart and to the last, of all there is."""
        start_s = _clock.monotonic()
        self._beats.begin()
        self._desk.show(SpanChoice.ALL)
        self._until(lambda: bool(self._page.findChildren(ChartCard)))
        self._application.processEvents()
        first_s = _clock.monotonic()
        self._until(lambda: bool(self._full))
        told = {"first": first_s - start_s, "all": self._full[0] - start_s}
        self._wait(REST_S)
        found = {f"{name}_ms": length * 1000 for name, length in told.items()}
        return {**found, "stall_ms": self._beats.own_ms}

    def hurry(self) -> float:
        """The longest stall while spans are changed quickly, in milliseconds."""
        self._beats.begin()
        for span in (*SpanChoice, *SpanChoice):
            self._panel.show_reading()
            self._desk.show(span)
            self._wait(HURRY_S)
        self._wait(REST_S)
        return self._beats.own_ms

    def _until(self, done: Callable[[], bool]) -> None:
        # Waiting, as the window does: the journal's thread has the turns that nobody needs.
        while not done():
            self._application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def _wait(self, seconds: float) -> None:
        end_s = _clock.monotonic() + seconds
        self._until(lambda: _clock.monotonic() > end_s)


def main(folder: Path) -> None:
    """Look at the trends and print what it took."""
    gc.set_threshold(YOUNG)
    sys.setswitchinterval(TURN_S)
    trends = Trends(folder)
    found = {**trends.all(), "hurry_ms": trends.hurry()}
    trends.worker.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
