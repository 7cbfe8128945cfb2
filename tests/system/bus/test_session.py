"""A place on the bus: nothing waits, nothing is started, nothing is lost without a word."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress, Message
from pytestqt.qtbot import QtBot

from hipcoach.core.errors import KnownError
from hipcoach.system.bus.objects import BusInterface, BusMethod, BusObject
from hipcoach.system.bus.session import BUS, SessionBus, session_bus_address
from hipcoach.system.bus.wire import CHUNK
from tests.system.conftest import PrivateBus

LARGE = "x" * (20 * CHUNK)


class Part:
    def __init__(self) -> None:
        self.log: list[str] = []

    def joined(self) -> None:
        self.log.append("joined")

    def left(self) -> None:
        self.log.append("left")

    def heard(self, message: Message) -> None:
        self.log.append(f"heard {message.body}")


def refuse() -> None:
    raise KnownError("not-now", {"why": "test"})


def thing(path: str = "/org/example/Thing") -> BusObject:
    return BusObject(
        path,
        BusInterface(
            "org.example.Thing",
            {
                "Echo": BusMethod(lambda text: (text,), (("text", "s"),), (("text", "s"),)),
                "Refuse": BusMethod(refuse),
            },
            signals={"Rang": (("times", "u"),)},
        ),
    )


def on(name: str, path: str = "/org/example/Thing", interface: str = "org.example.Thing") -> Any:
    return DBusAddress(path, bus_name=name, interface=interface)


def test_without_an_address_or_a_socket_there_is_no_bus(tmp_path: Path) -> None:
    assert not session_bus_address({}, "linux")
    assert not session_bus_address({"XDG_RUNTIME_DIR": str(tmp_path)}, "linux")
    assert not session_bus_address({"DBUS_SESSION_BUS_ADDRESS": ""}, "linux")
    assert not session_bus_address({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/b"}, "win32")
    assert "unix:path=/b" == session_bus_address({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/b"})
    (tmp_path / "bus").touch()
    assert not session_bus_address({"XDG_RUNTIME_DIR": str(tmp_path)}, "linux")
    (tmp_path / "bus").unlink()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "bus"))
        found = session_bus_address({"XDG_RUNTIME_DIR": str(tmp_path)}, "linux")
    assert f"unix:path={tmp_path}/bus" == found


@pytest.mark.parametrize("address", ["", "nonsense", "unix:nowhere", "unix:path=/no/such/bus"])
def test_a_bus_that_is_not_there_is_done_without(address: str, qtbot: QtBot) -> None:
    del qtbot
    bus, part, answers = SessionBus(address), Part(), list[object]()
    bus.add(part)
    bus.open()
    bus.call(BUS, "GetId", done=answers.append)
    bus.close()
    assert ([None], [], False) == (answers, part.log, bus.here)


def test_calls_of_any_size_are_answered_in_turn(on_bus: SessionBus, qtbot: QtBot) -> None:
    answers: list[object] = []
    on_bus.serve(thing())
    on_bus.take_name("org.example.Us", answers.append)
    for text in ("first", LARGE, "last"):
        on_bus.call(on("org.example.Us"), "Echo", "s", (text,), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 4)
    assert [True, ("first",), (LARGE,), ("last",)] == answers


def test_a_name_that_another_has_is_not_ours(
    on_bus: SessionBus, private_bus: PrivateBus, qtbot: QtBot
) -> None:
    other, taken = SessionBus(private_bus.address), list[bool]()
    other.open()
    on_bus.take_name("org.example.Us", taken.append)
    qtbot.waitUntil(lambda: bool(taken) and other.here)
    other.take_name("org.example.Us", taken.append)
    qtbot.waitUntil(lambda: len(taken) == 2)
    on_bus.drop_name("org.example.Us")
    owner: list[object] = []
    other.call(BUS, "GetNameOwner", "s", ("org.example.Us",), owner.append)
    other.take_name("org.example.Us", taken.append)
    other.take_name("org.example.Us", taken.append)
    qtbot.waitUntil(lambda: len(taken) == 4)
    other.close()
    assert [True, False, True, True] == taken
    assert [None] == owner


def test_signals_that_were_asked_for_are_heard(on_bus: SessionBus, qtbot: QtBot) -> None:
    part, ours = Part(), thing()
    on_bus.add(part)
    on_bus.listen("type='signal',interface='org.example.Thing'")
    on_bus.send(ours.signal("org.example.Thing", "Rang", 3))
    qtbot.waitUntil(lambda: "heard (3,)" in part.log)
    on_bus.remove(part)
    assert "joined" == part.log[0]


def test_a_part_that_comes_late_is_told_that_the_bus_is_there(on_bus: SessionBus) -> None:
    part = Part()
    on_bus.add(part)
    assert ["joined"] == part.log


def test_a_call_that_fails_gives_nothing(on_bus: SessionBus, qtbot: QtBot) -> None:
    answers: list[object] = []
    on_bus.serve(thing())
    on_bus.call(on(on_bus._name), "Refuse", done=answers.append)
    on_bus.call(on(on_bus._name, "/elsewhere"), "Echo", "s", ("a",), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert [None, None] == answers


def test_who_waits_for_an_answer_hears_that_the_bus_has_died(
    on_bus: SessionBus, private_bus: PrivateBus, qtbot: QtBot
) -> None:
    part, answers = Part(), list[object]()
    on_bus.add(part)
    private_bus.end()
    on_bus.call(BUS, "GetId", done=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert ([None], ["joined", "left"], False) == (answers, part.log, on_bus.here)


def test_a_bus_that_comes_late_is_joined(private_bus: PrivateBus, qtbot: QtBot) -> None:
    private_bus.end()
    bus = SessionBus(private_bus.address, retry_ms=20)
    bus.open()
    private_bus.begin()
    qtbot.waitUntil(lambda: bus.here)
    bus.close()


def test_a_bus_that_comes_back_is_joined_again(
    on_bus: SessionBus, private_bus: PrivateBus, qtbot: QtBot
) -> None:
    part = Part()
    on_bus.add(part)
    private_bus.end()
    qtbot.waitUntil(lambda: not on_bus.here)
    private_bus.begin()
    qtbot.waitUntil(lambda: on_bus.here)
    assert ["joined", "left", "joined"] == [line for line in part.log if "heard" not in line]


@pytest.mark.parametrize("says", [b"REJECTED EXTERNAL\r\n", b"\0" * 9000, b"OK 1\r\nmore"])
def test_what_is_no_bus_is_left(says: bytes, tmp_path: Path, qtbot: QtBot) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "odd"))
        server.listen()
        bus, answers = SessionBus(f"unix:path={tmp_path}/odd"), list[object]()
        part = Part()
        bus.add(part)
        bus.open()
        bus.call(BUS, "GetId", done=answers.append)
        link, _address = server.accept()
        with link:
            link.sendall(says)
            qtbot.waitUntil(lambda: bool(answers))
            # We are the ones who hang up.
            link.settimeout(5)
            qtbot.waitUntil(lambda: link.recv(CHUNK) == b"")
        bus.close()
    assert ([None], [], False) == (answers, part.log, bus.here)


def test_a_closed_bus_leaves_no_socket_open(on_bus: SessionBus) -> None:
    def sockets() -> int:
        links = [link for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
        return sum(link.readlink().name.startswith("socket:") for link in links)

    before = sockets()
    on_bus.close()
    assert before - 1 == sockets()
