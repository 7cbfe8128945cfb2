"""The break commands as other programs use them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from hipcoach.core.errors import KnownError
from hipcoach.core.remote import BreakReport, BreakRequest, BreakWish
from hipcoach.system.bus.breaks import BusBreaks
from hipcoach.system.bus.session import SessionBus
from tests.system.conftest import Shell

WHERE = "--dest", "org.hipcoach.HipCoach", "--object-path", "/org/hipcoach/HipCoach"


class Breaks:
    def __init__(self) -> None:
        self.asked: list[BreakRequest] = []
        self.report = BreakReport("waiting", 1440.4, "Next break in 24 min")

    def ask(self, request: BreakRequest) -> BreakReport:
        if request.wish is BreakWish.SKIP:
            raise KnownError("refused")
        self.asked.append(request)
        return self.report


def command(shell: Shell, method: str, *arguments: str) -> str:
    """What comes of a call."""
    call = ("gdbus", "call", "--session", *WHERE, "--method", f"org.hipcoach.Breaks.{method}")
    return shell.run(*call, *arguments)


@pytest.fixture
def breaks() -> Breaks:
    return Breaks()


@pytest.fixture
def offered(on_bus: SessionBus, breaks: Breaks) -> Iterator[BusBreaks]:
    offered = BusBreaks(on_bus, breaks.ask)
    yield offered
    offered.close()


@pytest.mark.parametrize(
    ("call", "request_"),
    [
        (("Start",), BreakRequest(BreakWish.START)),
        (("Snooze", "300"), BreakRequest(BreakWish.SNOOZE, 300)),
        (("Pause", "1800"), BreakRequest(BreakWish.PAUSE, 1800)),
        (("Pause", "0"), BreakRequest(BreakWish.PAUSE)),
        (("PauseUntilTomorrow",), BreakRequest(BreakWish.PAUSE, until="tomorrow")),
        (("Resume",), BreakRequest(BreakWish.RESUME)),
        (("Meeting", "3600"), BreakRequest(BreakWish.MEETING, 3600)),
        (("EndMeeting",), BreakRequest(BreakWish.END_MEETING)),
    ],
)
@pytest.mark.usefixtures("offered")
def test_every_command_is_asked_and_answered_with_the_line(
    shell: Shell, breaks: Breaks, call: tuple[str, ...], request_: BreakRequest
) -> None:
    assert "('Next break in 24 min',)" == command(shell, *call)
    assert [request_] == breaks.asked


@pytest.mark.usefixtures("offered")
@pytest.mark.parametrize(
    ("call", "error"),
    [
        (("Skip",), "org.hipcoach.HipCoach.Error.Refused"),
        (("Snooze", "0"), "org.hipcoach.HipCoach.Error.NotUnderstood"),
        (("Meeting", "4000000000"), "org.hipcoach.HipCoach.Error.NotUnderstood"),
        (("Dance",), "org.freedesktop.DBus.Error.UnknownMethod"),
    ],
)
def test_what_is_refused_or_not_understood_is_an_error(
    shell: Shell, breaks: Breaks, call: tuple[str, ...], error: str
) -> None:
    assert error in command(shell, *call)
    assert [] == breaks.asked


@pytest.mark.usefixtures("offered")
def test_the_status_is_read_as_it_is_now(shell: Shell, breaks: Breaks) -> None:
    breaks.report = BreakReport("paused", 3600, "Paused", "", datetime(2026, 3, 4, 14, tzinfo=UTC))
    told = command(shell, "Status")
    for part in (
        "'State': <'paused'>",
        "'Line': <'Paused'>",
        "'Until': <'2026-03-04T14:00:00+00:00'>",
        "'RemainingSeconds': <uint32 3600>",
    ):
        assert part in told
    get = ("busctl", f"--address={shell.address}", "get-property")
    here = ("org.hipcoach.HipCoach", "/org/hipcoach/HipCoach", "org.hipcoach.Breaks")
    assert 's "paused"' == shell.run(*get, *here, "State")
    breaks.report = BreakReport("held", 0, "Held: in a meeting", "meeting")
    assert 's "meeting"' == shell.run(*get, *here, "Reason")
    assert 's ""' == shell.run(*get, *here, "Until")


@pytest.mark.usefixtures("offered")
def test_everything_can_be_found_by_looking(shell: Shell) -> None:
    tree = shell.run("busctl", f"--address={shell.address}", "tree", "--list", WHERE[1])
    assert "/org/hipcoach/HipCoach" in tree.split()
    told = shell.run("gdbus", "introspect", "--session", *WHERE)
    for part in (
        "Snooze(in  u seconds,\n             out s line);",
        "Happened(s event,\n               s reason);",
        "readonly u RemainingSeconds = 1440;",
        "readonly s State = 'waiting';",
    ):
        assert part in told


def test_whoever_listens_is_told_what_changes_and_what_happens(
    shell: Shell, offered: BusBreaks
) -> None:
    monitor = shell.start("gdbus", "monitor", "--session", *WHERE[:2])
    shell.lines(monitor, "is owned by")
    offered.show(BreakReport("waiting", 1440, "Next break in 24 min"))
    offered.show(BreakReport("waiting", 1439, "Next break in 24 min"))
    offered.show(BreakReport("held", 0, "Held: in a meeting", "meeting"))
    offered.tell("held", "meeting")
    heard = shell.lines(monitor, "Happened ('held', 'meeting')")
    changes = [line for line in heard if "PropertiesChanged" in line]
    assert 2 == len(changes)
    assert "'State': <'waiting'>" in changes[0]
    assert "'State': <'held'>, 'Line': <'Held: in a meeting'>, 'Reason': <'meeting'>" in changes[1]


def test_it_is_gone_when_it_is_closed(shell: Shell, offered: BusBreaks, on_bus: SessionBus) -> None:
    offered.close()
    assert "ServiceUnknown" in command(shell, "Status")
    told = shell.run("gdbus", "introspect", "--session", "--dest", on_bus._name, *WHERE[2:])
    assert "org.hipcoach" not in told
