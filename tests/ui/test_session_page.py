from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, QRectF
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hipcoach.app.snapshots import PlayState, SessionSnapshot
from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.figure.pose import Pose
from hipcoach.core.side import Side
from hipcoach.ui.big_text import BigText
from hipcoach.ui.ring import CountdownRing
from hipcoach.ui.side_badge import SideBadge
from hipcoach.ui.tokens import THEMES
from tests.ui.session_stand import HOLD, Stand, changed

LONG = changed(
    HOLD,
    exercise="Hüftbeugerdehnungsübung im Halbkniestand mit Armstreckung",
    variant="Halbkniender Ausfallschritt mit beidhändiger Kniepressung",
    side_words="Rechtsseitig",
    phase_words="Vorbereitungszeit",
    caption="Ziehe das Schambein in Richtung Bauchnabel und spanne die rechte Gesäßmuskulatur "
    "kräftig an, ohne mit der Lendenwirbelsäule auszuweichen",
    next_words="Als Nächstes: Seitenwechsel, linkes Knie auf den Boden",
    muted="Kein Wiedergabegerät gefunden, Untertitel laufen weiter.",
    notice="Lautstärke der Ansagen 80",
    chapter=10,
    chapters=12,
)
SIZES = [(800, 560), (1024, 600), (1280, 800), (900, 1400), (1920, 1080), (3840, 2160)]


@pytest.fixture
def stand(qtbot: QtBot) -> Stand:
    return Stand(qtbot)


def words_of(stand: Stand) -> list[str]:
    return [label.text() for label in stand.page.findChildren(QLabel) if label.isVisible()]


def boxes(stand: Stand) -> dict[str, QRect]:
    """Where the words that are shown are, on the page."""
    return {
        text.text(): QRect(text.mapTo(stand.page, text.rect().topLeft()), text.size())
        for text in stand.page.findChildren(BigText)
        if text.isVisible() and text.text()
    }


def test_a_snapshot_is_on_the_page_in_words(stand: Stand) -> None:
    shown = words_of(stand)
    for words in (HOLD.exercise, HOLD.variant, HOLD.caption, HOLD.next_words):
        assert words in shown
    assert "3 of 8  ·  6 min left" in shown


@pytest.mark.parametrize(
    ("left_s", "words"),
    [(61.0, "2 min left"), (60.0, "60 s left"), (31.0, "40 s left"), (0.0, "0 s left")],
)
def test_what_is_left_is_said_in_minutes_and_then_in_seconds(
    stand: Stand, left_s: float, words: str
) -> None:
    stand.page.show_snapshot(changed(HOLD, left_s=left_s))
    assert f"3 of 8  ·  {words}" in words_of(stand)


@pytest.mark.parametrize("size", SIZES)
def test_long_words_are_read_in_full_on_every_window(qtbot: QtBot, size: tuple[int, int]) -> None:
    stand = Stand(qtbot, *size)
    stand.page.show_snapshot(LONG)
    texts = [
        text
        for text in stand.page.findChildren(BigText)
        if text.isVisible() and text.text() and text.text() != LONG.muted
    ]
    assert 6 == len(texts)
    assert [] == [text.text() for text in texts if text.fitted.cut]
    for text in texts:
        assert text.fitted.width <= text.width() + 1
        assert text.fitted.height <= text.height() + 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("snapshot", [HOLD, LONG])
def test_no_words_lie_on_others(
    qtbot: QtBot, size: tuple[int, int], snapshot: SessionSnapshot
) -> None:
    stand = Stand(qtbot, *size)
    stand.page.show_snapshot(snapshot)
    found = boxes(stand)
    overlaps = [
        (one, other) for (one, a), (other, b) in combinations(found.items(), 2) if a.intersects(b)
    ]
    assert [] == overlaps
    assert all(stand.page.rect().contains(box) for box in found.values())


@pytest.mark.parametrize("size", SIZES)
def test_the_controls_leave_room_for_progress_and_mute(qtbot: QtBot, size: tuple[int, int]) -> None:
    stand = Stand(qtbot, *size)
    stand.page.show_snapshot(LONG)
    buttons = [stand.button(name) for name in ("Back", "Next", "Easier", "Stop…", "All keys")]
    spots = [
        QRect(button.mapTo(stand.page, button.rect().topLeft()), button.size())
        for button in buttons
    ]
    assert all(spot.width() >= 40 and spot.height() >= 40 for spot in spots)
    assert not any(a.intersects(b) for a, b in combinations(spots, 2))
    words = [boxes(stand)[text] for text in ("11 of 12  ·  6 min left", LONG.muted)]
    assert not any(spot.intersects(box) for spot in spots for box in words)


