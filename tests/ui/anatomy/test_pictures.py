"""The pictures of the articles, painted."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider

from hipcoach.core.article import PictureId
from hipcoach.ui.anatomy.bones import MOST_TILT
from hipcoach.ui.anatomy.diagrams import WEEKS, times_a_week
from hipcoach.ui.anatomy.hip_view import HipPicture, draw_hip
from hipcoach.ui.anatomy.inks import INKS
from hipcoach.ui.anatomy.labels import places
from hipcoach.ui.article_picture import ROUND_MS, STILLS, ArticlePicture, Canvas, tilt_at
from hipcoach.ui.figure.palette import Look, RoomTheme
from hipcoach.ui.picture import PictureBook
from tests.ui.page_stand import button, click, press, settle, show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WORDS = "What is to be seen."


class Painted(Canvas):
    """A canvas that counts how often it paints."""

    times = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt calls it so
        self.times += 1
        super().paintEvent(event)


def _picture(
    qtbot: QtBot, picture: PictureId, theme: RoomTheme = RoomTheme.LIGHT
) -> ArticlePicture:
    made = ArticlePicture(picture, WORDS, PictureBook({}, Look(theme=theme)))
    show(qtbot, made, 560, 720)
    return made


def _colours(image: QImage) -> set[int]:
    return {
        image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
    }


def _hip(tilt: float, theme: RoomTheme = RoomTheme.LIGHT) -> QImage:
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    draw_hip(painter, QRectF(0, 0, 400, 400), HipPicture(tilt, labelled=False), theme)
    painter.end()
    return image


@pytest.mark.parametrize("picture", PictureId)
def test_a_picture_paints_in_every_light_and_has_its_words(
    qtbot: QtBot, picture: PictureId
) -> None:
    painted = []
    for theme in RoomTheme:
        made = _picture(qtbot, picture, theme)
        made.set_still(still=True)
        canvas = made.canvas
        canvas.show_tilts(0.0)
        assert WORDS == canvas.accessibleName()
        image = canvas.grab().toImage()
        assert len(_colours(image)) > 5
        painted.append(image)
    for one, other in pairwise(painted):
        assert one != other


@pytest.mark.parametrize("theme", RoomTheme)
def test_the_muscles_are_told_apart_by_colour(qtbot: QtBot, theme: RoomTheme) -> None:
    del qtbot
    inks = INKS[theme]
    seen = {QColor(pixel).name() for pixel in _colours_of_all(_hip(0, theme))}
    assert inks.psoas.name() in seen
    assert inks.rectus.name() in seen
    assert 3 == len({inks.psoas.name(), inks.iliacus.name(), inks.rectus.name()})


def _colours_of_all(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_the_pelvis_tips(qtbot: QtBot) -> None:
    del qtbot
    assert _hip(0) == _hip(0)
    assert _hip(0) != _hip(15)


def test_another_light_draws_the_picture_again(qtbot: QtBot) -> None:
    book = PictureBook({})
    canvas = Painted(PictureId.RAMP, WORDS, book)
    show(qtbot, canvas, 500, 250)
    before, times = canvas.grab().toImage(), canvas.times
    settle()
    assert times == canvas.times
    book.set_look(Look(theme=RoomTheme.DARK))
    settle()
    assert canvas.times > times
    assert before != canvas.grab().toImage()


def test_the_movement_goes_there_and_back_and_is_slow_at_both_ends() -> None:
    assert 0 == tilt_at(0.0)
    assert tilt_at(0.5) == pytest.approx(MOST_TILT)
    assert tilt_at(1.0) == pytest.approx(0.0)
    assert tilt_at(0.3) == pytest.approx(tilt_at(0.7))
    assert tilt_at(0.05) - tilt_at(0.0) < tilt_at(0.3) - tilt_at(0.25)


def test_it_moves_while_it_is_seen(qtbot: QtBot) -> None:
    picture = _picture(qtbot, PictureId.TILT)
    assert picture.moving
    qtbot.waitUntil(lambda: picture.canvas.tilts[0] > 0.05, timeout=5000)
    picture.hide()
    assert not picture.moving
    picture.show()
    assert picture.moving


def test_who_takes_the_slider_has_the_pelvis_in_hand(qtbot: QtBot) -> None:
    picture = _picture(qtbot, PictureId.TILT)
    slider = picture.findChild(QSlider)
    assert isinstance(slider, QSlider)
    slider.setValue(0)
    press(slider, Qt.Key.Key_PageUp)
    assert not picture.moving
    assert (5.0,) == picture.canvas.tilts
    press(slider, Qt.Key.Key_End)
    assert (MOST_TILT,) == picture.canvas.tilts
    assert "tilt" in slider.accessibleName()
    click(button(picture, "Let it move"))
    assert picture.moving
    click(button(picture, "Hold still"))
    assert not picture.moving


def test_after_the_slider_the_movement_goes_on_from_there(qtbot: QtBot) -> None:
    picture = _picture(qtbot, PictureId.TILT)
    slider = picture.findChild(QSlider)
    assert isinstance(slider, QSlider)
    press(slider, Qt.Key.Key_End)
    press(slider, Qt.Key.Key_PageDown)
    click(button(picture, "Let it move"))
    qtbot.waitUntil(lambda: picture.canvas.tilts != (15.0,), timeout=5000)
    assert picture.canvas.tilts[0] == pytest.approx(15.0, abs=MOST_TILT * 900 / ROUND_MS)


def test_with_less_motion_two_pictures_stand_side_by_side(qtbot: QtBot) -> None:
    picture = _picture(qtbot, PictureId.TILT)
    picture.set_still(still=True)
    assert STILLS == picture.canvas.tilts
    assert not picture.moving
    slider = picture.findChild(QSlider)
    assert isinstance(slider, QSlider)
    assert not slider.isVisible()
    image = picture.canvas.grab().toImage()
    half = image.width() // 2
    assert image.copy(0, 0, half, image.height()) != image.copy(half, 0, half, image.height())
    picture.set_still(still=False)
    assert 1 == len(picture.canvas.tilts)
    assert picture.moving


def test_only_the_pelvis_moves(qtbot: QtBot) -> None:
    picture = _picture(qtbot, PictureId.RAMP)
    assert not picture.moving
    picture.set_still(still=False)
    assert not picture.moving
    assert picture.findChild(QSlider) is None


def test_the_ramp_leads_from_twice_a_week_to_daily() -> None:
    assert [2, 3, 4, 7] == [len(days) for days in WEEKS]
    assert ["2 × a week", "daily"] == [times_a_week(2), times_a_week(7)]


@given(
    st.lists(st.tuples(st.floats(10, 60), st.floats(0, 400)), min_size=1, max_size=6),
)
def test_no_name_covers_another_and_all_have_room(boxes: list[tuple[float, float]]) -> None:
    ordered = sorted(boxes, key=lambda box: box[1])
    heights = [height for height, _middle in ordered]
    tops = places(heights, [middle for _height, middle in ordered], 0.0, 500.0)
    for (top, height), (after, _) in pairwise(zip(tops, heights, strict=True)):
        assert top + height <= after + 1e-6
    assert tops[-1] + heights[-1] <= 500.0 + 1e-6
    assert tops[0] >= -1e-6


def test_a_name_stands_where_it_points_when_there_is_room() -> None:
    assert [90.0, 290.0] == places([20.0, 20.0], [100.0, 300.0], 0.0, 400.0)
