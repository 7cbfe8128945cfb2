"""Keys of a terminal: each by its name, however they come."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hipcoach.system.keyboard import NAMED, NoKeys, TerminalKeys, terminal_keys

termios = pytest.importorskip("termios", reason="Windows has a console instead")

SOON_S = 5.0


class Typist:
    """A terminal's two ends."""

    def __init__(self) -> None:
        self.read, self.write = os.pipe()
        self.keys = TerminalKeys(self.read)

    def type(self, text: str) -> None:
        os.write(self.write, text.encode())

    def came(self, number: int) -> list[str]:
        return [self.keys.wait(SOON_S) for _ in range(number)]

    def hang_up(self) -> None:
        os.close(self.write)
        self.write = -1


@pytest.fixture
def typist() -> Iterator[Typist]:
    made = Typist()
    yield made
    os.close(made.read)
    if made.write >= 0:
        os.close(made.write)


@pytest.mark.parametrize(("sent", "name"), NAMED.items())
def test_a_key_has_its_name(typist: Typist, sent: str, name: str) -> None:
    typist.type(sent)
    assert [name] == typist.came(1)


def test_a_letter_is_itself(typist: Typist) -> None:
    typist.type("rP7ß]")
    assert ["r", "P", "7", "ß", "]"] == typist.came(5)


def test_keys_that_come_at_once_are_all_there(typist: Typist) -> None:
    typist.type(" \x1b[Cp\x1b[6~\x1bOA")
    assert ["space", "right", "p", "page-down", "up"] == typist.came(5)
    assert "" == typist.keys.wait(0)


@pytest.mark.parametrize("before", range(27, 33))
def test_a_key_that_is_cut_in_two_is_one(typist: Typist, before: int) -> None:
    typist.type("r" * before + "\x1b[15~y")
    assert [*"r" * before, "f5", "y"] == typist.came(before + 2)


def test_escape_before_another_key_is_escape(typist: Typist) -> None:
    typist.type("\x1by")
    assert ["escape", "y"] == typist.came(2)


def test_a_key_that_has_no_name_is_none(typist: Typist) -> None:
    typist.type("\x1b[1;5Cx")
    assert ["", "x"] == typist.came(2)


def test_where_nobody_types_the_time_passes(typist: Typist) -> None:
    assert "" == typist.keys.wait(0.001)
    assert "" == NoKeys().wait(0.001)


def test_a_terminal_that_has_gone_says_so(typist: Typist) -> None:
    typist.type("y")
    typist.hang_up()
    assert ["y"] == typist.came(1)
    with pytest.raises(EOFError):
        typist.keys.wait(SOON_S)


def test_without_a_terminal_there_are_no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path(os.devnull).open() as nothing:
        monkeypatch.setattr(sys, "stdin", nothing)
        with terminal_keys() as keys:
            assert isinstance(keys, NoKeys)


def test_a_terminal_gets_its_old_ways_back(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = os.openpty()
    before = termios.tcgetattr(theirs)
    with os.fdopen(theirs) as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        with terminal_keys() as keys:
            os.write(ours, b"p")
            assert "p" == keys.wait(SOON_S)
            assert before != termios.tcgetattr(theirs)
        assert before == termios.tcgetattr(theirs)
    os.close(ours)
