"""A small shelf of content to spoil."""

from __future__ import annotations

from pathlib import Path

import pytest

from hipcoach.library.shelf import Shelf
from tests.library.samples import FILES, Spoil


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """Gives a shelf that is good, but for `old` which became `new` in one file."""

    def shelf(file: str = "common.toml", old: str = "", new: str = "") -> Shelf:
        for name, text in FILES.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        path = tmp_path / file
        was = FILES.get(file, "")
        assert old in was
        path.write_text(was.replace(old, new, 1) if old else was + new, encoding="utf-8")
        return Shelf(tmp_path)

    return shelf
