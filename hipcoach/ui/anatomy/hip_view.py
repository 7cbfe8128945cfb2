"""The hip from the side: low back, pelvis, thigh bone, and the three hip flexors."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from hipcoach.app.words import _
from hipcoach.core.value import value
from hipcoach.ui.anatomy.bones import (
    ARCH,
    ASIS,
    BODY,
    FEMUR,
    FIBULA,
    FORAMEN,
    HEAD,
    HIP_BONE,
    LESSER_TROCHANTER,
    PATELLA,
    PUBIS,
    RIM,
    SACRUM,
    SIT_BONE,
    TIBIA,
    Segment,
    spine,
    tilted,
)
from hipcoach.ui.anatomy.inks import INKS, Inks
from hipcoach.ui.anatomy.labels import Name, label_all
from hipcoach.ui.anatomy.muscles import (
    Band,
    iliacus,
    psoas,
    rectus_femoris,
    slips,
    tendons,
)
from hipcoach.ui.anatomy.sheet import Sheet, Window
from hipcoach.ui.figure.arrows import shaft
from hipcoach.ui.figure.palette import RoomTheme, clear, mixed

WHOLE: Final = Window(-12.0, 9.0, -53.0, 36.0)
"""From the lowest rib to the shin."""
JOINT: Final = Window(-9.5, 9.5, -7.5, 6.5)
"""The hip joint alone."""
CLOSE: Final = Window(-13.4, 11.6, -15.0, 35.5)
"""Low back, pelvis, and the upper half of the thigh."""


@value
class HipPicture:
    """What is drawn of the hip."""

    tilt: float = 0.0
    """Degrees that the pelvis is tipped forward, 0 to 20."""
    window: Window = CLOSE
    labelled: bool = True
    measured: bool = False
    """Whether the line from hip bone to pubic bone is drawn beside a plumb line."""


def draw_hip(painter: QPainter, area: QRectF, picture: HipPicture, theme: RoomTheme) -> None:
    """Paint the hip into an area: a pure function of its arguments."""
    inks = INKS[theme]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(area)
    ground(painter, area, inks)
    breadth = area.width() * 0.34 if picture.labelled else 0.0
    room = area.adjusted(breadth * 0.8, 10, -breadth * 0.8, -10)
    sheet = Sheet(painter, room, picture.window)
    _draw(sheet, picture, inks)
    if picture.labelled:
        label_all(painter, area, _names(sheet, picture), inks, breadth)
    painter.restore()


def draw_joint(painter: QPainter, area: QRectF, theme: RoomTheme) -> None:
    """Paint the joint alone, the thigh bone clear so that its head is seen in the socket."""
    inks = INKS[theme]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(area)
    ground(painter, area, inks)
    breadth = area.width() * 0.34
    sheet = Sheet(painter, area.adjusted(breadth * 0.6, 6, -breadth * 0.6, -6), JOINT)
    _hip_bone(sheet, 0.0, inks)
    _socket(sheet, inks)
    painter.setOpacity(0.35)
    sheet.fill(sheet.shape(FEMUR), inks.bone, inks.bone_edge)
    painter.setOpacity(1.0)
    sheet.fill(sheet.ring(0j, HEAD), inks.bone, inks.bone_edge)
    arrow = shaft(
        [sheet.at(1.7 - 0.3j), sheet.at(-1.7 - 0.3j)], 0.9 * sheet.scale, 0.95 * sheet.scale
    )
    painter.fillPath(arrow, QBrush(clear(inks.accent, 0.85)))
    names = [
        Name(_("Head of the thigh bone"), sheet.at(-0.9 + 1.3j), right=False, strong=True),
        Name(_("Rim of the socket"), sheet.at(2.35 + 1.35j), right=True),
        Name(_("Only an image: “to the back”"), sheet.at(1.4 - 0.3j), right=True),
        Name(_("Thigh bone"), sheet.at(-0.8 - 6.4j), right=False),
    ]
    label_all(painter, area, names, inks, breadth)
    painter.restore()


def ground(painter: QPainter, area: QRectF, inks: Inks) -> None:
    """The wall with a disc of light on it, as behind the figure."""
    painter.fillRect(area, inks.wall)
    radius = min(area.width(), area.height()) * 0.46
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.glow)
    painter.drawEllipse(area.center(), radius, radius)


def _draw(sheet: Sheet, picture: HipPicture, inks: Inks) -> None:
    tilt = picture.tilt
    for vertebra in spine(tilt):
        _arch(sheet, vertebra, inks)
    sheet.fill(sheet.shape(tilted(SACRUM, tilt)), inks.bone_far, inks.bone_edge)
    _discs(sheet, tilt, inks)
    for vertebra in spine(tilt):
        _body(sheet, vertebra, inks)
    bone = _hip_bone(sheet, tilt, inks)
    _flexors(sheet, tilt, bone, inks)
    _socket(sheet, inks)
    sheet.fill(sheet.shape(FIBULA), inks.bone_far, inks.bone_edge)
    sheet.fill(sheet.shape(TIBIA), inks.bone, inks.bone_edge)
    _femur(sheet, tilt, inks)
    for tendon in tendons():
        sheet.fill(sheet.band(tendon), inks.tendon, inks.bone_edge, 0.1)
    _muscle(sheet, rectus_femoris(tilt), inks.rectus, inks)
    sheet.fill(sheet.ring(PATELLA, 0.95, 2.0), inks.bone, inks.bone_edge)
    if picture.measured:
        _measure(sheet, tilt, inks)


def _body(sheet: Sheet, vertebra: Segment, inks: Inks) -> None:
    points = [vertebra.point(u * vertebra.depth, v * vertebra.height) for u, v in BODY]
    sheet.fill(sheet.shape(points), inks.bone, inks.bone_edge)


def _arch(sheet: Sheet, vertebra: Segment, inks: Inks) -> None:
    smaller = vertebra.depth / 1.75
    points = [vertebra.point(u * smaller, v * 0.86) for u, v in ARCH]
    sheet.fill(sheet.shape(points), inks.bone_far, inks.bone_edge)


def _discs(sheet: Sheet, tilt: float, inks: Inks) -> None:
    chain = spine(tilt)
    top = tilted([SACRUM[-1], SACRUM[0]], tilt)
    for vertebra in chain:
        half, low = vertebra.depth * 0.97, -vertebra.height * 0.5
        back, front = vertebra.point(-half, low), vertebra.point(half, low)
        bulge = (front + top[1]) / 2 + (front - back) / abs(front - back) * 0.22
        sheet.fill(sheet.shape([back, front, bulge, top[1], top[0]]), inks.disc)
        high = vertebra.height * 0.5
        top = [vertebra.point(-half, high), vertebra.point(half, high)]


def _muscle(sheet: Sheet, band: Band, colour: QColor, inks: Inks) -> None:
    """A muscle with its fibres."""
    sheet.fill(sheet.band(band), colour, mixed(colour, inks.bone_edge, 0.35), 0.12)
    for share in (-0.5, 0.0, 0.5):
        sheet.stroke(sheet.inside(band, share), clear(inks.fibre, 0.45), 0.07)


def _flexors(sheet: Sheet, tilt: float, bone: QPainterPath, inks: Inks) -> None:
    """Psoas and iliacus; where they lie inside the pelvis they are seen through its wing."""
    painter = sheet.painter
    # Even and odd in place of cutting: paths that move are cut anew in every frame.
    elsewhere = QPainterPath(bone)
    elsewhere.addRect(painter.clipBoundingRect())
    for place, opacity in ((elsewhere, 1.0), (bone, 0.62)):
        painter.save()
        painter.setClipPath(place, Qt.ClipOperation.IntersectClip)
        painter.setOpacity(opacity)
        fan = sheet.shape(iliacus(tilt))
        sheet.fill(fan, inks.iliacus, mixed(inks.iliacus, inks.bone_edge, 0.35), 0.1)
        _fan_fibres(sheet, tilt, fan, inks)
        for slip in slips(tilt):
            sheet.fill(sheet.band(slip), inks.psoas)
        _muscle(sheet, psoas(tilt), inks.psoas, inks)
        painter.restore()
    sheet.stroke(bone, inks.bone_edge, 0.18)


def _fan_fibres(sheet: Sheet, tilt: float, fan: QPainterPath, inks: Inks) -> None:
    meet, end = 3.0 + 1.0j, LESSER_TROCHANTER
    starts = tilted([3.9 + 8.8j, 2.2 + 11.2j, -0.6 + 12.4j, -3.6 + 12.4j, -5.6 + 10.4j], tilt)
    sheet.painter.save()
    sheet.painter.setClipPath(fan, Qt.ClipOperation.IntersectClip)
    for start in starts:
        middle = start * 0.5 + meet * 0.5 + 0.3
        sheet.stroke(sheet.line([start, middle, meet, end]), clear(inks.fibre, 0.45), 0.07)
    sheet.painter.restore()


def _hip_bone(sheet: Sheet, tilt: float, inks: Inks) -> QPainterPath:
    """The near half of the pelvis, with a rim of shade along the wing's hollow; its shape."""
    bone = sheet.shape(tilted(HIP_BONE, tilt))
    bone.addPath(sheet.shape(tilted(FORAMEN, tilt)))
    bone.setFillRule(Qt.FillRule.OddEvenFill)
    sheet.fill(bone, inks.bone, inks.bone_edge, 0.18)
    return bone


