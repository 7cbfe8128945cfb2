"""The whole picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from hipcoach.core.figure.skeleton import Skeleton, solve
from hipcoach.core.figure.vectors import Vec
from hipcoach.ui.figure.body import trunk
from hipcoach.ui.figure.camera import Box, Camera, View, bounds, fitted
from hipcoach.ui.figure.curve import unit
from hipcoach.ui.figure.feet import foot
from hipcoach.ui.figure.hands import hand
from hipcoach.ui.figure.head import head
from hipcoach.ui.figure.limbs import arm, arm_outline, leg, leg_outline
from hipcoach.ui.figure.palette import Palette
from hipcoach.ui.figure.shapes import Part

LIGHT: Vec = (0.45, 0.85, 0.35)
"""Where the light comes from: above and in front."""


def figure(camera: Camera, body: Skeleton, colours: Palette) -> list[Part]:
    """All parts of the body."""
    light = unit(camera.way(LIGHT))
    parts = trunk(camera, body, colours.near, light)
    parts.append(head(camera, body, colours))
    for joints, person, near in ((body.far, colours.far, False), (body.near, colours.near, True)):
        parts.append(foot(camera, joints, person))
        parts.append(leg(camera, joints, leg_outline(camera, joints), person, light))
        parts.append(arm(camera, joints, arm_outline(camera, joints), person, light))
        parts.append(hand(camera, joints, person, light, near=near))
    return parts


def extent(body: Skeleton, view: View) -> Box:
    """The box around a body."""
    points: list[Vec] = [body.head, body.pelvis, body.shoulders]
    for j in (body.near, body.far):
        points += [j.knee, j.ankle, j.heel, j.toe, j.elbow, j.fingers]
    left, top, right, bottom = bounds(view, points)
    return left - 0.09, top - 0.09, right + 0.09, bottom + 0.09


__all__ = ["Painter", "extent", "figure", "fitted", "solve"]
Painter = (QPainter, QRectF, Qt)
