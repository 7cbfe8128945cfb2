"""One HipCoach for each data folder, and what others may say to it."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from pytestqt.qtbot import QtBot

from hipcoach.core.errors import KnownError
from hipcoach.system.instance.ask import Plain, ask, raise_request
from hipcoach.system.instance.listener import MOST, PipeListener, same_user
from hipcoach.system.instance.place import LOCK, LONGEST, places
from hipcoach.system.instance.single import SingleInstance
from hipcoach.system.paths import Paths

FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from hipcoach.system.instance.single import SingleInstance

app = QCoreApplication([])
one = SingleInstance(Path(sys.argv[1]), sys.argv[2:], lambda said: {"ok": True, "said": said})
print(one.claim(), flush=True)
app.exec()
"""
"""A HipCoach that has nothing but the right to be the one."""


def echo(said: Plain) -> Plain:
    if said == {"bad": True}:
        raise KnownError("refused")
    return {"ok": True, "said": said}


class Asking:
    """Asks from another thread, as another program would; our loop runs meanwhile."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def __call__(self, *places: str, request: Plain | None = None, tries: int = 1) -> object:
        """The answer, or the code of what was wrong."""
        return self.does(lambda: ask(places, request or {"ask": "raise"}, tries=tries))

    def does(self, work: Callable[[], object]) -> object:
        found: list[object] = []

        def run() -> None:
            try:
                found.append(work())
            except KnownError as error:
                found.append(error.code)

        thread = threading.Thread(target=run)
        thread.start()
        self._qtbot.waitUntil(lambda: bool(found), timeout=10_000)
        thread.join()
        return found[0]


@pytest.fixture
def asking(qtbot: QtBot) -> Asking:
    return Asking(qtbot)


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(tmp_path / "run" / "one.sock")


@pytest.fixture
def only(tmp_path: Path, place: str) -> Iterator[SingleInstance]:
    only = SingleInstance(tmp_path, [place], echo)
    yield only
    only.release()


def talk(place: str, *parts: bytes) -> bytes:
    """What comes back for these bytes."""
    with socket.socket(socket.AF_UNIX) as link:
        link.settimeout(10)
        link.connect(place)
        for part in parts:
            link.sendall(part)
        answer = b""
        while more := link.recv(1024):
            answer += more
        return answer


def test_the_first_is_the_one_and_answers_the_others(
    only: SingleInstance, tmp_path: Path, place: str, asking: Asking
) -> None:
    assert only.claim()
    assert only.heard
    second = SingleInstance(tmp_path, [place], echo)
    assert not second.claim()
    second.release()
    request = {"ask": "break", "wish": "snooze", "seconds": 300}
    assert {"ok": True, "said": request} == asking(place, request=request)


def test_another_may_be_the_one_afterwards(
    only: SingleInstance, tmp_path: Path, place: str, asking: Asking
) -> None:
    only.claim()
    only.release()
    assert not Path(place).exists()
    assert "not-running" == asking(place)
    second = SingleInstance(tmp_path, [place], echo)
    assert second.claim()
    second.release()


def test_what_was_left_by_one_that_was_killed_is_taken_over(
    only: SingleInstance, tmp_path: Path, place: str, asking: Asking
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", FIRST, str(tmp_path), place], stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout is not None
        assert "True\n" == first.stdout.readline()
        assert not only.claim()
        assert {"ok": True, "said": {"ask": "raise"}} == asking(place)
        first.kill()
    assert Path(place).exists()
    assert "not-running" == asking(place)
    assert only.claim()
    assert {"ok": True, "said": {"ask": "raise"}} == asking(place)


def test_a_lock_whose_number_another_program_has_can_be_taken_over(
    only: SingleInstance, tmp_path: Path, place: str, asking: Asking
) -> None:
    lock = tmp_path / "hipcoach.lock"
    only.claim()
    _number, *others = lock.read_text().splitlines()
    only.release()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as program:
        lock.write_text("\n".join([str(program.pid), *others, ""]))
        assert not only.claim()
        assert "not-running" == asking(place)
        assert only.take_over()
        assert {"ok": True, "said": {"ask": "raise"}} == asking(place)
        program.kill()


def test_one_that_is_just_starting_is_waited_for(
    only: SingleInstance, place: str, asking: Asking
) -> None:
    QTimer.singleShot(20, only.claim)
    assert {"ok": True, "said": {"ask": "raise"}} == asking(place, tries=200)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, place: str) -> None:
    missing = SingleInstance(tmp_path / "missing", [place], echo)
    with pytest.raises(KnownError, match="unwritable"):
        missing.claim()


def test_without_a_place_it_is_the_one_but_cannot_be_heard(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    only = SingleInstance(tmp_path, [str(tmp_path / "file" / "one.sock")], echo)
    assert only.claim()
    assert not only.heard
    only.release()


def test_the_next_place_is_taken_where_the_best_cannot_be(
    tmp_path: Path, place: str, asking: Asking
) -> None:
    (tmp_path / "file").touch()
    best = str(tmp_path / "file" / "one.sock")
    only = SingleInstance(tmp_path, [best, place], echo)
    assert only.claim()
    assert {"ok": True, "said": {"ask": "raise"}} == asking(best, place)
    only.release()


def test_only_its_owner_may_come_near(only: SingleInstance, tmp_path: Path, place: str) -> None:
    (tmp_path / "run").mkdir(mode=0o777)
    only.claim()
    assert 0o600 == stat.S_IMODE(Path(place).stat().st_mode)
    assert 0o600 == stat.S_IMODE((tmp_path / LOCK).stat().st_mode)
    assert 0o700 == stat.S_IMODE(Path(place).parent.stat().st_mode)


def test_a_folder_that_leads_elsewhere_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "theirs")
    only = SingleInstance(tmp_path, [str(tmp_path / "link" / "one.sock")], echo)
    only.claim()
    assert not only.heard
    only.release()


@pytest.mark.skipif(not hasattr(socket, "SO_PEERCRED"), reason="nobody tells who is there")
def test_a_program_of_another_user_is_not_listened_to(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        assert same_user(ours)
        monkeypatch.setattr(os, "getuid", lambda: 12_345)
        assert not same_user(ours)


@pytest.mark.skipif(not hasattr(socket, "SO_PEERCRED"), reason="nobody tells who is there")
def test_another_user_gets_no_answer(
    only: SingleInstance, place: str, asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    only.claim()
    monkeypatch.setattr(os, "getuid", lambda: 12_345)
    assert "no-answer" == asking(place)


def test_a_folder_of_another_user_is_not_used(
    only: SingleInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 12_345)
    only.claim()
    assert not only.heard


def test_a_lock_does_not_age(only: SingleInstance, tmp_path: Path, place: str) -> None:
    only.claim()
    os.utime(tmp_path / "hipcoach.lock", (0, 0))
    second = SingleInstance(tmp_path, [place], echo)
    assert not second.claim()


def test_what_is_refused_is_an_error_here_too(
    only: SingleInstance, place: str, asking: Asking
) -> None:
    only.claim()
    assert "refused" == asking(place, request={"bad": True})


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ((b'{"a"', b": 1}\n"), b'{"ok": true, "said": {"a": 1}}\n'),
        ((b'{"a": 1}\n{"b": 2}\n',), b'{"ok": true, "said": {"a": 1}}\n'),
        ((b'{"bad": true}\n',), b'{"error": "refused"}\n'),
        ((b"hello\n",), b'{"error": "not-understood"}\n'),
        ((b"[1]\n",), b'{"error": "not-understood"}\n'),
        ((b"[" * 60_000 + b"\n",), b'{"error": "not-understood"}\n'),
        ((b"\xff\n",), b'{"error": "not-understood"}\n'),
    ],
)
def test_every_line_is_answered(
    only: SingleInstance, place: str, asking: Asking, said: tuple[bytes, ...], answer: bytes
) -> None:
    only.claim()
    assert answer == asking.does(lambda: talk(place, *said))


def test_who_says_too_much_or_nothing_keeps_nobody_else_from_being_heard(
    only: SingleInstance, place: str, asking: Asking
) -> None:
    only.claim()
    silent = [socket.socket(socket.AF_UNIX) for _ in range(MOST + 4)]
    for link in silent:
        link.connect(place)
        QCoreApplication.processEvents()
    assert {"ok": True, "said": {"x": 1}} == asking(place, request={"x": 1})
    silent[0].settimeout(10)
    assert b"" == silent[0].recv(1)

    def shouts() -> bytes:
        try:
            return talk(place, *[b"x" * 60_000] * 20)
        except OSError:
            return b""

    assert b"" == asking.does(shouts)
    for link in silent:
        link.close()
    assert {"ok": True, "said": {"ask": "raise"}} == asking(place)


def test_one_that_hangs_is_told_apart_from_one_that_does_not_run(tmp_path: Path) -> None:
    place = str(tmp_path / "hangs.sock")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(place)
        server.listen()
        with pytest.raises(KnownError, match="no-answer"):
            ask([place], {}, answer_s=0.05)
    with pytest.raises(KnownError, match="not-running"):
        ask([place], {})


def test_the_listener_of_windows_answers_the_same(tmp_path: Path, asking: Asking) -> None:
    place = str(tmp_path / "pipe")
    pipe = PipeListener(echo)
    assert pipe.listen(place)
    assert {"ok": True, "said": {"ask": "raise"}} == asking(place)
    assert b'{"error": "refused"}\n' == asking.does(lambda: talk(place, b'{"bad"', b": true}\n"))
    pipe.close()
    assert "not-running" == asking(place)


@pytest.mark.parametrize(
    ("environment", "token"),
    [
        ({}, ""),
        ({"DESKTOP_STARTUP_ID": "x11"}, "x11"),
        ({"XDG_ACTIVATION_TOKEN": "way", "DESKTOP_STARTUP_ID": "x11"}, "way"),
    ],
)
def test_the_right_to_come_to_the_front_is_handed_over(
    environment: dict[str, str], token: str
) -> None:
    assert {"ask": "raise", "token": token} == raise_request(environment)


def test_asking_needs_no_qt() -> None:
    code = (
        "import sys; from hipcoach.system.instance import ask, place; "
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[]\n" == done.stdout


def test_each_data_folder_has_places_of_its_own(tmp_path: Path) -> None:
    environment = {"XDG_RUNTIME_DIR": str(tmp_path)}
    one = places(Paths.under(tmp_path / "a"), environment, "linux")
    other = places(Paths.under(tmp_path / "b"), environment, "linux")
    assert one[0].startswith(str(tmp_path / "hipcoach"))
    assert not {*one} & {*other}
    assert one == places(Paths.under(tmp_path / "a"), environment, "linux")


def test_without_a_folder_for_sockets_it_is_the_cache_or_a_short_one(tmp_path: Path) -> None:
    gone = {"XDG_RUNTIME_DIR": str(tmp_path / "gone"), "TMPDIR": "/t"}
    near = places(Paths.under(tmp_path), gone, "linux")
    assert str(tmp_path / "cache") in {str(Path(place).parent) for place in near}
    far = places(Paths.under(tmp_path / ("deep" * 30)), gone, "linux")
    assert far[-1].startswith(f"/t/hipcoach-{os.getuid()}/")
    assert all(len(place) <= LONGEST for place in (*near, *far))


def test_on_windows_it_is_a_name_of_the_user(tmp_path: Path) -> None:
    [name] = places(Paths.under(tmp_path), {"USERNAME": "ada"}, "win32")
    assert name.startswith("hipcoach-ada-")
