"""The commands that read the content: what they print, and what they say to a wrong word."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hipcoach import __version__
from hipcoach.library.load import load_library
from tests.cli.conftest import ROOT, Run, program

ROUTINES = [
    *("gentle-start", "desk-reset", "desk-reset-seated", "desk-reset-kneeling", "five-minutes"),
    *("balanced-hips", "first-warm-up", "ramp-warm-up", "cool-down"),
    *("strong-hips", "roll-and-release", "full-practice"),
]

NO_ROUTINE = "There is no routine called {}. Did you mean {}?"
NO_EXERCISE = "There is no exercise called leg-swing. Did you mean leg-swings?"
NO_POSE = "That exercise has no pose called frnt-3. Did you mean front-3?"
NO_PICTURE = "A picture is a .png or .svg file; a.gif is neither."


def score(run: Run, *arguments: str) -> dict[str, Any]:
    told = run("timeline", *arguments, "--json")
    assert (0, "") == (told.status, told.err)
    found: dict[str, Any] = json.loads(told.out)
    return found


def test_the_version_is_told(run: Run) -> None:
    told = run("--version")
    assert (0, f"hipcoach {__version__}\n", "") == (told.status, told.out, told.err)


def test_help_names_every_command(run: Run) -> None:
    told = run("--help")
    assert 0 == told.status
    for command in ("play", "list", "timeline", "render", "say", "doctor", "completion"):
        assert f"\n    {command} " in told.out


def test_list_shows_routines_in_the_order_in_which_they_are_offered_then_exercises(
    run: Run,
) -> None:
    told = run("list")
    assert (0, "") == (told.status, told.err)
    names = [line.split()[0] for line in told.out.splitlines() if line[:3].strip(" ") or line[2:3]]
    ids = [name for name in names if name in {*ROUTINES, *load_library().exercises}]
    assert [*ROUTINES, *load_library().exercises] == ids


def test_list_as_json_has_ids_names_and_lengths(run: Run) -> None:
    told = run("list", "--json")
    listed = json.loads(told.out)

    assert ROUTINES == [one["id"] for one in listed["routines"]]
    assert all({"id", "name", "length_s"} == set(one) for one in listed["routines"])
    assert list(load_library().exercises) == [one["id"] for one in listed["exercises"]]
    assert all(60 < one["length_s"] < 960 for one in listed["routines"])


@pytest.mark.parametrize("routine", ROUTINES)
def test_a_score_as_json_has_the_promised_keys(run: Run, routine: str) -> None:
    found = score(run, routine, "--voice", "estimate")

    assert ["routine", "length_s", "segments", "cues"] == list(found)
    assert routine == found["routine"]
    keys = ["start_s", "length_s", "phase", "exercise", "side", "rung"]
    assert all(keys == list(one) for one in found["segments"])
    assert all(
        ["at_s", "length_s", "kind", "priority", "text"] == list(one) for one in found["cues"]
    )
    assert {"left", "right", None} >= {one["side"] for one in found["segments"]}
    last = found["segments"][-1]
    assert found["length_s"] == pytest.approx(last["start_s"] + last["length_s"], abs=0.01)


def test_without_a_voice_the_last_seconds_are_ticked(run: Run) -> None:
    spoken = {one["text"] for one in score(run, "desk-reset", "--voice", "estimate")["cues"]}
    ticked = {one["text"] for one in score(run, "desk-reset", "--voice", "off")["cues"]}
    assert "Three." in spoken or "Three" in spoken
    assert not ticked & {"Three.", "Three"}


def test_a_score_to_read_names_every_exercise(run: Run) -> None:
    told = run("timeline", "desk-reset")
    assert 0 == told.status
    assert "Standing hip stretch at the desk" in told.out


def test_a_score_and_a_list_bring_in_no_qt() -> None:
    script = (
        "import sys; from hipcoach.cli import main; status = main(sys.argv[1:]);"
        "brought = [name for name in sys.modules if name.startswith(('PySide6', 'shiboken'))];"
        "sys.exit(status or (3 if brought else 0))"
    )
    for command in (["timeline", "desk-reset"], ["list"], ["timeline", "desk-reset", "--json"]):
        done = subprocess.run(
            [sys.executable, "-c", script, *command], cwd=ROOT, capture_output=True, check=False
        )
        assert 0 == done.returncode, done.stderr


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["nosuch"], "nosuch is not known. `hipcoach --help` shows what there is."),
        (["plya", "desk-reset"], "plya is not known. Did you mean play?"),
        (["timeline", "desk-rset"], NO_ROUTINE.format("desk-rset", "desk-reset")),
        (["play", "gentle-strat"], NO_ROUTINE.format("gentle-strat", "gentle-start")),
        (["play", "gentle-strat", "--terminal"], NO_ROUTINE.format("gentle-strat", "gentle-start")),
        (["play", "zzz"], "There is no routine called zzz. `hipcoach list` shows what there is."),
        (["play", "only-leg-swing"], NO_EXERCISE),
        (["timeline", "x", "--voice", "loud"], "loud is not known. There is: off, estimate."),
        (["completion", "fish"], "fish is not known. There is: bash, zsh, tcsh."),
        (["render", "leg-swing", "--out", "a.png"], NO_EXERCISE),
        (["render", "leg-swings", "--pose", "frnt-3", "--out", "a.png"], NO_POSE),
        (["render", "leg-swings", "--out", "a.gif"], NO_PICTURE),
        (["render", "--sheet", "a.svg"], "A sheet is a .png file; a.svg is none."),
        (["render", "--out", "a.png"], "Say which exercise to draw; `hipcoach list` shows them."),
    ],
)  # fmt: skip
def test_a_word_that_is_not_known_gets_one_line_with_the_nearest(
    run: Run, no_display: None, given: list[str], told: str
) -> None:
    del no_display
    found = run(*given)
    assert (2, told) == (found.status, found.sentence)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (["play"], "ROUTINE"),
        (["timeline"], "ROUTINE"),
        (["say"], "TEXT"),
        (["render", "leg-swings"], "--out"),
        (["render", "leg-swings", "--out", "a.png", "--sheet", "b.png"], "not allowed"),
        (["render", "leg-swings", "--size", "big", "--out", "a.png"], "800x600"),
        (["render", "leg-swings", "--size", "9x99999", "--out", "a.png"], "8192x8192"),
        (["list", "--jason"], "--jason"),
        (["play", "desk-reset", "--terminl"], "--terminl"),
        (["--data-dir"], "--data-dir"),
    ],
)
def test_a_command_that_lacks_something_gets_one_line(
    run: Run, given: list[str], named: str
) -> None:
    found = run(*given)
    assert 2 == found.status
    assert named in found.sentence
    assert found.sentence.endswith("`hipcoach --help` shows what there is.")


@pytest.mark.parametrize(
    "given", [[], ["play", "desk-reset"], ["play", "desk-reset", "--start-now"]]
)
def test_without_a_display_the_window_is_refused_and_the_terminal_named(
    run: Run, no_display: None, given: list[str]
) -> None:
    del no_display
    found = run(*given)
    assert 1 == found.status
    assert (
        "There is no display; `hipcoach play desk-reset --terminal` needs none." == found.sentence
    )


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_a_completion_script_names_the_commands(run: Run, shell: str) -> None:
    told = run("completion", shell)
    assert (0, "") == (told.status, told.err)
    assert all(word in told.out for word in ("hipcoach", "timeline", "--start-now", "--data-dir"))


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_a_completion_script_names_what_can_be_played_and_drawn(run: Run, shell: str) -> None:
    told = run("completion", shell)
    plain = [word for word in (*ROUTINES, *load_library().exercises) if word not in told.out]
    assert [] == plain


def test_where_not_every_letter_can_be_printed_the_rest_still_is() -> None:
    more = {"PYTHONIOENCODING": "ascii", "LC_ALL": "de_DE.UTF-8"}
    listed = program("list", more=more)
    printed = program("timeline", "desk-reset", "--json", more=more)

    assert (0, "") == (listed.status, listed.err)
    assert "desk-reset" in listed.out
    cues = json.loads(printed.out)["cues"]
    assert any("linkes Bein zurück" in cue["text"] for cue in cues)


def test_an_output_without_room_is_one_sentence() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("only some systems have an output that is always full")
    with full.open("w") as output:
        done = subprocess.run(
            [sys.executable, "-m", "hipcoach", "list"],
            cwd=ROOT,
            stdout=output,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    told = "hipcoach: The disk is full, and not all was written to it; free some room.\n"
    assert (1, told) == (done.returncode, done.stderr)


def test_a_process_of_its_own_ends_with_the_status_and_one_line() -> None:
    wrong, failed, well = program("plya"), program("play", "desk-reset"), program("--version")

    assert (2, "plya is not known. Did you mean play?") == (wrong.status, wrong.sentence)
    assert 1 == failed.status
    assert failed.sentence.startswith("There is no display")
    assert (0, "") == (well.status, well.err)


def test_a_reader_that_goes_away_early_gets_no_complaint() -> None:
    done = subprocess.run(
        f"'{sys.executable}' -m hipcoach timeline gentle-start --json | head -n 1",
        shell=True, cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ("{\n", "") == (done.stdout, done.stderr)


def test_a_picture_is_written_as_png_and_svg(tmp_path: Path) -> None:
    for name, start in (("a.png", b"\x89PNG"), ("b.svg", b"<?xml"), ("C.PNG", b"\x89PNG")):
        told = program("render", "leg-swings", "--size", "160x120", "--out", tmp_path / name)
        assert (0, "", "") == (told.status, told.out, told.err)
        assert (tmp_path / name).read_bytes().startswith(start)


def test_a_sheet_is_written(tmp_path: Path) -> None:
    told = program("render", "--sheet", tmp_path / "sheet.png")
    assert (0, "", "") == (told.status, told.out, told.err)
    assert (tmp_path / "sheet.png").stat().st_size > 100_000


@pytest.mark.parametrize("name", ["no/such/folder.png", "no/such/folder.svg", "/dev/full"])
def test_a_picture_that_cannot_be_written_is_told(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    if name == "/dev/full":
        target = tmp_path / "full.png"
        target.symlink_to(name)
    told = program("render", "leg-swings", "--size", "160x120", "--out", target)
    assert 1 == told.status
    assert f"{target} can't be written; see whether its folder is there and yours." == told.sentence
