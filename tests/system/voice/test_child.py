"""The engine's process, spoken to as the app does."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from hipcoach.system.voice.cache import BOUND_BYTES
from hipcoach.system.voice.diagnosis import diagnose
from hipcoach.system.voice.link import child_command
from hipcoach.system.voice.players import PlayerProgram, installed_players
from hipcoach.system.voice.wav import file_length_s
from tests.system.voice.stages import DEADLINE_S, Notes, Ward, wait_until

if TYPE_CHECKING:
    from pathlib import Path

LINE = "Breathe out."


def run(folder: Path, orders: str) -> tuple[list[dict[str, object]], int]:
    """Everything that the process answers to the orders, and how it ended."""
    with subprocess.Popen(
        child_command(folder), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(orders)
        child.stdin.flush()
        answers = [json.loads(child.stdout.readline()) for _ in range(1 + orders.count("\n"))]
        child.stdin.close()
        assert "" == child.stdout.read()
        return answers, child.wait(DEADLINE_S)


def order(path: Path, **changes: object) -> str:
    plain = {
        "line": LINE,
        "voice": "",
        "rate": 150,
        "volume": 100,
        "language": "en",
        "path": str(path),
    }
    return json.dumps(plain | changes) + "\n"


def test_it_answers_each_order_with_a_file_and_ends_with_its_input(folder: Path) -> None:
    slow, fast = folder / "slow.wav", folder / "fast.wav"
    orders = order(slow, rate=110) + order(fast, rate=220)
    (ready, *answers), end = run(folder, orders)
    lengths = [answer["length_s"] for answer in answers]
    assert "ready" == ready["event"]
    assert ["made", "made"] == [answer["event"] for answer in answers]
    assert [file_length_s(slow), file_length_s(fast)] == pytest.approx(lengths)
    assert lengths[0] > 1.5 * lengths[1]  # type: ignore[operator]  # JSON's numbers
    assert 0 == end
    assert {slow, fast} == {*folder.iterdir()}


@pytest.mark.usefixtures("ward")
def test_old_sounds_make_room_for_new_ones(folder: Path) -> None:
    folder.mkdir(parents=True)
    heap = [folder / "heap.wav", folder / ".new-half.wav"]
    for path in heap:
        path.touch()
        os.truncate(path, BOUND_BYTES)
        os.utime(path, (1000, 1000))
    run(folder, order(folder / "a.wav") + order(folder / "b.wav"))
    assert {folder / "a.wav", folder / "b.wav"} == {*folder.iterdir()}


def test_a_line_is_spoken_by_a_voice_of_its_language(folder: Path) -> None:
    named, german, english = (folder / name for name in ("named.wav", "de.wav", "en.wav"))
    orders = order(named, voice="gmw/de", language="de")
    orders += order(german, language="de") + order(english)
    _, *answers = run(folder, orders)[0]
    lengths = [answer["length_s"] for answer in answers]
    assert pytest.approx(lengths[0], abs=0.01) == lengths[1]
    assert lengths[1] != pytest.approx(lengths[2], abs=0.01)


def test_a_voice_that_is_gone_is_the_default_voice(folder: Path) -> None:
    other, gone, plain = (folder / name for name in ("other.wav", "gone.wav", "plain.wav"))
    orders = (
        order(other, voice="gmw/de", language="de") + order(gone, voice="gone/gone") + order(plain)
    )
    _, *answers = run(folder, orders)[0]
    lengths = [answer["length_s"] for answer in answers]
    assert pytest.approx(lengths[2], abs=0.01) == lengths[1]
    assert lengths[0] != pytest.approx(lengths[2], abs=0.01)


def test_what_an_engine_prints_does_not_disturb_the_answers(folder: Path, ward: Ward) -> None:
    (ready, made), _ = run(folder, order(folder / "a.wav"))
    assert ["ready", "made"] == [ready["event"], made["event"]]
    assert [LINE] == ward.uttered


def test_an_engine_that_hangs_ends_with_its_input_all_the_same(folder: Path, ward: Ward) -> None:
    ward.fall_ill("hangs", at=LINE)
    with subprocess.Popen(
        child_command(folder), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as child:
        assert child.stdin is not None
        child.stdin.write(order(folder / "a.wav"))
        child.stdin.flush()
        wait_until(lambda: ward.uttered)
        child.stdin.close()
        assert 0 == child.wait(DEADLINE_S)


def test_an_interrupt_in_the_terminal_is_not_for_the_engine(folder: Path) -> None:
    with subprocess.Popen(
        child_command(folder), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdout.readline()
        os.kill(child.pid, signal.SIGINT)
        child.stdin.write(order(folder / "a.wav"))
        child.stdin.flush()
        assert "made" == json.loads(child.stdout.readline())["event"]
        child.stdin.close()


def test_a_machine_with_everything_is_found_well(notes: Notes) -> None:
    found = diagnose(players=[PlayerProgram(("false",)), notes.player(0)])
    assert found.engine.startswith("espeak-ng 1.")
    assert found.where in {"system", "bundled"}
    assert ("", ("false", "sh"), "sh") == (found.fault, found.players, found.sounding)
    assert 20 < found.voices


def test_a_machine_with_nothing_is_found_so(ward: Ward) -> None:
    ward.fall_ill("absent")
    found = diagnose(players=[PlayerProgram(("false",)), PlayerProgram(("no-such-player",))])
    assert ("", "", "no-engine", 0) == (found.engine, found.where, found.fault, found.voices)
    assert "" == found.sounding


@pytest.mark.parametrize(
    ("command", "fault"), [(("no-such-python",), "unstartable"), (("false",), "died")]
)
def test_an_engine_that_does_not_start_is_found_so(command: tuple[str, ...], fault: str) -> None:
    assert fault == diagnose(players=[], command=command).fault


def test_each_system_has_its_players() -> None:
    assert ["winsound"] == [player.name for player in installed_players("win32")]
    installed = {player.name for player in installed_players("linux")}
    assert {"paplay", "pw-play", "aplay"} >= installed
