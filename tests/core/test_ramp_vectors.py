"""Histories with the plan that a clinician expects of them.

`pytest tests/core/test_ramp_vectors.py --scenarios DIR` runs those of another folder, as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hipcoach.core.case_file import read_case
from hipcoach.core.ramp import plan_of

VECTORS = Path(__file__).parents[1] / "data" / "ramp_vectors.json"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "vector" in metafunc.fixturenames:
        folder = metafunc.config.getoption("--scenarios")
        others = sorted(folder.glob("*.json")) if folder else []
        if folder and not folder.is_dir():
            raise pytest.UsageError(f"{folder} is no folder")
        paths = [VECTORS, *others]
        vectors = [vector for path in paths for vector in _vectors(path)]
        metafunc.parametrize("vector", vectors, ids=[vector["name"] for vector in vectors])


def _vectors(path: Path) -> Iterator[dict[str, Any]]:
    """The vectors of a file, which holds one or a list of them; others hold scenarios."""
    document = json.loads(path.read_text(encoding="utf-8"))
    for vector in document if isinstance(document, list) else [document]:
        if isinstance(vector, dict) and {"history", "today", "expect"} <= vector.keys():
            yield {"name": path.stem, **vector}


def _dated(value: date | None) -> str | None:
    return value.isoformat() if value else None


def test_a_history_gives_the_plan_that_is_expected(vector: dict[str, Any]) -> None:
    plan = plan_of(read_case(vector), date.fromisoformat(vector["today"]))
    told = {
        "action": plan.action.value,
        "weekly_target_min": plan.weekly_min,
        "weekly_target_max": plan.weekly_max,
        "next_session_not_before": _dated(plan.next_day),
        "level": plan.level,
    }

    assert vector["expect"] == {name: told[name] for name in vector["expect"] if name in told}


def test_every_vector_is_run(pytestconfig: pytest.Config) -> None:
    assert pytestconfig.getoption("--scenarios") or 12 == len(list(_vectors(VECTORS)))
