"""What other programs ask about breaks is done and answered as the tray's menu would."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from hipcoach.app.break_remote import BreakRemote
from hipcoach.core.break_choices import BreakChoices
from hipcoach.core.breaks import Standing
from hipcoach.core.errors import KnownError
from hipcoach.core.remote import TOMORROW, BreakRequest, BreakWish
from tests.app.break_stand import QUICK, BreakStand

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[BreakStand]:
    made = BreakStand(qtbot)
    yield made
    made.close()


def _ask(stand: BreakStand, wish: BreakWish, seconds: float | None = None, until: str = "") -> str:
    """How it stands after that was asked."""
    return BreakRemote(stand.desk)(BreakRequest(wish, seconds, until)).state


def test_asked_how_it_stands_it_tells(stand: BreakStand) -> None:
    stand.sit(20)
    report = BreakRemote(stand.desk)(BreakRequest(BreakWish.STATUS))
    assert "waiting" == report.state
    assert pytest.approx(40) == report.remaining_s
    assert "Next break in less than a minute" == report.line
    assert ("", None) == (report.reason, report.until)


def test_every_wish_is_followed(stand: BreakStand) -> None:
    assert "running" == _ask(stand, BreakWish.START)
    stand.desk.finish(20.0)
    assert "waiting" == _ask(stand, BreakWish.SNOOZE, 30.0)
    assert pytest.approx(30) == stand.desk.snapshot.remaining_s
    assert "waiting" == _ask(stand, BreakWish.SKIP)
    assert pytest.approx(60) == stand.desk.snapshot.remaining_s
    assert "paused" == _ask(stand, BreakWish.PAUSE, 1800.0)
    assert "waiting" == _ask(stand, BreakWish.RESUME)
    assert "waiting" == _ask(stand, BreakWish.MEETING, 60.0)
    assert stand.desk.snapshot.in_meeting
    assert "waiting" == _ask(stand, BreakWish.END_MEETING)
    assert not stand.desk.snapshot.in_meeting


@pytest.mark.parametrize(("until", "ends"), [("", False), (TOMORROW, True)])
def test_a_pause_tells_its_end(stand: BreakStand, until: str, ends: bool) -> None:
    report = BreakRemote(stand.desk)(BreakRequest(BreakWish.PAUSE, None, until))
    assert "paused" == report.state
    assert ends == (report.until is not None)


def test_a_break_that_is_held_names_its_reason(stand: BreakStand) -> None:
    _ask(stand, BreakWish.MEETING, 600.0)
    stand.sit(61)
    report = BreakRemote(stand.desk).report()
    assert ("held", "meeting") == (report.state, report.reason)


def test_what_can_not_be_done_is_an_error_and_nothing_on_the_desktop(stand: BreakStand) -> None:
    _ask(stand, BreakWish.SNOOZE, 30.0)
    with pytest.raises(KnownError) as raised:
        _ask(stand, BreakWish.SNOOZE, 30.0)
    assert ("refused", "too-many") == (raised.value.code, raised.value.details["reason"])
    assert [] == stand.refused


def test_a_start_leads_through_a_break(stand: BreakStand) -> None:
    _ask(stand, BreakWish.START)
    stand.rest()
    assert ["desk-reset"] == stand.begun
    assert Standing.RUNNING is stand.desk.snapshot.standing


def test_a_wish_without_its_length_is_not_understood(stand: BreakStand) -> None:
    with pytest.raises(KnownError) as raised:
        _ask(stand, BreakWish.SNOOZE)
    assert "not-understood" == raised.value.code


def test_where_reminders_are_off_only_that_is_told(qtbot: QtBot) -> None:
    stand = BreakStand(qtbot, BreakChoices(on=False, rhythm=QUICK))
    assert "off" == _ask(stand, BreakWish.STATUS)
    with pytest.raises(KnownError) as raised:
        _ask(stand, BreakWish.START)
    assert "breaks-off" == raised.value.code
    stand.close()
