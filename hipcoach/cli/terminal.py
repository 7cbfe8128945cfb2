"""`hipcoach play ROUTINE --terminal`: the second shell, with the same timeline, voice and keys."""

from __future__ import annotations

import shutil
import sys
from argparse import Namespace
from textwrap import fill
from typing import Final

from hipcoach.app.phrases import check_in
from hipcoach.app.phrases.errors import error_words
from hipcoach.app.phrases.lengths import minutes_words
from hipcoach.app.phrases.session import unsaved_words, volume_words
from hipcoach.app.session import GuidedSession
from hipcoach.app.session_view import snapshot_of
from hipcoach.app.snapshots import PlayState, SessionSnapshot
from hipcoach.app.words import _
from hipcoach.bootstrap import Environment, TerminalParts
from hipcoach.core.controls import Action
from hipcoach.core.player import State
from hipcoach.core.timeline import CueKind
from hipcoach.system.keyboard import Keys, NoKeys, terminal_keys

STEP_S: Final = 0.05
"""The session is looked at this often at least."""
KEYS: Final = {
    "space": Action.PAUSE_RESUME,
    ".": Action.PAUSE_RESUME,
    "f5": Action.PAUSE_RESUME,
    "page-down": Action.NEXT,
    "right": Action.NEXT,
    "page-up": Action.BACK,
    "left": Action.BACK,
    "r": Action.REPEAT,
    "p": Action.PINCH,
    "-": Action.EASIER,
    "s": Action.SWAP,
    "]": Action.LONGER,
    "+": Action.LONGER,
    "[": Action.SHORTER,
    "up": Action.LOUDER,
    "down": Action.SOFTER,
    "escape": Action.STOP,
    "q": Action.STOP,
}


def run(given: Namespace) -> int:
    """Lead through a routine in this terminal."""
    environment = Environment.of(given.data_dir)
    beat = environment.session_beat()
    with environment.terminal(given.routine) as parts, terminal_keys() as keys:
        beat.begin()
        try:
            return TerminalPlayer(parts, keys).run()
        finally:
            beat.close()


