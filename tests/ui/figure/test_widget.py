from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.side import Side
from hipcoach.ui.figure.palette import Look, RoomTheme
from hipcoach.ui.figure.widget import FigureView
from tests.ui.figure.figure_stand import KNEELING, LYING, drawn


def _view(qtbot: QtBot) -> FigureView:
    view = FigureView()
    qtbot.addWidget(view)
    view.resize(320, 240)
    return view


def _shown(view: FigureView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_the_view_shows_the_frame_that_it_is_given(qtbot: QtBot) -> None:
    view = _view(qtbot)
    view.show_frame(FigureFrame(LYING, Side.LEFT))
    assert drawn(LYING, Side.LEFT) == _shown(view)
    view.show_frame(FigureFrame(KNEELING, Side.LEFT))
    assert drawn(KNEELING, Side.LEFT) == _shown(view)


def test_another_look_is_shown_at_once(qtbot: QtBot) -> None:
    view = _view(qtbot)
    view.show_frame(FigureFrame(LYING, Side.RIGHT))
    dark = Look(theme=RoomTheme.DARK)
    view.set_look(dark)
    assert drawn(LYING, look=dark) == _shown(view)


def test_before_the_first_frame_there_is_a_quiet_ground(qtbot: QtBot) -> None:
    view = _view(qtbot)
    image = _shown(view)
    assert {view.palette().window().color().rgb()} == {
        image.pixel(x, y) for x in range(0, 320, 10) for y in range(0, 240, 10)
    }


def test_a_click_on_the_picture_is_told(qtbot: QtBot) -> None:
    view = _view(qtbot)
    with qtbot.waitSignal(view.clicked, timeout=1000):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton)


def test_a_press_that_ends_elsewhere_is_no_click(qtbot: QtBot) -> None:
    view = _view(qtbot)
    with qtbot.assertNotEmitted(view.clicked):
        QTest.mousePress(view, Qt.MouseButton.LeftButton)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(-20, 400))
        QTest.mouseClick(view, Qt.MouseButton.RightButton)


def test_a_release_without_a_press_is_no_click(qtbot: QtBot) -> None:
    view = _view(qtbot)
    with qtbot.assertNotEmitted(view.clicked):
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton)


def test_the_enter_key_clicks_too(qtbot: QtBot) -> None:
    view = _view(qtbot)
    with qtbot.waitSignal(view.clicked, timeout=1000):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_screen_readers_are_told_what_is_seen(qtbot: QtBot) -> None:
    view = _view(qtbot)
    view.setAccessibleName("Knee to chest")
    view.setAccessibleDescription("On the back, one knee drawn up")
    assert "Knee to chest" == view.accessibleName()
    assert "On the back, one knee drawn up" == view.accessibleDescription()


def test_the_view_keeps_no_time(qtbot: QtBot) -> None:
    view = _view(qtbot)
    view.show_frame(FigureFrame(LYING, Side.RIGHT, breathing=True))
    assert [] == view.findChildren(QTimer)