def _socket(sheet: Sheet, inks: Inks) -> None:
    sheet.fill(sheet.ring(0j, RIM), inks.bone_far, inks.bone_edge)


def _femur(sheet: Sheet, tilt: float, inks: Inks) -> None:
    """Head, then shaft; the tendon that ends behind it is seen through."""
    head = sheet.ring(0j, HEAD)
    sheet.fill(head, inks.bone, inks.bone_edge)
    shaft = sheet.shape(FEMUR)
    sheet.fill(shaft, inks.bone, inks.bone_edge)
    sheet.painter.save()
    head.addPath(shaft)
    head.setFillRule(Qt.FillRule.WindingFill)
    sheet.painter.setClipPath(head, Qt.ClipOperation.IntersectClip)
    sheet.painter.setOpacity(0.38)
    sheet.fill(sheet.band(psoas(tilt)[-5:]), inks.psoas)
    sheet.painter.restore()
    sheet.stroke(shaft, inks.bone_edge, 0.16)


def _measure(sheet: Sheet, tilt: float, inks: Inks) -> None:
    """A plumb line through the pubic bone, and the line that stands on it in neutral."""
    hip, pubis = tilted([ASIS + 0.2, PUBIS + 0.2], tilt)
    up = complex(pubis.real, hip.imag + 2.5)
    plumb = QPen(QBrush(inks.soft), max(1.2, 0.14 * sheet.scale))
    plumb.setDashPattern([2.5, 2.5])
    sheet.painter.strokePath(sheet.line([pubis, up]), plumb)
    way = (hip - pubis) / abs(hip - pubis)
    end = pubis + way * (abs(up - pubis))
    sheet.stroke(sheet.line([pubis, end]), inks.accent, 0.24)
    for point in (hip, pubis):
        spot = sheet.at(point)
        sheet.painter.setPen(QPen(inks.wall, 1.5))
        sheet.painter.setBrush(inks.accent)
        radius = max(3.5, 0.42 * sheet.scale)
        sheet.painter.drawEllipse(QPointF(spot.real, spot.imag), radius, radius)


