"""`hipcoach doctor`: display, sound, voice, journal, its twin, settings and what reminders heed.

Where something is missing, what mends it.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from threading import Event

from hipcoach.app.phrases import doctor as words
from hipcoach.app.phrases.errors import error_words
from hipcoach.app.phrases.presence import source_words
from hipcoach.app.phrases.settings import repairs_words
from hipcoach.app.phrases.sync import found_words
from hipcoach.bootstrap import Environment
from hipcoach.bootstrap.backups import look_through
from hipcoach.bootstrap.sync_tries import kept_try
from hipcoach.core.errors import KnownError
from hipcoach.core.presence import Blind
from hipcoach.system.clock import SystemClock
from hipcoach.system.display import diagnose_display
from hipcoach.system.presence.desktop import desktop_presence
from hipcoach.system.voice.diagnosis import diagnose

Finding = tuple[bool | None, str]
"""Whether it works, and a sentence; `None` where HipCoach does without it."""
MARKS = {True: "✓", False: "✗", None: "–"}
ANSWER_S = 0.1
"""From one look at what tells of the person to the next; they give up after ten."""
EVER = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


def run(given: Namespace) -> int:
    """Print what was found; 1 where something that HipCoach needs is missing."""
    environment = Environment.of(given.data_dir)
    found = []
    for works, sentence in _findings(environment):
        print(MARKS[works], sentence, flush=True)
        found.append(works is not False)
    if all(found):
        print(words.all_well())
    return 0 if all(found) else 1


def _findings(environment: Environment) -> Iterator[Finding]:
    yield from _display()
    yield from _voice()
    yield _journal(environment)
    yield _settings(environment)
    yield _sync(environment)
    yield from _presence()


def _display() -> Iterator[Finding]:
    display = diagnose_display()
    if display.platform:
        yield True, words.display_works(display.platform)
        return
    yield False, words.display_missing(asked_for=display.asked_for)
    if display.missing:
        yield False, words.install_words(display.missing)


def _voice() -> Iterator[Finding]:
    voice = diagnose()
    if voice.engine:
        yield True, words.voice_works(voice.engine, voice.where, voice.voices)
    else:
        yield False, words.voice_missing()
        if sys.platform == "linux":
            yield False, words.install_words(("espeak-ng",))
    if voice.sounding:
        yield True, words.sound_works(voice.sounding)
        return
    yield False, words.sound_missing(voice.players)
    if not voice.players:
        yield False, words.install_words(("pulseaudio-utils",))


def _journal(environment: Environment) -> Finding:
    try:
        with closing(environment.open_journal()) as journal:
            sessions = journal.sessions(*EVER)
            look_through(environment)
    except KnownError as error:
        return False, words.journal_broken(error_words(error))
    return True, words.journal_works(environment.journal_shown, len(sessions))


def _settings(environment: Environment) -> Finding:
    path = str(environment.paths.config / "settings.toml")
    try:
        read = environment.read_settings()
    except KnownError as error:
        return False, error_words(error)
    if read.garbled or read.repairs:
        kept = str(read.kept_aside or "")
        why = repairs_words(read.repairs, garbled=read.garbled, kept_aside=kept)
        return False, words.settings_mended(path, why)
    return True, words.settings_work(path)


def _sync(environment: Environment) -> Finding:
    choices = environment.settings().sync
    last = kept_try(environment, choices.where)
    told = found_words(choices, last, environment.clock().now())
    if not choices.on or (last is not None and last.passing):
        return None, told
    return last is None or not last.trouble, told


def _presence() -> Iterator[Finding]:
    presence = desktop_presence(SystemClock())
    presence.start()
    pause = Event()
    try:
        presence.sample()
        while any(source.blind is Blind.ASKING for source in presence.sources()):
            pause.wait(ANSWER_S)
            presence.sample()
        for source in presence.sources():
            words_of = words.presence_found(source_words(source))
            yield None if source.blind else True, words_of
    finally:
        presence.stop()
