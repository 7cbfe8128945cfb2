"""Sessions in a journal, without anybody having to practise them."""

from __future__ import annotations

from functools import cache

from hipcoach.app.by_hand import rows_by_hand
from hipcoach.app.session_log import write_row
from hipcoach.app.session_plan import Person, SessionPlan, plan_of
from hipcoach.core.journal import SessionOpened
from hipcoach.core.settings import Settings
from hipcoach.library.source import OwnContent
from hipcoach.ports import Clock, Journal


@cache
def _plan() -> SessionPlan:
    content = OwnContent().programme("gentle-start")
    return plan_of(content, "gentle-start", Settings(), Person())


def keep_session(
    journal: Journal, clock: Clock, *, pain_during: int | None = None
) -> SessionOpened:
    """A session of now that was completed; its first row."""
    effort = None if pain_during is None else 4
    pinch = None if pain_during is None else False
    rows = list(
        rows_by_hand(
            _plan(), clock.now(), clock,
            completed=True, effort=effort, pain_during=pain_during, pinch=pinch,
        )
    )  # fmt: skip
    for row in rows:
        write_row(journal, row)
    opened = rows[0]
    assert isinstance(opened, SessionOpened)
    return opened
