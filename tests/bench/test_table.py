"""The table of measures."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from bench import __main__ as table

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of benches; each holds the body of its `rows`."""
    monkeypatch.setattr(table, "__file__", str(tmp_path / "__main__.py"))
    monkeypatch.setattr(sys, "modules", sys.modules.copy())
    return tmp_path


def _put(folder: Path, name: str, source: str) -> None:
    (folder / f"{name}.py").touch()
    module = ModuleType(f"bench.{name}")
    exec(source, module.__dict__)
    sys.modules[f"bench.{name}"] = module


def test_every_measure_stands_beside_its_limit(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _put(folder, "start_up", "rows = lambda: [('first paint', '1.5×', 'at most 1.8×', True)]")
    _put(folder, "shared", "unused = 1")
    assert 0 == table.main([])
    lines = [
        [cell.strip() for cell in line.split("|")] for line in capsys.readouterr().out.splitlines()
    ]
    assert ["measure", "value", "limit", "ok"] == lines[0]
    assert [["first paint", "1.5×", "at most 1.8×", "yes"]] == lines[2:]


def test_a_limit_that_is_not_kept_fails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _put(folder, "a", "rows = lambda: [('memory', '2.0×', 'at most 1.9×', False)]")
    _put(folder, "b", "rows = lambda: [('stall', '20 ms', 'under 40 ms', True)]")
    assert 1 == table.main([])
    assert "| NO\n" in capsys.readouterr().out
    assert 0 == table.main(["b"])


def test_a_bench_that_breaks_hides_no_other(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _put(folder, "a", "def rows(): raise OSError('no sound card')")
    _put(folder, "b", "rows = lambda: [('stall', '20 ms', 'under 40 ms', True)]")
    assert 1 == table.main([])
    said = capsys.readouterr().out
    assert "OSError: no sound card" in said
    assert "20 ms" in said


def test_an_unknown_bench_is_told_the_known_ones(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _put(folder, "start_up", "")
    assert 2 == table.main(["startup"])
    assert "Not known: startup. There are: start_up.\n" == capsys.readouterr().err
