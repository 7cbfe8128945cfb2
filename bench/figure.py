"""What a picture costs: a moving figure at 800×600, drawn in software."""

from __future__ import annotations

import os
from collections.abc import Callable
from resource import RUSAGE_SELF, getrusage

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.figure.motion import there_and_back
from hipcoach.core.figure.pose import Arrow, Contact, Grip, Limbs, Muscle, Pose, Prop
from hipcoach.core.side import Side
from hipcoach.ui.figure.palette import Look
from hipcoach.ui.figure.scene import draw_figure

WIDTH, HEIGHT = 800, 600
FRAMES = 240
ROUNDS = 8
PER_SECOND = 60
LIMIT = 15.0
"""Percent of one core at 60 frames a second."""

_FROM = Pose(
    near=Limbs(hip=45, knee=95, ankle=-40, shoulder=5, elbow=10),
    far=Limbs(hip=45, knee=95, ankle=-40, shoulder=5, elbow=10),
    trunk=-90,
    planted=(Contact("back"), Contact("foot-far")),
    props=(Prop("mat"),),
)
_TO = Pose(
    near=Limbs(hip=110, knee=105, shoulder=8, elbow=50),
    far=Limbs(hip=45, knee=95, ankle=-40, shoulder=8, elbow=50),
    trunk=-90,
    planted=(Contact("back"), Contact("foot-far")),
    grips=(Grip("near", "thigh-near"), Grip("far", "thigh-near")),
    props=(Prop("mat"),),
    muscles=(Muscle("glute-max"), Muscle("hip-capsule")),
    arrows=(Arrow("pull", "knee-near", "headward", 0.12),),
)


def rows() -> list[tuple[str, str, str, bool]]:
    """A moving figure and a held one, beside the floor: filling the picture."""
    application = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    floor = _best(lambda _: image.fill(Qt.GlobalColor.white))
    moving = _best(lambda part: _draw(image, _moving(part)))
    held = _best(lambda part: _draw(image, _held(part)))
    del application
    return [
        ("filling 800×600 (the floor)", f"{floor:.2f} ms", "", True),
        _row("figure moving, 800×600 at 60 frames a second", moving),
        _row("figure held with breathing ring, the same", held),
    ]


def _row(measure: str, milliseconds: float) -> tuple[str, str, str, bool]:
    share = milliseconds * PER_SECOND / 10
    return (
        measure,
        f"{milliseconds:.2f} ms, {share:.1f} %",
        f"at most {LIMIT:.0f} %",
        share <= LIMIT,
    )


def _moving(part: float) -> FigureFrame:
    return FigureFrame(there_and_back(_FROM, _TO, part), Side.RIGHT, breath_s=part * 4)


def _held(part: float) -> FigureFrame:
    return FigureFrame(_TO, Side.RIGHT, breath_s=part * FRAMES / PER_SECOND, breathing=True)


def _draw(image: QImage, frame: FigureFrame) -> None:
    painter = QPainter(image)
    draw_figure(painter, QRectF(0, 0, WIDTH, HEIGHT), frame, Look())
    painter.end()


def _spent() -> float:
    """Seconds of processor that this process has used."""
    used = getrusage(RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _best(draw: Callable[[float], None]) -> float:
    """Milliseconds of this process's time for one frame, in the calmest of the rounds."""
    times = []
    for _ in range(ROUNDS):
        start = _spent()
        for i in range(FRAMES):
            draw(i / FRAMES)
        times.append((_spent() - start) / FRAMES * 1000)
    return min(times)


if __name__ == "__main__":
    for row in rows():
        print("{:<50} {:>16}  {}".format(*row))
