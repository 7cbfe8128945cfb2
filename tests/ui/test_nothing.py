"""PySide6 6.12.0 takes references to `None` away."""

from __future__ import annotations

import subprocess
import sys

PAINTER = """
from PySide6.QtGui import QPainterPath
{guard}
path = QPainterPath()
for number in range(30_000):
    path.lineTo(number, number)
"""


def test_many_calls_that_return_nothing_do_not_end_the_program() -> None:
    program = PAINTER.format(guard="import hipcoach.ui")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (0, b"") == (done.returncode, done.stderr)
