"""Poses to draw, and pictures to compare."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.figure.pose import Arrow, Contact, Grip, Limbs, Muscle, Pose, Prop
from hipcoach.core.side import Side
from hipcoach.ui.figure.extras import PLAIN, Extras
from hipcoach.ui.figure.palette import Look
from hipcoach.ui.figure.scene import draw_figure

LYING = Pose(
    near=Limbs(hip=105, knee=100, shoulder=8, elbow=40),
    far=Limbs(ankle=-25, shoulder=8, elbow=40),
    trunk=-90,
    planted=(Contact("back"), Contact("heel-far")),
    grips=(Grip("near", "thigh-near"), Grip("far", "thigh-near")),
    props=(Prop("mat"),),
    muscles=(Muscle("glute-max", works=True), Muscle("hamstrings", works=True)),
    arrows=(Arrow("push", "mid-thigh-near", "thigh-back", 0.12),),
)
KNEELING = Pose(
    near=Limbs(knee=90, ankle=-60, shoulder=25, shoulder_abduction=30, elbow=60),
    far=Limbs(hip=91, knee=91, shoulder=25, shoulder_abduction=30, elbow=60),
    pelvic_tilt=10,
    planted=(Contact("knee-near"), Contact("foot-far")),
    props=(Prop("pad"),),
    muscles=(Muscle("iliopsoas"), Muscle("glute-max", works=True)),
    arrows=(Arrow("tuck", "pelvis", "posterior", 0.1),),
)
STANDING = Pose(
    near=Limbs(hip=40, knee=5, shoulder=-10, elbow=10),
    far=Limbs(knee=3, ankle=3, shoulder=55, shoulder_abduction=30, elbow=40),
    planted=(Contact("foot-far"),),
    grips=(Grip("far", "wall"),),
    props=(Prop("wall", 0.25, 0.8, -0.38),),
)
AT_THE_DESK = Pose(
    near=Limbs(hip=-15, knee=12, ankle=19, shoulder=5, elbow=70),
    far=Limbs(hip=20, knee=32, ankle=12, shoulder=5, elbow=70),
    planted=(Contact("foot-far"), Contact("toes-near")),
    grips=(Grip("near", "desk"), Grip("far", "desk")),
    props=(Prop("desk", 0.25, 0.6),),
)
STRAPPED = Pose(
    near=Limbs(hip=100, knee=90, shoulder=5, elbow=95),
    far=Limbs(hip=45, knee=95, ankle=-40, shoulder=5, elbow=95),
    trunk=-90,
    planted=(Contact("back"), Contact("foot-far")),
    grips=(Grip("near", "strap"), Grip("far", "strap")),
    props=(Prop("mat"), Prop("strap")),
)
OUTWARD = Pose(
    near=Limbs(hip=100, abduction=30, rotation=15, knee=100, shoulder=5),
    far=Limbs(hip=45, knee=95, ankle=-40, shoulder=5),
    trunk=-90,
    planted=(Contact("back"), Contact("foot-far")),
    props=(Prop("mat"),),
    inset="front",
)
POSES = {
    "lying": LYING,
    "kneeling": KNEELING,
    "standing": STANDING,
    "at-the-desk": AT_THE_DESK,
    "strapped": STRAPPED,
    "outward": OUTWARD,
}
WIDTH, HEIGHT = 320, 240


def drawn(
    pose: Pose | FigureFrame,
    side: Side = Side.RIGHT,
    look: Look | None = None,
    extras: Extras = PLAIN,
    size: tuple[int, int] = (WIDTH, HEIGHT),
) -> QImage:
    """The picture of a pose or a frame."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    frame = (
        pose if isinstance(pose, FigureFrame) else FigureFrame(pose, side, holding=pose.hold_still)
    )
    draw_figure(painter, QRectF(0, 0, *size), frame, look or Look(), extras)
    painter.end()
    return image


def apart(one: QImage, other: QImage) -> tuple[float, float]:
    """How much two pictures differ: mean of all channels, 0 to 255, and share of unlike pixels."""
    a = one.convertToFormat(QImage.Format.Format_RGB888)
    b = other.convertToFormat(QImage.Format.Format_RGB888)
    assert a.size() == b.size()
    total = unlike = 0
    width = a.width() * 3
    for y in range(a.height()):
        row_a = _row(a, y)[:width]
        row_b = _row(b, y)[:width]
        if row_a == row_b:
            continue
        steps = [abs(p - q) for p, q in zip(row_a, row_b, strict=True)]
        total += sum(steps)
        unlike += sum(max(steps[i : i + 3]) > 40 for i in range(0, width, 3))
    return total / (width * a.height()), unlike / (a.width() * a.height())


def _row(image: QImage, y: int) -> bytes:
    start = image.bytesPerLine() * y
    return bytes(memoryview(image.constBits())[start : start + image.bytesPerLine()])


def pixels_of(image: QImage) -> set[int]:
    """Every colour in a picture."""
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
