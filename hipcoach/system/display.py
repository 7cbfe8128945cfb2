"""Whether a window can open here, without opening one in this process: Qt aborts where it can't."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Final

from hipcoach.core.value import value

ANSWER_S: Final = 20.0
TRIAL: Final = "from PySide6.QtWidgets import QApplication; print(QApplication([]).platformName())"

LIBRARIES: Final[Mapping[str, str]] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt's windows need beyond a bare system, with the package that brings it on Debian."""


@value
class DisplayDiagnosis:
    """Whether a window could open, and what stands in its way."""

    platform: str
    """Qt's name of it, such as `xcb`; empty where no window can open."""
    asked_for: bool
    """Whether the environment names a display at all."""
    missing: tuple[str, ...]
    """Debian's packages with the libraries that can't be loaded."""


def has_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether there is a display to open a window on."""
    if platform in {"win32", "darwin"}:
        return True
    chosen = environment.get("QT_QPA_PLATFORM", "")
    named = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return bool(named) or chosen.startswith(("offscreen", "vnc", "linuxfb", "eglfs", "minimal"))


def diagnose_display() -> DisplayDiagnosis:
    """Try it in a process of its own; takes up to some seconds."""
    import subprocess  # noqa: PLC0415 - a window that opens needs no diagnosis

    missing = () if sys.platform != "linux" else tuple(_missing())
    if not has_display():
        return DisplayDiagnosis("", asked_for=False, missing=missing)
    try:
        tried = subprocess.run(  # noqa: S603 - our own Python
            [sys.executable, "-c", TRIAL],
            capture_output=True,
            text=True,
            timeout=ANSWER_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return DisplayDiagnosis("", asked_for=True, missing=missing)
    platform = tried.stdout.strip() if tried.returncode == 0 else ""
    return DisplayDiagnosis(platform, asked_for=True, missing=missing)


def _missing() -> list[str]:
    import ctypes  # noqa: PLC0415 - as above

    found = []
    for library, package in LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            found.append(package)
    return found
