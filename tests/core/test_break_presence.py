"""Sitting and time away, against an account that keeps every second and looks at all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.breaks import BreakSettings, EventKind, status
from hipcoach.core.hours import Hours
from tests.core.break_world import World

SETTINGS = BreakSettings(interval_s=100_000, idle_after_s=8, credit_s=25, hours=Hours(always=True))
"""So long an interval that nothing but presence matters."""

STEPS = st.lists(
    st.one_of(
        st.builds(
            lambda do, for_s: {"do": do, "for_s": for_s},
            st.sampled_from(["active", "idle", "idle", "locked", "unknown", "suspend", "stall"]),
            st.integers(1, 12) | st.integers(13, 70),
        ),
        st.builds(
            lambda do, guard: {"do": do, "guard": guard},
            st.sampled_from(["guard_on", "guard_off"]),
            st.sampled_from(["meeting", "call", "session", "fullscreen"]),
        ),
    ),
    max_size=30,
)


class Account:
    """Every second by itself: whether it was sat, or away; nothing is summed up."""

    def __init__(self) -> None:
        self.now = 0
        self.input = 0
        """Second of the last input, or of the last moment at which they were known to be there."""
        self.sat: set[int] = set()
        self.away: set[int] = set()
        self.credited: set[int] = set()
        """Seconds away that have been taken for a break."""
        self.satisfied: list[int] = []

    def see(self, passed: int, *, whole: bool, here: bool, touched: bool) -> None:
        """One sample: `whole` is away for certain, `here` is known to be there."""
        before, self.now = self.now, self.now + passed
        if here or touched:
            self.input = self.now
        gone = self.now - self.input >= SETTINGS.idle_after_s
        begins = ([before] if whole else []) + ([self.input] if gone else [])
        if not begins:
            self.sat |= set(range(before, self.now))
            return
        self.away |= set(range(min(begins), self.now))
        if gone:
            self.sat -= set(range(self.input, self.now))
        stretch = self._stretch()
        if len(stretch) >= SETTINGS.credit_s and not stretch & self.credited:
            self.credited |= stretch
            if self.sat:
                self.satisfied.append(self.now)
            self.sat = set()

    def _stretch(self) -> set[int]:
        """The seconds away that lead up to now without a gap."""
        second = self.now - 1
        while second in self.away:
            second -= 1
        return set(range(second + 1, self.now))


def _see(account: Account, step: dict[str, Any], guards: set[str]) -> None:
    """What a step of a scenario is in the account."""
    do, for_s = step["do"], step["for_s"]
    here = do == "unknown" or bool(guards & {"meeting", "call"})
    if do in {"suspend", "stall"}:
        whole = do == "suspend" or for_s > 60 or "session" in guards
        account.see(for_s, whole=whole, here=here, touched=do == "stall")
        return
    for _ in range(for_s):
        whole = do == "locked" or "session" in guards
        account.see(1, whole=whole, here=here, touched=do == "active")


@given(STEPS)
def test_the_machine_comes_to_the_same_as_a_plain_account(steps: list[dict[str, Any]]) -> None:
    world, account = World("2026-03-04T09:00:00+01:00", "Europe/Berlin", SETTINGS), Account()
    guards: set[str] = set()
    for step in steps:
        world.do(step)
        if step["do"] == "guard_on":
            guards.add(step["guard"])
        elif step["do"] == "guard_off":
            guards.discard(step["guard"])
        else:
            _see(account, step, guards)
        satisfied = [at_s for at_s, event in world.happened if event.kind is EventKind.SATISFIED]
        assert account.satisfied == satisfied
        remaining_s = status(world.state, SETTINGS).remaining_s
        assert SETTINGS.interval_s - len(account.sat) == remaining_s


@given(STEPS, st.integers(0, 29))
def test_a_restart_is_like_a_suspend(steps: list[dict[str, Any]], at: int) -> None:
    settings = replace(SETTINGS, interval_s=40, again_s=20, offer_s=15)
    worlds = []
    for off in ({"do": "suspend", "for_s": 20}, {"do": "restart", "after_s": 20, "reboot": True}):
        world = World("2026-03-04T09:00:00+01:00", "Europe/Berlin", settings)
        for step in [*steps[:at], off, *steps[at:]]:
            world.do(step)
        worlds.append([(at_s, event.kind, event.reason) for at_s, event in world.happened])
    assert worlds[0] == worlds[1]
