"""What is written down when something goes wrong."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from hipcoach.system import logs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[Path]:
    del caplog  # warnings are what these tests are about
    before = list(logs.logger.handlers)
    path = tmp_path / "hipcoach.log"
    logs.log_to(path)
    yield path
    for handler in [one for one in logs.logger.handlers if one not in before]:
        logs.logger.removeHandler(handler)
        handler.close()


def test_a_warning_is_written_with_its_time_and_its_place(log: Path) -> None:
    logging.getLogger("hipcoach.system").warning("no %s", "icons")
    (line,) = log.read_text("utf-8").splitlines()
    assert line.endswith("WARNING hipcoach.system: no icons")
    assert line[:4].isdecimal()


def test_what_went_well_is_not_written(log: Path) -> None:
    logging.getLogger("hipcoach.system").info("icons found")
    assert "" == log.read_text("utf-8")


def test_the_file_is_its_owners_alone_from_the_start(log: Path) -> None:
    assert 0o600 == log.stat().st_mode & 0o777


def test_a_flood_of_warnings_fills_two_files_at_most(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "BOUND_BYTES", 1000)
    for number in range(100):
        logging.getLogger("hipcoach").warning("warning %d", number)
    files = sorted(log.parent.iterdir())
    assert ["hipcoach.log", "hipcoach.log.1"] == [path.name for path in files]
    assert all(path.stat().st_size <= 1000 for path in files)
    assert "warning 99" in log.read_text("utf-8")
