"""What somebody says about themselves comes back from the journal as it was."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from hipcoach.app.set_up import SetUp, row_of, set_up_of

AT = datetime(2026, 3, 4, tzinfo=UTC)
ALL = SetUp(("sitting",), 2, kneels=False, props=("mat",), weekdays=(1, 4), time="18:00")


def test_it_comes_back_as_it_was() -> None:
    row = row_of(ALL, UUID(int=7), AT)
    assert (UUID(int=7), AT) == (row.id, row.at)
    assert ALL == set_up_of(row)


def test_what_was_never_asked_is_not_answered() -> None:
    assert SetUp() == set_up_of(None)
    assert SetUp() == set_up_of(row_of(SetUp(), UUID(int=1), AT))
    assert SetUp().props is None
