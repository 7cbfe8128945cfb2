"""A full screen as sway tells it."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hipcoach.core.presence import Blind
from hipcoach.system.presence.sway import SwayFullscreen
from tests.system.presence.other_end import OtherEnd
from tests.system.presence.stand import until

SUBSCRIBE, TREE, WINDOW_EVENT = 2, 4, 0x80000003
US, THEM = 100, 200


def view(pid: int = THEM, *, full: int = 0, visible: bool = True) -> dict[str, Any]:
    return {"type": "con", "fullscreen_mode": full, "visible": visible, "pid": pid, "nodes": []}


def desk(*views: dict[str, Any], floating: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    """A screen with a workspace, which itself always counts as filling it."""
    workspace = {
        "type": "workspace",
        "fullscreen_mode": 1,
        "visible": True,
        "nodes": [{"type": "con", "fullscreen_mode": 0, "nodes": [*views]}],
        "floating_nodes": [*floating],
    }
    return {"type": "root", "nodes": [{"type": "output", "nodes": [workspace]}]}


class Sway(OtherEnd):
    """The other end of the socket."""

    def __init__(self, place: Path) -> None:
        self.tree: Any = desk(view())
        self.asked: list[int] = []
        super().__init__(place)

    def _answer(self) -> None:
        while self._read:
            magic, length, kind = struct.unpack_from("=6sII", self._read)
            assert b"i3-ipc" == magic
            body, self._read = self._read[14 : 14 + length], self._read[14 + length :]
            self.asked.append(kind)
            if kind == SUBSCRIBE:
                assert ["window", "workspace"] == json.loads(body)
                self.says(kind, {"success": True})
            else:
                assert b"" == body
                self.says(kind, self.tree)

    def changes(self, tree: Any) -> None:
        """Have these windows from now on, and say that some changed."""
        self.tree = tree
        self.says(WINDOW_EVENT, {"change": "fullscreen_mode"})

    def says(self, kind: int, body: Any) -> None:
        """Send a message."""
        data = json.dumps(body).encode()
        self.sends(struct.pack("=6sII", b"i3-ipc", len(data), kind) + data)


@pytest.fixture
def sway(tmp_path: Path) -> Iterator[Sway]:
    sway = Sway(tmp_path / "sway.sock")
    yield sway
    sway.close()


@pytest.fixture
def film(tmp_path: Path, sway: Sway) -> Iterator[SwayFullscreen]:
    """Connected, with the first answer there."""
    film = SwayFullscreen(tmp_path / "sway.sock", our_id=US)
    film.open()
    assert (Blind.ASKING, None) == (film.blind, film.on())
    until(lambda: film.blind is None, sway.poll, film.poll)
    yield film
    film.close()


@pytest.mark.parametrize(
    ("tree", "fills"),
    [
        (desk(view(full=1)), True),
        (desk(view(), view(full=2)), True),
        (desk(floating=(view(full=1),)), True),
        (desk(view(full=1, visible=False)), False),
        (desk(view(pid=US, full=1)), False),
        (desk(view(), view()), False),
        (desk(), False),
    ],
    ids=["full", "on all screens", "floating", "elsewhere", "ours", "none", "empty"],
)
def test_only_what_fills_the_screen_and_is_seen_counts(
    film: SwayFullscreen, sway: Sway, tree: Any, fills: bool
) -> None:
    sway.changes(desk(view(full=0 if fills else 1)))
    until(lambda: film.on() is not fills, film.poll, sway.poll)
    sway.changes(tree)
    until(lambda: film.on() is fills, film.poll, sway.poll)


def test_windows_are_asked_for_once_however_much_changes(film: SwayFullscreen, sway: Sway) -> None:
    for _ in range(20):
        sway.changes(desk(view(full=1)))
    until(lambda: film.on() is True, film.poll, sway.poll)
    for _ in range(20):
        film.poll()
        sway.poll()
    assert [SUBSCRIBE, TREE, TREE] == sway.asked


@pytest.mark.parametrize(
    "said",
    [b"x" * 14, struct.pack("=6sII", b"i3-ipc", 3, TREE) + b"[1]", b"i3-ipc\2\0\0\0\4\0\0\0{x"],
)
def test_nonsense_ends_it(film: SwayFullscreen, sway: Sway, said: bytes) -> None:
    sway.sends(said)
    until(lambda: film.blind is Blind.GONE, film.poll)
    assert None is film.on()


def test_a_message_in_two_pieces_is_one(film: SwayFullscreen, sway: Sway) -> None:
    data = json.dumps(desk(view(full=1))).encode()
    whole = struct.pack("=6sII", b"i3-ipc", len(data), TREE) + data
    sway.sends(whole[:30])
    film.poll()
    assert False is film.on()
    sway.sends(whole[30:])
    until(lambda: film.on() is True, film.poll)


def test_where_it_doesn_t_run_it_isn_t_told(tmp_path: Path) -> None:
    for nowhere in (None, tmp_path / "sway.sock"):
        film = SwayFullscreen(nowhere)
        film.open()
        film.poll()
        assert (Blind.NOT_TOLD, None) == (film.blind, film.on())
