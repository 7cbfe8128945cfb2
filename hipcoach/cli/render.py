"""`hipcoach render`: a pose, or all of them, as a file."""

from __future__ import annotations

import os
from argparse import Namespace
from difflib import get_close_matches
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from hipcoach.core.content import Content
from hipcoach.core.errors import KnownError, UsageError
from hipcoach.core.side import Side
from hipcoach.library.source import OwnContent
from hipcoach.ui.figure.palette import RoomTheme
from hipcoach.ui.figure.render import render_pose, render_sheet


def run(given: Namespace) -> int:
    """Write the file; no display is needed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    content = OwnContent().everything()
    target: Path = given.sheet or given.out
    pose = "" if given.sheet else _pose_name(given, content)
    if target.suffix.lower() not in ({".png"} if given.sheet else {".png", ".svg"}):
        raise UsageError("wrong-sheet" if given.sheet else "wrong-file", {"name": target.name})
    application = QGuiApplication([])
    theme, side = RoomTheme(given.theme), Side(given.side)
    try:
        if given.sheet:
            render_sheet(list(content.poses.items()), theme, target, side=side)
        else:
            size = QSize(*given.size)
            render_pose(content.poses[pose], side=side, theme=theme, size=size, out_path=target)
    except OSError as error:
        raise KnownError("unwritable", {"path": target}) from error
    finally:
        application.shutdown()
    return 0


def _pose_name(given: Namespace, content: Content) -> str:
    """The full name of the pose that was asked for; the exercise's own choice where none was."""
    if given.exercise is None:
        raise UsageError("missing-exercise")
    exercise = content.exercises.get(given.exercise)
    if exercise is None:
        raise _unknown("unknown-exercise", given.exercise, list(content.exercises))
    names = [name.partition("/")[2] for name in content.poses if name.startswith(f"{exercise.id}/")]
    pose = given.pose or exercise.preview
    if pose not in names:
        raise _unknown("unknown-pose", pose, names)
    return f"{exercise.id}/{pose}"


def _unknown(code: str, name: str, known: list[str]) -> UsageError:
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    return UsageError(code, {"name": name, "nearest": near[0] if near else ""})
