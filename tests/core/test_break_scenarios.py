"""Whole days of breaks, written down as files: what happens, and when."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest

from hipcoach.core.breaks import BreakSettings, status
from tests.core.break_world import World

OURS = Path(__file__).parents[1] / "scenarios" / "breaks"
WITHIN_S = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """An event as a scenario tells it."""

    at_s: float
    event: str
    reason: str = ""

    def __str__(self) -> str:
        return f"{self.at_s:9.0f}  {self.event} {self.reason}".rstrip()

    def met_by(self, actual: Line) -> bool:
        """Whether that is what was expected; only `held` must carry its reason."""
        same = self.event == actual.event and abs(self.at_s - actual.at_s) <= WITHIN_S
        reasons = {actual.reason} if self.event == "held" else {actual.reason, ""}
        return same and self.reason in reasons


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "scenario" in metafunc.fixturenames:
        paths = _scenarios(metafunc.config)
        metafunc.parametrize("scenario", paths, ids=[path.stem for path in paths])


def _scenarios(config: pytest.Config) -> list[Path]:
    return sorted((config.getoption("--scenarios") or OURS).rglob("*.toml"))


def test_there_are_scenarios(pytestconfig: pytest.Config) -> None:
    assert _scenarios(pytestconfig)


def test_the_scenario_comes_out_as_written(scenario: Path) -> None:
    script = tomllib.loads(scenario.read_text(encoding="utf-8"))
    world = _played(script)
    expected = [Line(**line) for line in script.get("expect", [])]
    actual = [Line(at_s, event.kind, event.reason or "") for at_s, event in world.happened]
    met = len(expected) == len(actual) and all(map(Line.met_by, expected, actual))
    assert met, f"{script['name']}: {script['why']}\n{_side_by_side(expected, actual)}"
    end = script.get("end", {})
    now = status(world.state, world.settings)
    assert end.get("state", now.standing) == now.standing
    assert abs(end.get("remaining_s", now.remaining_s) - now.remaining_s) <= WITHIN_S, now


def _played(script: dict[str, Any]) -> World:
    settings = BreakSettings().with_table(script.get("settings", {}))
    world = World(script["start"]["wall"], script["start"]["zone"], settings)
    for step in script.get("step", []):
        world.do(step)
    return world


def _side_by_side(expected: Sequence[Line], actual: Sequence[Line]) -> str:
    """Both lists beside each other, and a mark where they differ."""
    rows = [f"    {'expected':<34}{'actual':<34}"]
    for one, other in zip_longest(expected, actual):
        same = one is not None and other is not None and one.met_by(other)
        mark = " " if same else "!"
        rows.append(f"{mark}   {one or ''!s:<34}{other or ''!s:<34}".rstrip())
    return "\n".join(rows)


def test_a_failure_shows_both_sides_and_marks_what_differs() -> None:
    shown = _side_by_side(
        [Line(3570, "notice"), Line(3600, "held", "call"), Line(3700, "due")],
        [Line(3571, "notice"), Line(3600, "held", "meeting")],
    )
    assert ["expected", "actual"] == shown.splitlines()[0].split()
    assert [" ", "!", "!"] == [row[0] for row in shown.splitlines()[1:]]


@pytest.mark.parametrize(
    ("expected", "met"),
    [
        (Line(100, "due"), True),
        (Line(101, "due"), True),
        (Line(102, "due"), False),
        (Line(100, "held"), False),
    ],
)
def test_an_event_meets_what_is_expected_within_a_second(expected: Line, met: bool) -> None:
    assert met == expected.met_by(Line(100, "due"))


def test_a_held_break_must_name_its_guard() -> None:
    assert not Line(100, "held").met_by(Line(100, "held", "call"))
    assert Line(100, "refused").met_by(Line(100, "refused", "too-many"))
