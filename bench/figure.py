"""What a picture costs: a moving figure at 800×600, drawn in software."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from resource import RUSAGE_SELF, getrusage

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from hipcoach.__main__ import YOUNG
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


_SWINGING = (
    Pose(
        near=Limbs(hip=-18, knee=25, ankle=-15, shoulder=12, elbow=12),
        far=Limbs(knee=3, ankle=3, shoulder=70, shoulder_abduction=30, elbow=20),
        planted=(Contact("foot-far"),),
        grips=(Grip("far", "wall"),),
        props=(Prop("wall", 0.25, 0.8, -0.38),),
        muscles=(Muscle("iliopsoas"), Muscle("rectus-femoris")),
        arrows=(Arrow("swing", "ankle-near", "backward", 0.14),),
    ),
    Pose(
        near=Limbs(hip=50, knee=5, shoulder=-12, elbow=12),
        far=Limbs(knee=3, ankle=3, shoulder=70, shoulder_abduction=30, elbow=20),
        planted=(Contact("foot-far"),),
        grips=(Grip("far", "wall"),),
        props=(Prop("wall", 0.25, 0.8, -0.38),),
        muscles=(Muscle("hamstrings"),),
        arrows=(Arrow("swing", "ankle-near", "forward", 0.14),),
    ),
)
_LUNGING = (
    Pose(
        near=Limbs(hip=22, knee=18, shoulder=5, elbow=10),
        far=Limbs(hip=-15, knee=30, ankle=15, toes=35, shoulder=-5, elbow=10),
        planted=(Contact("foot-near"), Contact("toes-far")),
    ),
    Pose(
        near=Limbs(hip=95, knee=90, shoulder=25, elbow=25),
        far=Limbs(hip=-18, knee=75, ankle=15, toes=45, shoulder=-20, elbow=25),
        trunk=5,
        planted=(Contact("foot-near"), Contact("toes-far")),
        muscles=(
            Muscle("quadriceps", works=True),
            Muscle("glute-max", works=True),
            Muscle("iliopsoas", "far"),
        ),
        arrows=(Arrow("lean", "pelvis", "down", 0.1),),
    ),
)


def rows() -> list[tuple[str, str, str, bool]]:
    """Figures that move and one that is held, beside the floor: filling the picture."""
    gc.set_threshold(YOUNG)  # as the program does
    application = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    floor = _best(lambda _: image.fill(Qt.GlobalColor.white))
    one_leg = _best(lambda part: _draw(image, _moving((_FROM, _TO), part)))
    swinging = _best(lambda part: _draw(image, _moving(_SWINGING, part)))
    lunging = _best(lambda part: _draw(image, _moving(_LUNGING, part)))
    held = _best(lambda part: _draw(image, _held(part)))
    del application
    return [
        ("filling 800×600 (the floor)", f"{floor:.2f} ms", "", True),
        _row("figure moving, 800×600 at 60 frames a second", one_leg),
        _row("figure swinging a leg, the same", swinging),
        _row("figure lunging, all of it moving, the same", lunging),
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


def _moving(ends: tuple[Pose, Pose], part: float) -> FigureFrame:
    pose = there_and_back(*ends, part)
    return FigureFrame(pose, Side.RIGHT, breath_s=part * 4, scope=ends)


def _held(part: float) -> FigureFrame:
    return FigureFrame(
        _TO,
        Side.RIGHT,
        breath_s=part * FRAMES / PER_SECOND,
        breathing=True,
        scope=(_FROM, _TO),
    )


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