def test_farther_away_words_grow(stand: Stand) -> None:
    name = next(t for t in stand.page.findChildren(BigText) if t.text() == HOLD.exercise)
    stand.page.read_from(1.0)
    near = name.fitted.cap
    stand.page.read_from(2.0)
    assert near < name.fitted.cap


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"state": PlayState.PAUSED}, "Paused"),
        ({"state": PlayState.COUNTING_IN, "count_in": 2}, "2"),
        ({"state": PlayState.PREPARING}, "Getting ready…"),
        ({"state": PlayState.WAITING}, "Space to begin"),
        ({"notice": "Cue volume 80"}, "Cue volume 80"),
        ({"muted": "No sound card."}, "No sound card."),
    ],
)
def test_a_state_is_said_and_taken_back(stand: Stand, changes: dict[str, Any], words: str) -> None:
    stand.page.show_snapshot(changed(HOLD, **changes))
    assert words in words_of(stand)
    stand.page.show_snapshot(HOLD)
    assert words not in words_of(stand)


@pytest.mark.parametrize("state", [PlayState.PAUSED, PlayState.WAITING])
def test_the_button_in_the_middle_says_what_it_does_now(stand: Stand, state: PlayState) -> None:
    stand.page.show_snapshot(changed(HOLD, state=state))
    assert stand.button("Go on").isVisible()
    stand.page.show_snapshot(HOLD)
    assert stand.button("Pause").isVisible()


def test_when_counting_in_there_is_one_number(stand: Stand) -> None:
    stand.page.show_snapshot(changed(HOLD, state=PlayState.COUNTING_IN, count_in=3))
    ring = stand.page.findChild(CountdownRing)
    assert ring is not None
    assert "24" not in ring.accessibleDescription()


def test_the_side_has_a_name_for_those_who_listen(stand: Stand) -> None:
    badge = stand.page.findChild(SideBadge)
    assert badge is not None
    assert "Side: Right" == badge.accessibleName()
    stand.page.show_snapshot(changed(HOLD, side=Side.LEFT, side_words="Left"))
    assert "Side: Left" == badge.accessibleName()
    stand.page.show_snapshot(changed(HOLD, side=Side.LEFT, side_words="Links"))
    assert "Side: Links" == badge.accessibleName()
    stand.page.show_snapshot(changed(HOLD, side=None, side_words=""))
    assert "" == badge.accessibleName()


def test_a_frame_is_drawn_once(stand: Stand) -> None:
    first, second = FigureFrame(Pose(), Side.LEFT), FigureFrame(Pose(), Side.RIGHT)
    for frame in (first, first, None, first, second):
        stand.page.show_snapshot(changed(HOLD, figure=frame))
    assert [first, second] == stand.picture.frames


class Paints(QObject):
    """Counts which widgets are painted and laid out."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()
        self.kinds = (QEvent.Type.Paint, QEvent.Type.LayoutRequest, QEvent.Type.Resize)
        for widget in (page, *page.findChildren(QWidget)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in self.kinds:
            self.seen[f"{event.type().name} {type(watched).__name__}"] += 1
        return False


def ticked(stand: Stand, seconds: list[float], **changes: Any) -> Counter[str]:
    stand.page.show_snapshot(HOLD)
    QApplication.processEvents()
    paints = Paints(stand.page)
    for left in seconds:
        stand.page.show_snapshot(changed(HOLD, remaining_s=left, **changes))
        QApplication.processEvents()
    return paints.seen


def test_a_moment_that_is_the_same_paints_nothing(stand: Stand) -> None:
    assert {} == dict(ticked(stand, [23.4, 23.4, 23.4]))


def test_a_tick_paints_the_ring_and_what_is_behind_it(stand: Stand) -> None:
    seen = ticked(stand, [23.35, 23.3, 23.25, 23.2])
    assert {"Paint CountdownRing", "Paint SessionPage"} == set(seen)
    assert 4 == seen["Paint CountdownRing"]


def test_with_reduced_motion_a_ring_within_a_second_stands_still(stand: Stand) -> None:
    stand.page.reduce_motion(True)
    assert {} == dict(ticked(stand, [23.35, 23.3, 23.25, 23.2]))
    assert 1 == ticked(stand, [23.0])["Paint CountdownRing"]


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: str(tokens.name))
def test_every_theme_covers_the_whole_page(stand: Stand, tokens: Any) -> None:
    stand.page.show_tokens(tokens)
    image = stand.page.grab().toImage()
    corners = [(2, image.height() - 2), (image.width() - 2, image.height() - 2)]
    assert {tokens.window} == {image.pixelColor(x, y).name() for x, y in corners}


def test_the_ring_lies_where_nothing_is_written(stand: Stand) -> None:
    ring = stand.page.findChild(CountdownRing)
    assert ring is not None
    assert not any(ring.geometry().intersects(box) for box in boxes(stand).values())
    assert QRectF(stand.page.rect()).contains(QRectF(ring.geometry()))
