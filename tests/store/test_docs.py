"""The page about the journal, held to the journal."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hipcoach.store.rows import TABLES

PAGE = (Path(__file__).parents[2] / "docs" / "journal.md").read_text(encoding="utf-8")
RELEASED = Path(__file__).parents[1] / "data" / "journals"


@pytest.mark.parametrize("name", sorted(TABLES.tables))
def test_every_table_and_column_is_told(name: str) -> None:
    (line,) = [line for line in PAGE.splitlines() if line.startswith(f"| `{name}` |")]
    columns = {column.name for column in TABLES.tables[name].columns}
    of_all = {"id", "at", "offset_s"}

    assert set() == columns - of_all - set(re.findall(r"`(\w+)`", line))


@pytest.mark.parametrize("question", re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL))
def test_a_question_finds_something(tmp_path: Path, question: str) -> None:
    newest = shutil.copy(max(RELEASED.glob("*.db")), tmp_path)
    with closing(sqlite3.connect(newest)) as connection:
        assert [] != connection.execute(question).fetchall()
