"""A session under media keys: what a panel shows, and what its buttons do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipcoach.app.media_desk import MediaDesk
from hipcoach.app.snapshots import PlayState
from hipcoach.core.controls import Action
from hipcoach.core.media import MediaShown, MediaWish
from tests.fakes import FakeMediaControls
from tests.ui.session_stand import HOLD


class Stand:
    """A panel, and what came of it."""

    def __init__(self) -> None:
        self.acted: list[Action] = []
        self.raised = 0
        self.desk = MediaDesk(self.acted.append, self._raise)
        self.panel = FakeMediaControls(self.desk.wish)
        self.desk.serve(self.panel)

    def _raise(self) -> None:
        self.raised += 1


def test_a_panel_shows_exercise_side_and_routine() -> None:
    stand = Stand()
    stand.desk.show(HOLD)
    assert (
        MediaShown(
            title=f"{HOLD.exercise} · {HOLD.side_words}",
            routine=HOLD.routine,
            track=HOLD.chapter + 1,
            playing=True,
            can_previous=True,
        )
        == stand.panel.shown
    )
    stand.desk.show(replace(HOLD, side=None, side_words=""))
    assert stand.panel.shown is not None
    assert HOLD.exercise == stand.panel.shown.title
    stand.desk.show(None)
    assert stand.panel.shown is None


def test_the_seconds_alone_are_no_news_for_a_panel() -> None:
    stand = Stand()
    stand.desk.show(HOLD)
    stand.panel.shown = None
    stand.desk.show(replace(HOLD, remaining_s=HOLD.remaining_s - 1, caption="Breathe"))
    assert stand.panel.shown is None
    stand.desk.show(replace(HOLD, state=PlayState.PAUSED))
    assert stand.panel.shown is not None
    assert not stand.panel.shown.playing


@pytest.mark.parametrize(
    ("wish", "while_it_runs", "while_it_stands"),
    [
        (MediaWish.PLAY, [], [Action.PAUSE_RESUME]),
        (MediaWish.PAUSE, [Action.PAUSE_RESUME], []),
        (MediaWish.TOGGLE, [Action.PAUSE_RESUME], [Action.PAUSE_RESUME]),
        (MediaWish.NEXT, [Action.NEXT], [Action.NEXT]),
        (MediaWish.PREVIOUS, [Action.BACK], [Action.BACK]),
        (MediaWish.STOP, [Action.STOP], [Action.STOP]),
    ],
)
def test_each_key_does_what_it_says(
    wish: MediaWish, while_it_runs: list[Action], while_it_stands: list[Action]
) -> None:
    for state, expected in (
        (HOLD.state, while_it_runs),
        (PlayState.PAUSED, while_it_stands),
        (PlayState.WAITING, while_it_stands),
    ):
        stand = Stand()
        stand.desk.show(replace(HOLD, state=state))
        stand.panel.press(wish)
        assert expected == stand.acted
        assert 0 == stand.raised


def test_a_panel_brings_the_window_to_the_front() -> None:
    stand = Stand()
    stand.panel.press(MediaWish.RAISE)
    assert (1, []) == (stand.raised, stand.acted)
