"""Made-up content for the pages, and how they are shown and asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hipcoach.app.snapshots import ExercisePageSnapshot, RoutineCard, TodaySnapshot
from hipcoach.core.exercise import Goal, Position
from hipcoach.core.figure.pose import Limbs, Pose
from hipcoach.core.finding import Entry, words_in
from hipcoach.ui.pieces import Button
from hipcoach.ui.theme import Theme

STAND, LIFT, ARCH = Pose(), Pose(near=Limbs(hip=60.0, knee=70.0)), Pose(arch=20.0)
POSES = {
    "knee-lift/stand": STAND,
    "knee-lift/low": LIFT,
    "knee-lift/high": Pose(near=Limbs(hip=90.0, knee=90.0)),
    "knee-lift/arched": ARCH,
    "breathing/lie": Pose(),
}


def application() -> QApplication:
    """The one that runs."""
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def let_go(window: QWidget, theme: Theme, *others: QObject) -> None:
    """Delete a window and what leads it, and then its look, which nobody has to take off."""
    for one in (window, *others):
        one.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme.choose("light")
    application().setStyleSheet("")
    theme.deleteLater()


KNEE_LIFT = ExercisePageSnapshot(
    id="knee-lift",
    name="Knee lift",
    summary="Bends the hip while standing.",
    position="Standing",
    goals=("Bend the hip",),
    how=("Stand tall.", "Lift one knee."),
    feel="In the front of the hip.",
    muscles=("deep hip flexors",),
    props=("wall",),
    faults=(("The back arches.", "Tuck."), ("You hurry.", "Slow down.")),
    safety=("Ease off when it pinches.",),
    dose="Ten on each side.",
    rungs=(("Low", "Half way."), ("High", "All the way.")),
    default_rung=1,
    sided=True,
    sources=(("A book", "https://example.org/book"), ("A file", "file:///etc/passwd")),
    poses=(("knee-lift/stand", "knee-lift/low"), ("knee-lift/stand", "knee-lift/high")),
    fault_pose="knee-lift/arched",
    entry=Entry(
        id="knee-lift",
        name="Knee lift",
        position=Position.STANDING,
        goals=(Goal.FLEXION,),
        props=("wall",),
        length_s=100.0,
        words=words_in("Knee lift bends the hip while standing"),
    ),
)
BREATHING = replace(
    KNEE_LIFT,
    id="breathing",
    name="Breathing",
    position="Seated",
    rungs=(("Easy", ""),),
    sided=False,
    sources=(),
    faults=(),
    poses=(("breathing/lie", "breathing/lie"),),
    entry=Entry(
        id="breathing",
        name="Breathing",
        position=Position.SEATED,
        goals=(Goal.RELEASE,),
        props=(),
        length_s=45.0,
        words=words_in("Breathing calms seated"),
    ),
)
ROUTINES = (
    RoutineCard("gentle", "Gentle", "For a start.", "8 min", 480.0, ("mat",), "breathing/lie"),
    RoutineCard("desk", "Desk", "Between meetings.", "90 s", 90.0, (), "knee-lift/low"),
)
TODAY = TodaySnapshot("Nothing done yet.", ROUTINES, "", "")

INTERACTIVE = (QAbstractButton, QAbstractSlider, QComboBox, QLineEdit, QAbstractItemView)


def show(qtbot: QtBot, widget: QWidget, width: int = 1200, height: int = 800) -> None:
    """Show a page as a window that has the keyboard."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    settle()
    widget.setFocus()


def settle() -> None:
    """Let Qt lay out and show what was just put in."""
    QApplication.processEvents()


def click(widget: QWidget, spot: QPoint | None = None) -> None:
    """Click on a widget, in its middle or on a spot."""
    where = widget.rect().center() if spot is None else spot
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)


def press(
    widget: QWidget | None,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key where a widget has the keyboard."""
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


def told(signal: Any) -> list[Any]:
    """What a signal tells from now on; `None` where it says nothing."""
    heard: list[Any] = []
    signal.connect(lambda *values: heard.append(values[0] if values else None))
    return heard


def button(widget: QWidget, name: str) -> Button:
    """The button that is called so and can be seen."""
    found = [
        one for one in widget.findChildren(Button)
        if one.accessibleName() == name and one.isVisibleTo(widget)
    ]  # fmt: skip
    assert 1 == len(found), f"{len(found)} buttons are called {name!r}"
    return found[0]


def nameless(widget: QWidget) -> list[str]:
    """The controls that a screen reader could not name."""
    controls = [
        one for one in widget.findChildren(QWidget)
        if isinstance(one, INTERACTIVE)
        and not isinstance(one, QScrollBar)
        and not one.objectName().startswith("qt_")
        and (one.isVisibleTo(widget) or one.isWindow())
    ]  # fmt: skip
    assert controls
    return [
        f"{type(one).__name__} in {type(one.parent()).__name__}"
        for one in controls
        if not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
    ]
