"""What every test may rely on: a home of its own, silence, and nothing left behind.

Qt is looked at only where a test has brought it in.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

# A machine's speed is no property of the code: no deadlines. In CI the same examples every time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

# The collector runs in whichever thread makes the next object. What a test has left of Qt must
# not end in the journal's thread of a later one: it is collected here, between two tests.
gc.disable()
GARBAGE = 50_000
"""So many objects more than were let go of before it is worth a look."""

# Before anything imports Qt: no window of a test is seen, and it looks the same everywhere.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_STYLE_OVERRIDE"] = "Fusion"
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

HOME_FOLDERS = {
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": "run",
}


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home folder that is empty and goes away with the test."""
    with tempfile.TemporaryDirectory(prefix="hipcoach-home-") as name:
        folder = Path(name)
        monkeypatch.setenv("HOME", name)
        for variable, place in HOME_FOLDERS.items():
            monkeypatch.setenv(variable, str(folder / place))
        (folder / "run").mkdir(mode=0o700)
        monkeypatch.delenv("HIPCOACH_DATABASE_URL", raising=False)
        yield folder


class _Complaints(logging.Handler):
    """Keeps what our code warns about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _no_complaint_goes_unread(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in our own log fails the test, unless the test reads the log (`caplog`)."""
    complaints = _Complaints()
    logger = logging.getLogger("hipcoach")
    logger.addHandler(complaints)
    yield
    logger.removeHandler(complaints)
    if "caplog" not in request.fixturenames:
        assert [] == [record.getMessage() for record in complaints.records]


@pytest.fixture(autouse=True)
def _garbage_goes_in_our_thread() -> Iterator[None]:
    """What tests have left in circles is collected between them, and nowhere else."""
    yield
    if gc.get_count()[0] > GARBAGE:
        gc.collect()


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    """A test that spoke another language leaves English behind."""
    yield
    if "hipcoach.app.words" in sys.modules:
        from hipcoach.app.words import use_language  # noqa: PLC0415 - only where it is in use

        use_language("en")


@pytest.fixture(autouse=True)
def _no_widget_is_left() -> Iterator[None]:
    """A window that outlives its test fails it, and is closed so that the next is not blamed."""
    yield
    left = _windows_left()
    names = [f"{type(widget).__name__} {widget.objectName()}".rstrip() for widget in left]
    for widget in left:
        widget.deleteLater()
    left.clear()
    if names:
        _windows_left()
    assert [] == names


def _windows_left() -> list[QWidget]:
    """The windows that are still there when everything that was to go has gone."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415 - never the first import
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the same

    if not isinstance(QCoreApplication.instance(), QApplication):
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if QApplication.topLevelWidgets():
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return QApplication.topLevelWidgets()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the scores anew, `--scenarios` names a folder to run in place."""
    parser.addoption(
        "--update-golden", action="store_true", help="write the scores in tests/golden anew"
    )
    parser.addoption(
        "--scenarios",
        type=Path,
        metavar="DIR",
        help="run the scenarios or vectors of this folder, not those beside the tests",
    )
