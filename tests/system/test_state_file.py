"""A small text that outlives the program, real and fake alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from hipcoach.ports import StateKeeper
from hipcoach.system.state_file import MOST_ASIDE, StateFile
from tests.fakes import FakeStateKeeper


@pytest.fixture(params=["real", "fake"])
def keeper(request: pytest.FixtureRequest, tmp_path: Path) -> StateKeeper:
    return StateFile(tmp_path / "state.json") if request.param == "real" else FakeStateKeeper()


def test_at_first_there_is_nothing(keeper: StateKeeper) -> None:
    assert keeper.read() is None


def test_the_last_text_is_kept(keeper: StateKeeper) -> None:
    keeper.write("one")
    keeper.write("zwei ü")
    assert "zwei ü" == keeper.read()


def test_what_was_kept_can_lie_beside(keeper: StateKeeper) -> None:
    keeper.write("one")
    assert "state.json.bad-1" == keeper.set_aside()
    assert keeper.read() is None


def test_what_lies_beside_stays_as_it_was(tmp_path: Path) -> None:
    keeper = StateFile(tmp_path / "state.json")
    for text, name in (("one", "state.json.bad-1"), ("two", "state.json.bad-2")):
        keeper.write(text)
        assert name == keeper.set_aside()
    keeper.write("three")
    found = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert {"state.json.bad-1": "one", "state.json.bad-2": "two", "state.json": "three"} == found


def test_where_nothing_can_be_moved_nothing_lies_beside(tmp_path: Path) -> None:
    assert "" == StateFile(tmp_path / "state.json").set_aside()


def test_the_newest_of_too_many_is_kept(tmp_path: Path) -> None:
    keeper = StateFile(tmp_path / "state.json")
    for number in range(MOST_ASIDE + 1):
        keeper.write(f"{number}")
        keeper.set_aside()
    assert f"{MOST_ASIDE}" == (tmp_path / f"state.json.bad-{MOST_ASIDE}").read_text()
    assert "0" == (tmp_path / "state.json.bad-1").read_text()


def test_a_file_is_read_by_the_next_run(tmp_path: Path) -> None:
    StateFile(tmp_path / "state.json").write("kept")
    assert "kept" == StateFile(tmp_path / "state.json").read()
    assert ["state.json"] == [path.name for path in tmp_path.iterdir()]


def test_a_file_is_its_owner_s_alone(tmp_path: Path) -> None:
    StateFile(tmp_path / "state.json").write("kept")
    assert 0o600 == (tmp_path / "state.json").stat().st_mode & 0o777


def test_a_file_that_is_no_text_reads_as_empty(tmp_path: Path) -> None:
    (tmp_path / "state.json").write_bytes(b"\xff\xfe\xfa")
    assert "" == StateFile(tmp_path / "state.json").read()


def test_what_can_not_be_kept_is_noted_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    keeper = StateFile(tmp_path / "no" / "state.json")
    keeper.write("one")
    keeper.write("two")
    assert 1 == len(caplog.records)
    (tmp_path / "no").mkdir()
    keeper.write("three")
    assert "three" == keeper.read()
