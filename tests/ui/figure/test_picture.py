from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.figure.motion import pose_at
from hipcoach.core.figure.pose import Pose
from hipcoach.core.side import Side
from hipcoach.ui.figure.extras import Extras
from hipcoach.ui.figure.palette import CLOTHES, HAIRS, SKINS, HairStyle, Look, RoomTheme
from hipcoach.ui.figure.scene import draw_figure
from tests.ui.figure.figure_stand import (
    KNEELING,
    LYING,
    OUTWARD,
    POSES,
    STANDING,
    STRAPPED,
    WIDTH,
    apart,
    drawn,
    pixels_of,
)

REFERENCE = Path(__file__).parent / "reference"

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("name", POSES)
def test_a_pose_looks_as_it_was_approved(name: str, request: pytest.FixtureRequest) -> None:
    picture, file = drawn(POSES[name]), REFERENCE / f"{name}.png"
    if request.config.getoption("--update-golden"):
        assert picture.save(str(file))
    mean, unlike = apart(QImage(str(file)), picture)
    assert mean < 0.8
    assert unlike < 0.01


@pytest.mark.parametrize("name", POSES)
def test_the_left_side_is_the_mirror_image_of_the_right(name: str) -> None:
    right, left = drawn(POSES[name], Side.RIGHT), drawn(POSES[name], Side.LEFT)
    mean, unlike = apart(right.flipped(Qt.Orientation.Horizontal), left)
    assert mean < 0.15
    assert unlike < 0.002
    assert apart(right, left)[0] > 1.0


def test_no_side_is_drawn_as_the_right_one() -> None:
    assert drawn(STANDING, Side.RIGHT) == drawn(FigureFrame(STANDING, None))


@pytest.mark.parametrize("name", POSES)
def test_nothing_is_painted_outside(name: str) -> None:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    frame = FigureFrame(POSES[name], Side.RIGHT, breathing=True, holding=True)
    draw_figure(painter, QRectF(40, 50, 120, 90), frame, Look())
    painter.end()
    inside = {
        (x, y)
        for x in range(200)
        for y in range(200)
        if image.pixelColor(x, y) != Qt.GlobalColor.magenta
    }
    assert {(x, y) for x in range(40, 160) for y in range(50, 140)} == inside


def test_a_figure_that_is_larger_than_its_place_is_cut_off() -> None:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    close = Extras(window=(-0.1, -0.2, 0.1, 0.0))
    frame = FigureFrame(LYING, Side.RIGHT)
    draw_figure(painter, QRectF(40, 50, 120, 90), frame, Look(), close)
    painter.end()
    border = [(x, y) for x in range(200) for y in (10, 49, 140, 190)]
    border += [(x, y) for y in range(200) for x in (10, 39, 160, 190)]
    assert {Qt.GlobalColor.magenta} == {
        Qt.GlobalColor.magenta if image.pixelColor(x, y) == Qt.GlobalColor.magenta else None
        for x, y in border
    }


def test_the_same_frame_gives_the_same_picture() -> None:
    first = drawn(LYING)
    drawn(KNEELING)
    drawn(LYING, Side.LEFT)
    assert first == drawn(LYING)


@pytest.mark.parametrize("theme", RoomTheme)
def test_each_theme_shows_the_whole_picture(theme: RoomTheme) -> None:
    assert len(pixels_of(drawn(KNEELING, look=Look(theme=theme)))) > 200


def test_people_can_be_told_apart() -> None:
    looks = [
        *(Look(skin=skin) for skin in SKINS),
        *(Look(hair=hair) for hair in HAIRS),
        *(Look(hair_style=style) for style in HairStyle),
        *(Look(clothes=clothes) for clothes in CLOTHES),
        Look(socks=True),
    ]
    different = set(looks)
    pictures = {bytes(drawn(LYING, look=look).constBits()) for look in different}
    assert len(different) == len(pictures)


def test_an_unknown_choice_is_drawn_as_the_first_one() -> None:
    strange = Look(skin="green", hair="none", clothes="armour")
    assert drawn(LYING) == drawn(LYING, look=strange)


@pytest.mark.parametrize(
    ("what", "plain", "taught"),
    [
        ("working muscles", replace(LYING, muscles=(), arrows=()), replace(LYING, arrows=())),
        ("arrows", replace(LYING, arrows=()), LYING),
        ("the inset", replace(OUTWARD, inset="none"), OUTWARD),
        ("hold still", LYING, replace(LYING, hold_still=True)),
        ("the tuck", replace(KNEELING, pelvic_tilt=0), KNEELING),
        ("a strap", replace(STRAPPED, props=STRAPPED.props[:1]), STRAPPED),
    ],
)
def test_the_picture_shows(what: str, plain: Pose, taught: Pose) -> None:
    assert drawn(plain) != drawn(taught), what


def test_nothing_is_taught_while_the_figure_only_rests() -> None:
    bare = replace(LYING, muscles=(), arrows=())
    assert drawn(bare) == drawn(FigureFrame(LYING, Side.RIGHT, teaching=False))


def test_the_pose_to_come_is_seen_as_a_ghost() -> None:
    later = pose_at(OUTWARD, LYING, 1.0)
    alone = drawn(FigureFrame(OUTWARD, Side.RIGHT, teaching=False))
    assert alone != drawn(FigureFrame(OUTWARD, Side.RIGHT, ghost=later, teaching=False))


def _ring_from_left(seconds: float) -> int:
    """Where the breathing ring begins, in pixels from the left, half-way up."""
    frame = FigureFrame(LYING, Side.RIGHT, teaching=False, breath_s=seconds)
    without, ring = drawn(frame), drawn(replace(frame, breathing=True))
    changes = [x for x in range(WIDTH) if ring.pixel(x, 90) != without.pixel(x, 90)]
    still = drawn(replace(frame, breath_s=0.0, breathing=True))
    moved = [x for x in changes if seconds and ring.pixel(x, 90) != still.pixel(x, 90)]
    return min(moved or changes)


def test_the_ring_widens_with_the_breath_in() -> None:
    narrow, half, full = (_ring_from_left(seconds) for seconds in (0.4, 1.3, 2.6))
    assert narrow > half > full


def test_the_chest_rises_with_the_breath() -> None:
    out, deep = (FigureFrame(LYING, Side.RIGHT, breath_s=seconds) for seconds in (0.0, 2.6))
    _, unlike = apart(drawn(out, size=(800, 600)), drawn(deep, size=(800, 600)))
    assert 0.0 < unlike < 0.002


def test_a_fault_is_shown_small() -> None:
    plain, faulty = drawn(KNEELING), drawn(KNEELING, extras=Extras(fault=STANDING))
    _, unlike = apart(plain, faulty)
    assert 0.005 < unlike < 0.15


def test_a_fading_figure_gives_way_to_the_next() -> None:
    gone = drawn(FigureFrame(STANDING, Side.RIGHT, teaching=False))
    early = FigureFrame(KNEELING, Side.RIGHT, teaching=False, fade=0.05, leaving=STANDING)
    late = replace(early, fade=0.95)
    assert apart(gone, drawn(late))[0] > apart(drawn(KNEELING), drawn(late))[0]
    assert apart(drawn(early), drawn(late))[0] > 1.0


def test_a_larger_screen_shows_the_same_picture_sharper() -> None:
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2.0)
    painter = QPainter(image)
    draw_figure(painter, QRectF(0, 0, 320, 240), FigureFrame(LYING, Side.RIGHT), Look())
    painter.end()
    image.setDevicePixelRatio(1.0)
    assert drawn(LYING, size=(640, 480)) == image
