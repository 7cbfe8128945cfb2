"""What goes wrong with a voice, and how it comes back."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from hipcoach.ports import Prepared, SpeechChanged, SpeechProblem, Tone, VoiceChoice, VoicesKnown
from hipcoach.system.clock import SystemClock
from hipcoach.system.voice.cache import SoundCache, cached_lengths
from hipcoach.system.voice.maker import Patience
from hipcoach.system.voice.players import PlayerProgram
from hipcoach.system.voice.tones import tone_sound
from hipcoach.system.voice.wav import file_length_s
from tests.fakes import FakeClock
from tests.system.voice.stages import Listener, Notes, Ward, wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.system.voice.conftest import MakeSpeaker

KNEE = "Next: knee to chest, left leg."
REST = "And rest."
FAILS = SpeechChanged(SpeechProblem.ENGINE_FAILS, None)
NO_SOUND = SpeechChanged(None, SpeechProblem.NO_SOUND)
WELL = SpeechChanged(None, None)
BROKEN = PlayerProgram(("false",))
MISSING = PlayerProgram(("no-such-player",))
NO_ENGINE_EVER = (sys.executable, "-c", "")


def lines(events: list[Prepared]) -> list[str]:
    return [event.line for event in events]


# The engine


def test_an_engine_that_was_killed_comes_back_by_itself_and_makes_the_next_line(
    make_speaker: MakeSpeaker,
) -> None:
    speaker = make_speaker()
    listener = Listener(speaker)
    speaker.prepare([KNEE])
    listener.wait(Prepared)
    killed = speaker.engine_pid
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    wait_until(lambda: speaker.engine_pid not in {None, killed})
    speaker.prepare([REST])
    assert [KNEE, REST] == lines(listener.wait(Prepared, 2))
    assert [] == listener.told(SpeechChanged)


@pytest.mark.parametrize("how", ["dies", "hangs", "empty"])
def test_a_line_that_fails_once_is_made_at_the_second_try(
    make_speaker: MakeSpeaker, ward: Ward, how: str
) -> None:
    ward.fall_ill(how, at=KNEE, once=True)
    speaker = make_speaker()
    listener = Listener(speaker)
    speaker.prepare([KNEE, REST])
    assert [KNEE, REST] == lines(listener.wait(Prepared, 2))
    assert [KNEE, KNEE, REST] == ward.uttered
    assert [] == listener.told(SpeechChanged)


@pytest.mark.parametrize("how", ["dies", "hangs", "empty"])
def test_an_engine_that_fails_again_and_again_is_told_and_returns_when_it_can(
    make_speaker: MakeSpeaker, ward: Ward, how: str
) -> None:
    speaker = make_speaker()
    listener = Listener(speaker)
    ward.fall_ill(how, at=KNEE)
    speaker.prepare([KNEE])
    assert [FAILS] == listener.wait(SpeechChanged)
    ward.get_well()
    assert [FAILS, WELL] == listener.wait(SpeechChanged, 2)
    assert [KNEE] == lines(listener.wait(Prepared))


def test_a_line_that_always_kills_the_engine_does_not_keep_the_others_from_being_made(
    make_speaker: MakeSpeaker, ward: Ward
) -> None:
    ward.fall_ill("dies", at=KNEE)
    speaker = make_speaker()
    listener = Listener(speaker)
    speaker.prepare([KNEE, REST])
    assert [REST] == lines(listener.wait(Prepared))
    assert [KNEE, KNEE, KNEE, REST] == ward.uttered[:4]
    wait_until(lambda: ward.uttered.count(KNEE) == 9)
    speaker.prepare(["Halfway"])
    assert [REST, "Halfway"] == lines(listener.wait(Prepared, 2))
    wait_until(lambda: listener.told(SpeechChanged)[-1:] == [WELL])
    assert 9 == ward.uttered.count(KNEE)


def test_without_an_engine_the_tones_go_on(
    make_speaker: MakeSpeaker, ward: Ward, notes: Notes
) -> None:
    ward.fall_ill("absent")
    speaker = make_speaker()
    listener = Listener(speaker)
    speaker.prepare([KNEE])
    assert [SpeechChanged(SpeechProblem.NO_ENGINE, None)] == listener.wait(SpeechChanged)
    speaker.play(Tone.START)
    wait_until(lambda: len(notes.entries) == 1)
    ward.get_well()
    assert WELL == listener.wait(SpeechChanged, 2)[1]
    assert [KNEE] == lines(listener.wait(Prepared))


def test_lines_that_were_made_before_need_no_engine(
    make_speaker: MakeSpeaker, notes: Notes
) -> None:
    before = make_speaker()
    before.prepare([KNEE])
    length_s = Listener(before).wait(Prepared)[0].length_s
    before.close()
    speaker = make_speaker(command=NO_ENGINE_EVER)
    assert pytest.approx(length_s) == speaker.length_s(KNEE)
    listener = Listener(speaker)
    speaker.prepare([KNEE])
    assert [FAILS] == listener.wait(SpeechChanged)
    (told,) = listener.told(Prepared)
    assert KNEE == told.line
    assert pytest.approx(length_s) == told.length_s
    speaker.say(KNEE)
    wait_until(lambda: len(notes.entries) == 1)


def test_a_command_that_cannot_be_run_is_an_engine_that_fails(make_speaker: MakeSpeaker) -> None:
    speaker = make_speaker(command=("no-such-python",))
    speaker.prepare([KNEE])
    assert [FAILS] == Listener(speaker).wait(SpeechChanged)


def test_another_version_of_the_engine_makes_every_line_anew(
    make_speaker: MakeSpeaker, folder: Path
) -> None:
    speaker = make_speaker()
    speaker.prepare([KNEE])
    Listener(speaker).wait(Prepared)
    version = SoundCache(folder).engine()
    older = SoundCache(folder)
    older.remember_engine("an older one")
    older.keep(older.line_path(VoiceChoice(), KNEE, "an older one"), tone_sound(Tone.TICK))
    later = make_speaker()
    later.prepare([KNEE])
    old, new = Listener(later).wait(Prepared, 2)
    assert tone_sound(Tone.TICK).length_s == old.length_s
    assert pytest.approx(speaker.length_s(KNEE), abs=0.01) == new.length_s == later.length_s(KNEE)
    assert version == SoundCache(folder).engine()


def test_an_engine_that_fails_at_its_start_returns_without_a_line_to_make(
    make_speaker: MakeSpeaker, ward: Ward
) -> None:
    ward.fall_ill("dies", at="Ready")
    speaker = make_speaker()
    listener = Listener(speaker)
    speaker.prepare(())
    assert [FAILS] == listener.wait(SpeechChanged)
    ward.get_well()
    assert [FAILS, WELL] == listener.wait(SpeechChanged, 2)


def test_an_engine_that_comes_up_and_goes_again_and_again_fails(
    make_speaker: MakeSpeaker,
) -> None:
    ready = '{"event": "ready", "version": "1", "where": "system", "voices": []}'
    speaker = make_speaker(command=(sys.executable, "-c", f"print({ready!r})"))
    speaker.prepare(())
    assert [FAILS] == Listener(speaker).wait(SpeechChanged)


def test_an_engine_that_failed_is_left_alone_for_a_while_and_known_lines_are_told(
    make_speaker: MakeSpeaker, ward: Ward
) -> None:
    clock = FakeClock()
    speaker = make_speaker(clock=clock, patience=Patience(rests_s=(5, 60)))
    listener = Listener(speaker)
    speaker.prepare([REST])
    listener.wait(Prepared)
    ward.fall_ill("dies", at=KNEE)
    speaker.prepare([KNEE])
    listener.wait(SpeechChanged)
    tries = len(ward.uttered)
    speaker.prepare([REST, "Halfway"])
    assert [REST, REST] == lines(listener.wait(Prepared, 2))
    clock.advance(4.9)
    speaker.prepare([REST])
    listener.wait(Prepared, 3)
    assert tries == len(ward.uttered)
    ward.get_well()
    clock.advance(0.2)
    speaker.prepare([REST])
    assert {REST, KNEE, "Halfway"} == {*lines(listener.wait(Prepared, 6))}


def test_closing_does_not_wait_for_an_engine_that_hangs(
    make_speaker: MakeSpeaker, ward: Ward
) -> None:
    ward.fall_ill("hangs", at=KNEE)
    speaker = make_speaker(patience=Patience(answer_s=15))
    speaker.prepare([KNEE])
    wait_until(lambda: ward.uttered)
    before = SystemClock().monotonic()
    speaker.close()
    assert 5 > SystemClock().monotonic() - before


def test_the_engine_is_found_from_any_folder(
    make_speaker: MakeSpeaker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    speaker = make_speaker()
    speaker.prepare([KNEE])
    assert [KNEE] == lines(Listener(speaker).wait(Prepared))


def test_choosing_a_voice_starts_no_engine(make_speaker: MakeSpeaker, notes: Notes) -> None:
    speaker = make_speaker(command=("no-such-python",))
    speaker.choose(VoiceChoice(rate=200))
    speaker.play(Tone.TICK)
    wait_until(lambda: notes.entries)
    assert [] == list(speaker.poll())


# Speaking without preparation


def test_what_sounds_ends_at_once_for_a_line_that_has_to_be_made(
    make_speaker: MakeSpeaker, ward: Ward, notes: Notes
) -> None:
    speaker = make_speaker(clock=FakeClock())
    ward.fall_ill("waits", at=KNEE)
    speaker.play(Tone.START)
    wait_until(lambda: notes.entries)
    speaker.say(KNEE)
    wait_until(lambda: notes.sounding() == 0)
    # A player that had to be ended because it hung would have been told.
    assert [] == list(speaker.poll())
    assert 1 == len(notes.entries)


def test_a_line_that_is_prepared_and_asked_for_is_made_once(
    make_speaker: MakeSpeaker, ward: Ward
) -> None:
    speaker = make_speaker(clock=FakeClock())
    ward.fall_ill("waits", at="1")
    speaker.prepare(["Line 1", KNEE, REST])
    wait_until(lambda: ward.uttered)
    speaker.say(KNEE)
    ward.get_well()
    assert ["Line 1", KNEE, REST] == lines(Listener(speaker).wait(Prepared, 3))
    assert ["Line 1", KNEE, REST] == ward.uttered


def test_a_line_that_was_not_prepared_is_spoken_when_it_is_made_in_time(
    make_speaker: MakeSpeaker, ward: Ward, notes: Notes
) -> None:
    clock = FakeClock()
    speaker = make_speaker(clock=clock)
    ward.fall_ill("waits", at=KNEE)
    speaker.say(KNEE)
    wait_until(lambda: ward.uttered)
    clock.advance(0.39)
    ward.get_well()
    wait_until(lambda: notes.entries)


def test_a_line_that_would_come_late_is_dropped(
    make_speaker: MakeSpeaker, ward: Ward, notes: Notes
) -> None:
    clock = FakeClock()
    speaker = make_speaker(clock=clock)
    ward.fall_ill("waits", at=KNEE)
    speaker.say(KNEE)
    wait_until(lambda: ward.uttered)
    clock.advance(0.41)
    ward.get_well()
    Listener(speaker).wait(Prepared)
    assert [] == notes.entries


def test_what_was_asked_for_last_is_what_sounds(
    make_speaker: MakeSpeaker, ward: Ward, notes: Notes
) -> None:
    speaker = make_speaker(clock=FakeClock())
    ward.fall_ill("waits", at=KNEE)
    speaker.say(KNEE)
    wait_until(lambda: ward.uttered)
    speaker.play(Tone.TICK)
    ward.get_well()
    Listener(speaker).wait(Prepared)
    wait_until(lambda: notes.entries)
    assert ["tick"] == [file.rpartition("/")[2].split("-")[0] for file in notes.files]


def test_a_stop_forgets_the_line_that_was_to_come(
    make_speaker: MakeSpeaker, ward: Ward, notes: Notes
) -> None:
    speaker = make_speaker(clock=FakeClock())
    ward.fall_ill("waits", at=KNEE)
    speaker.say(KNEE)
    wait_until(lambda: ward.uttered)
    speaker.stop()
    ward.get_well()
    Listener(speaker).wait(Prepared)
    assert [] == notes.entries


def test_a_line_to_be_spoken_now_goes_before_those_that_are_prepared(
    make_speaker: MakeSpeaker, ward: Ward
) -> None:
    speaker = make_speaker(clock=FakeClock())
    ward.fall_ill("waits", at="1")
    speaker.prepare(["Line 1", "Line 2", "Line 3"])
    wait_until(lambda: ward.uttered)
    speaker.say(KNEE)
    ward.get_well()
    told = Listener(speaker).wait(Prepared, 4)
    assert ["Line 1", KNEE, "Line 2", "Line 3"] == lines(told)


def test_a_new_choice_forgets_what_was_to_be_made_in_the_old_voice(
    make_speaker: MakeSpeaker, ward: Ward
) -> None:
    speaker = make_speaker()
    ward.fall_ill("waits", at="1")
    speaker.prepare(["Line 1", "Line 2"])
    wait_until(lambda: ward.uttered)
    speaker.choose(VoiceChoice(rate=200))
    ward.get_well()
    assert ["Line 1", "Line 2"] == lines(Listener(speaker).wait(Prepared, 2))
    assert ["Line 1", "Line 1", "Line 2"] == ward.uttered


# Players


def test_without_a_player_it_is_told_before_anything_is_asked(make_speaker: MakeSpeaker) -> None:
    assert [NO_SOUND] == list(make_speaker(players=[]).poll())


def test_a_player_that_fails_hands_on_to_the_next(make_speaker: MakeSpeaker, notes: Notes) -> None:
    speaker = make_speaker(players=[MISSING, BROKEN, notes.player(0)])
    listener = Listener(speaker)
    speaker.play(Tone.TICK)
    wait_until(lambda: len(notes.entries) == 1)
    speaker.play(Tone.TICK)
    wait_until(lambda: len(notes.entries) == 2)
    assert [] == listener.told(SpeechChanged)


def test_where_every_player_fails_it_is_told_once(make_speaker: MakeSpeaker) -> None:
    speaker = make_speaker(players=[MISSING, BROKEN])
    listener = Listener(speaker)
    speaker.play(Tone.TICK)
    assert [NO_SOUND] == listener.wait(SpeechChanged)
    speaker.play(Tone.TICK)
    speaker.prepare([KNEE])
    listener.wait(Prepared)
    assert [NO_SOUND] == listener.told(SpeechChanged)


def test_the_sound_returns_with_the_first_thing_that_is_heard(
    make_speaker: MakeSpeaker, tmp_path: Path
) -> None:
    card = tmp_path / "card"
    speaker = make_speaker(players=[PlayerProgram(("sh", "-c", 'test -e "$0"', str(card)))])
    listener = Listener(speaker)
    speaker.play(Tone.START)
    assert [NO_SOUND] == listener.wait(SpeechChanged)
    card.touch()
    speaker.play(Tone.START)
    assert [NO_SOUND, WELL] == listener.wait(SpeechChanged, 2)


# Files


@pytest.mark.usefixtures("ward")
def test_the_volume_changes_how_loud_a_line_is_and_not_how_long(
    make_speaker: MakeSpeaker, notes: Notes
) -> None:
    speaker = make_speaker()
    listener = Listener(speaker)
    speaker.prepare([KNEE])
    listener.wait(Prepared)
    speaker.say(KNEE)
    wait_until(lambda: len(notes.entries) == 1)
    speaker.choose(VoiceChoice(volume=50))
    loud, quiet = listener.wait(Prepared, 2)
    speaker.say(KNEE)
    wait_until(lambda: len(notes.entries) == 2)
    assert loud == quiet
    loudest = [_peak(file) for file in notes.files]
    assert pytest.approx(loudest[0] / 4, abs=1) == loudest[1]


def test_a_file_that_is_used_again_counts_as_new(make_speaker: MakeSpeaker, folder: Path) -> None:
    speaker = make_speaker()
    listener = Listener(speaker)
    speaker.prepare([KNEE])
    listener.wait(Prepared)
    (file,) = folder.glob("*.wav")
    os.utime(file, (1000, 1000))
    speaker.prepare([KNEE])
    listener.wait(Prepared, 2)
    assert 1000 < file.stat().st_mtime


@pytest.mark.usefixtures("ward")
def test_a_file_that_was_damaged_is_made_again(
    make_speaker: MakeSpeaker, folder: Path, notes: Notes
) -> None:
    speaker = make_speaker()
    listener = Listener(speaker)
    speaker.prepare([KNEE])
    listener.wait(Prepared)
    (file,) = folder.glob("*.wav")
    whole = file.read_bytes()
    for damaged in (b"", b"RIFF", whole[:-1], b"\0" * len(whole)):
        file.write_bytes(damaged)
        speaker.say(KNEE)
        wait_until(lambda: file.read_bytes() == whole)
        speaker.stop()
    assert {str(file)} >= set(notes.files)


def test_what_is_kept_is_its_owners_alone_and_does_not_show_what_was_said(
    make_speaker: MakeSpeaker, folder: Path
) -> None:
    speaker = make_speaker()
    speaker.prepare([KNEE])
    speaker.play(Tone.TICK)
    Listener(speaker).wait(Prepared)
    files = [*folder.iterdir()]
    assert 0o700 == folder.stat().st_mode & 0o777
    assert {0o600} == {file.stat().st_mode & 0o777 for file in files}
    assert not any("knee" in file.name for file in files)
    assert 3 == len(files)


def test_lengths_are_known_afterwards_without_an_engine(
    make_speaker: MakeSpeaker, folder: Path
) -> None:
    assert cached_lengths(folder, VoiceChoice())(KNEE) is None
    speaker = make_speaker()
    speaker.prepare([KNEE])
    Listener(speaker).wait(Prepared)
    assert pytest.approx(speaker.length_s(KNEE)) == cached_lengths(folder, VoiceChoice())(KNEE)
    assert cached_lengths(folder, VoiceChoice(rate=151))(KNEE) is None
    assert cached_lengths(folder, VoiceChoice())(REST) is None


def test_a_folder_that_cannot_be_written_costs_the_voice_and_no_more(
    make_speaker: MakeSpeaker, folder: Path
) -> None:
    folder.parent.mkdir()
    folder.write_text("a file where the folder should be")
    speaker = make_speaker()
    listener = Listener(speaker)
    speaker.play(Tone.TICK)
    speaker.prepare([KNEE])
    assert SpeechProblem.ENGINE_FAILS == listener.wait(SpeechChanged, 2)[-1].voice


def test_the_voices_of_a_stand_in_are_told(make_speaker: MakeSpeaker, ward: Ward) -> None:
    speaker = make_speaker()
    speaker.prepare(())
    assert ["one"] == [v.id for v in Listener(speaker).wait(VoicesKnown)[0].voices]
    assert [] == ward.uttered


def _peak(file: str) -> int:
    with open(file, "rb") as sound:  # noqa: PTH123 - a name that a player noted
        samples = memoryview(sound.read()[44:]).cast("h")
    return max(samples)


def test_a_made_file_is_as_long_as_was_told(make_speaker: MakeSpeaker, folder: Path) -> None:
    speaker = make_speaker()
    speaker.prepare([KNEE])
    (told,) = Listener(speaker).wait(Prepared)
    (file,) = folder.glob("*.wav")
    assert pytest.approx(told.length_s) == file_length_s(file)
