"""A bus of the test's own, and who is on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from hipcoach.system.presence.bus import BusLink
from tests.system.presence.stand import StandIn, private_bus


@pytest.fixture
def address() -> Iterator[str]:
    """Where a bus listens that nobody else is on."""
    with private_bus() as address:
        yield address


@pytest.fixture
def program(address: str) -> Iterator[StandIn]:
    """A program on the bus that knows nothing yet."""
    program = StandIn(address)
    yield program
    program.close()


@pytest.fixture
def link(address: str) -> Iterator[BusLink]:
    """A connection to the bus that is not open yet."""
    link = BusLink(address)
    yield link
    link.close()
