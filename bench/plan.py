"""What the plan costs: ten years of journal beside one month of it, and the first reading."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from bench.decade import END, write_decade
from bench.pairs import in_turn
from hipcoach.app.by_hand import rows_by_hand
from hipcoach.app.plan_book import PlanKnown, read_plan
from hipcoach.app.session_log import write_row
from hipcoach.app.session_plan import Person, plan_of
from hipcoach.bootstrap.process import TURN_S
from hipcoach.core.plan_log import NextDayAnswers, Reply, Soreness
from hipcoach.core.practice_day import practice_day
from hipcoach.core.settings import Settings
from hipcoach.library.source import OwnContent
from hipcoach.ports import Journal
from hipcoach.store.journal import open_journal
from hipcoach.system.clock import SystemClock

ROUNDS = 15
LATER_MS = 50.0
RATIO = 30.0
STALL_MS = 40.0
PRACTISED = {1, 3, 5}
LATER = timedelta(minutes=10)

_clock = SystemClock()


def rows() -> list[tuple[str, str, str, bool]]:
    """The plan after the first time, as a ratio and in milliseconds, and the first fold's stall."""
    with TemporaryDirectory() as folder:
        decade, month = Path(folder, "decade"), Path(folder, "month")
        for place in (decade, month):
            place.mkdir()
        write_decade(decade)
        _write_month(month)
        with_years, with_weeks = (open_journal(one / "journal.sqlite") for one in (decade, month))
        first_ms = _ms(lambda: read_plan(with_years, END))
        again = in_turn(_again(with_years), _again(with_weeks), ROUNDS)
        stall_ms = _longest_gap_ms(lambda: read_plan(with_years, END))
        for journal in (with_years, with_weeks):
            journal.close()
    return [
        (
            "the plan of ten years after the first time",
            f"{again.own:.1f} ms (first {first_ms:.0f})",
            f"at most {LATER_MS:g} ms",
            again.own <= LATER_MS,
        ),
        (
            "the same, against the plan of one month",
            f"{again.ratio:.1f}× ({again.own:.1f} / {again.floor:.1f} ms)",
            f"at most {RATIO:g}×",
            again.ratio <= RATIO,
        ),
        (
            "longest stall while it is read in a thread",
            f"{stall_ms:.0f} ms",
            f"at most {STALL_MS:g} ms",
            stall_ms <= STALL_MS,
        ),
    ]


def _write_month(folder: Path) -> None:
    """Four weeks of three sessions, each with its answers on the day after."""
    content = OwnContent(pictures=False).programme("gentle-start")
    plan = plan_of(content, "gentle-start", Settings(), Person())
    journal = open_journal(folder / "journal.sqlite")
    for days_ago in sorted((day for day in range(1, 29) if day % 7 in PRACTISED), reverse=True):
        at = END - timedelta(days=days_ago)
        felt = {"effort": 4, "pain_during": 1}
        for row in rows_by_hand(plan, at, _clock, completed=True, pinch=False, **felt):
            write_row(journal, row)
        after = at + timedelta(days=1)
        told = (practice_day(at), 1, Reply.ANSWERED, 0, Soreness.MILD, False)
        journal.add(NextDayAnswers(_clock.new_id(), after, *told))
    journal.close()


def _again(journal: Journal) -> Callable[[], float]:
    known: PlanKnown = read_plan(journal, END)
    return lambda: _ms(lambda: read_plan(journal, END + LATER, known))


def _ms(work: Callable[[], object]) -> float:
    start_s = _clock.monotonic()
    work()
    return (_clock.monotonic() - start_s) * 1000


def _longest_gap_ms(work: Callable[[], object]) -> float:
    """How long this thread had to wait for its turn while another did the work."""
    before_s = sys.getswitchinterval()
    sys.setswitchinterval(TURN_S)
    thread, longest_s = Thread(target=work), 0.0
    thread.start()
    last_s = _clock.monotonic()
    while thread.is_alive():
        now_s = _clock.monotonic()
        longest_s, last_s = max(longest_s, now_s - last_s), now_s
    sys.setswitchinterval(before_s)
    return longest_s * 1000
