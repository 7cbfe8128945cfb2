"""The hook that PySide6 puts into every import."""

from __future__ import annotations

import subprocess
import sys

TRIAL = """
import linecache
from PySide6.QtCore import QObject
from hipcoach.system.feature_hook import quiet_feature_hook
print(len(linecache.cache) > 0, quiet_feature_hook(), len(linecache.cache))
import graphlib
print(len(linecache.cache))
"""


def test_it_can_be_quieted_and_its_sources_are_let_go() -> None:
    done = subprocess.run([sys.executable, "-c", TRIAL], capture_output=True, text=True, check=True)
    assert ["True True 0", "0"] == done.stdout.splitlines()


def test_without_pyside_there_is_nothing_to_quiet() -> None:
    trial = "from hipcoach.system.feature_hook import quiet_feature_hook as q; print(q())"
    done = subprocess.run([sys.executable, "-c", trial], capture_output=True, text=True, check=True)
    assert "False\n" == done.stdout