class TerminalPlayer:
    """One session, shown as lines of text."""

    def __init__(self, parts: TerminalParts, keys: Keys) -> None:
        self._parts = parts
        self._session: GuidedSession = parts.session
        self._keys = keys
        self._live = sys.stdout.isatty()
        self._shown: tuple[str, ...] = ()
        self._unsaved = False
        self._counted = ""

    def run(self) -> int:
        """From the first line to the last answer; 1 where something could not be saved."""
        session = self._session
        while not session.prepared():
            self._keys.wait(STEP_S)
        session.start()
        self._print_head()
        try:
            self._play()
            self._clear()
            self._ask()
        except EOFError:
            # The terminal has gone: what was done is kept, and nobody can be asked.
            session.stop()
        return self._close()

    def _play(self) -> None:
        """To its end, or to an interrupt."""
        try:
            while self._session.closed is None:
                self._step()
        except KeyboardInterrupt:
            self._session.stop()

    def _step(self) -> None:
        """Wait for a key or for what comes next, and show what has changed."""
        now = self._parts.clock.monotonic()
        wait_s = min(STEP_S, max(0.0, self._session.player.next_at() - now))
        key = self._keys.wait(wait_s).lower()
        if key in KEYS:
            self._act(KEYS[key])
        self._session.tick()
        self._parts.worker.poll()
        self._show()

    def _act(self, action: Action) -> None:
        self._session.act(action)
        if action is Action.STOP and self._stops():
            self._session.stop()
        elif action in {Action.LOUDER, Action.SOFTER}:
            self._line(volume_words(self._session.sound.choice.volume))
        elif action is Action.PAUSE_RESUME and self._session.player.state is State.PAUSED:
            self._line(_("Paused. Space goes on."))

    def _stops(self) -> bool:
        """Whether the person really wants to stop; anything but a yes goes on later."""
        self._line(_("Stop here? What you did is kept. Y stops, Space goes on."))
        while True:
            key = self._keys.wait(STEP_S).lower()
            self._session.tick()
            if key == "y":
                return True
            if key:
                self._session.act(Action.PAUSE_RESUME)
                return False

    def _print_head(self) -> None:
        plan, timeline = self._session.plan, self._session.player.timeline
        name = plan.wording.routines[plan.routine.id].name
        if self._parts.told:
            self._line("\n" + "\n".join(self._parts.told))
        print(f"\n{name} · {minutes_words(timeline.length_s)}")
        self._line(
            _(
                "Space pauses · → next · ← again · R repeat · P it pinches · - easier · "
                "S swap sides · ] [ 10 s more, less · ↑ ↓ volume · Esc stop"
            )
        )

    def _show(self) -> None:
        """A line for every new caption, and one at the bottom that counts."""
        view = snapshot_of(self._session, self._parts.clock.monotonic(), moving=False)
        muted = view.muted
        self._once(
            f"\n{view.exercise}" + (f" · {view.side_words}" if view.side_words else ""), slot=0
        )
        cue = self._session.caption
        mark = "!" if cue and cue.kind is CueKind.SAFETY else " "
        self._once(f"{mark} {view.caption}" if view.caption else "", slot=1)
        self._once(f"({muted})" if muted else "", slot=2)
        if self._parts.worker.saving is self._unsaved:
            self._unsaved = not self._unsaved
            self._line(unsaved_words() if self._unsaved else _("Saved again."))
        self._count(view)

    def _once(self, text: str, *, slot: int) -> None:
        shown = [*self._shown, "", "", ""][:3]
        if shown[slot] != text:
            shown[slot] = text
            self._shown = tuple(shown)
            if text:
                self._line(text)

    def _count(self, view: SessionSnapshot) -> None:
        if not self._live or view.state is PlayState.PAUSED:
            return
        seconds = view.count_in or round(view.remaining_s + 0.499)
        left = f"{round(view.left_s) // 60}:{round(view.left_s) % 60:02}"
        text = f"  {view.phase_words} · {seconds:>2} s    {left}    {view.next_words}"
        width = shutil.get_terminal_size().columns - 1
        text = text[:width].ljust(width)
        if text != self._counted:
            self._counted = text
            print("\r" + text, end="", flush=True)

    def _line(self, text: str) -> None:
        """A line of its own; no word of it is broken at the edge of the terminal."""
        self._clear()
        if self._live:
            width = max(20, shutil.get_terminal_size().columns)
            text = "\n".join(fill(part, width, subsequent_indent="  ") for part in text.split("\n"))
        print(text, flush=True)

    def _clear(self) -> None:
        self._counted = ""
        if self._live:
            print("\r\x1b[K", end="")

    def _ask(self) -> None:
        """How it felt, by number keys; anything else is *not answered*."""
        if not self._live or isinstance(self._keys, NoKeys) or not self._session.practised:
            return
        effort = self._number(check_in.effort_question())
        pain = self._number(check_in.pain_question())
        pinch = self._yes_or_no(check_in.pinch_question())
        self._session.answer(effort=effort, pain_during=pain, pinch=pinch)
        self._line(check_in.thanks())

    def _number(self, question: str) -> int | None:
        key = self._answer(question, _("0 to 9, T for ten, Space for no answer"))
        return 10 if key == "t" else int(key) if key.isdecimal() else None

    def _yes_or_no(self, question: str) -> bool | None:
        key = self._answer(question, _("Y or N, Space for no answer"))
        return {"y": True, "1": True, "n": False, "0": False}.get(key)

    def _answer(self, question: str, keys: str) -> str:
        """The key that was pressed; empty where it was none that answers."""
        self._line(f"\n{question}  [{keys}]")
        if self._session.sound.voice:
            self._parts.speaker.say(question)
        while not (key := self._keys.wait(STEP_S).lower()):
            self._parts.speaker.poll()
        return key

    def _close(self) -> int:
        if self._parts.worker.close():
            return 0
        problem = self._parts.worker.problem
        if problem is not None:
            print(f"hipcoach: {error_words(problem)}", file=sys.stderr)
        return 1
