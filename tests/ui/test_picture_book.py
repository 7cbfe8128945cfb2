"""The moving picture of the library."""

from __future__ import annotations

from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.side import Side
from hipcoach.ui.figure.framing import shot_in
from hipcoach.ui.picture import PictureBook
from tests.app.practice import content

FRACTIONS = [i / 20 for i in range(21)]


def _frames(start: str, end: str) -> list[FigureFrame]:
    book = PictureBook(content().poses)
    frames = [book.frame(start, Side.RIGHT, to=end, fraction=part) for part in FRACTIONS]
    return [frame for frame in frames if frame is not None]


def test_a_moving_picture_is_seen_from_one_place() -> None:
    for start, end in (
        ("leg-swings/back-3", "leg-swings/front-3"),
        ("sit-to-stand/back-1", "sit-to-stand/front-1"),
        ("walking-lunge/back-2", "walking-lunge/front-2"),
        ("half-kneeling-hip-flexor/tall", "half-kneeling-hip-flexor/arm"),
        ("foam-roll-quad/back-1", "foam-roll-quad/front-1"),
    ):
        frames = _frames(start, end)
        assert len(FRACTIONS) == len(frames)
        assert len({frame.pose for frame in frames}) > len(FRACTIONS) // 2 or frames[10].fade < 1.0
        assert 1 == len({shot_in(frame) for frame in frames}), start


def test_hold_still_shows_when_one_has_come_to_the_pose_that_is_held() -> None:
    frames = _frames("knee-to-chest-pnf/start", "knee-to-chest-pnf/push-gentle")
    assert not frames[0].holding
    assert not frames[10].holding
    assert frames[-1].holding


def test_a_pose_alone_shows_whether_it_is_held() -> None:
    book = PictureBook(content().poses)
    held, free = (book.frame(f"knee-to-chest-pnf/{name}") for name in ("push-gentle", "start"))
    assert held is not None
    assert held.holding
    assert free is not None
    assert not free.holding
