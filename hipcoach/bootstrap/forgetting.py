"""What this person wants forgotten, deleted here and for whoever joins later."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hipcoach.bootstrap.backups import place
from hipcoach.core.forgotten import Forgotten

# ruff: noqa: PLC0415 - SQLAlchemy takes its time, and not every start deletes

if TYPE_CHECKING:
    from hipcoach.bootstrap.environment import Environment


def forget_days(environment: Environment, span: tuple[date, date] | None) -> Mapping[str, int]:
    """Delete the rows of these practice days, `None`: of all; how many they were by table.

    Raises as `store.forgetting.forget` does.
    """
    from hipcoach.store.forgetting import forget

    clock = environment.clock()
    first, last = span or (None, None)
    return forget(place(environment), Forgotten(clock.new_id(), clock.now(), first, last))


def days_back(environment: Environment, source: Path) -> tuple[date, date] | None:
    """The first and the last of the deleted days that a copy would bring back; `None`: none."""
    from hipcoach.store import forgetting

    return forgetting.days_back(place(environment), source, environment.clock().now())