def _names(sheet: Sheet, picture: HipPicture) -> list[Name]:
    """The names of what is in the picture, at their places for this tilt."""
    tilt = picture.tilt
    chain = {one.name: one for one in spine(tilt)}

    def pelvis(point: complex) -> complex:
        return sheet.at(tilted([point], tilt)[0])

    found = [
        Name(_("Low back (lumbar spine)"), sheet.at(chain["L2"].point(-5.4, -0.3)), right=False),
        Name(_("Sacrum"), pelvis(-8.7 + 3.0j), right=False),
        Name(_("Sit bone"), pelvis(SIT_BONE), right=False),
        Name(_("Lesser trochanter"), sheet.at(LESSER_TROCHANTER), right=False),
        Name(_("Psoas major"), sheet.at(chain["L3"].point(0.9, 0.0)), right=True, strong=True),
        Name(_("Iliacus"), pelvis(1.6 + 10.4j), right=True, strong=True),
        Name(_("Front hip bone"), pelvis(ASIS), right=True),
        Name(_("Head of the thigh bone, in its socket"), sheet.at(0.9 + 0.4j), right=True),
        Name(_("Rectus femoris"), sheet.at(5.0 - 11.0j), right=True, strong=True),
    ]
    if picture.window is WHOLE:
        found += [
            Name(_("Thigh bone"), sheet.at(-0.3 - 24.0j), right=False),
            Name(_("Kneecap"), sheet.at(PATELLA), right=True),
        ]
    else:
        found.append(Name(_("Pubic bone"), pelvis(PUBIS - 0.6j), right=True))
    return found
