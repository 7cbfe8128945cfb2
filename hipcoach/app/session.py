"""A guided session: player, voice and journal together, for whichever shell shows it.

It is driven by `tick`, about twenty times a second and at the player's `next_at`; it
starts no timer and no thread.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from hipcoach.app.lengths import lengths_of
from hipcoach.app.phrases import check_in
from hipcoach.app.session_log import SessionLog
from hipcoach.app.session_plan import SessionPlan, SoundChoice
from hipcoach.core.compile import Adjustment
from hipcoach.core.controls import Action
from hipcoach.core.journal import CloseReason, EventKind, SessionRecord, Shell
from hipcoach.core.player import Event, Finished, Player, SegmentEnded, Silenced, State
from hipcoach.core.timeline import END_TONE, START_TONE, TICK, TONES, Cue, CueKind, CueText
from hipcoach.core.voicing import PAUSED, CueDue
from hipcoach.ports import Clock, Speaker, SpeechChanged, SpeechProblem, Tone

PREPARE_S: Final = 2.5
"""Longest wait for the voice to measure its lines before a session starts without it."""
EXTRA_S: Final = {Action.LONGER: 10.0, Action.SHORTER: -10.0}
VOLUME_STEP: Final = {Action.LOUDER: 10, Action.SOFTER: -10}
SUSPENDED_S: Final = 1.0
"""More than this between the two clocks means that the machine was asleep."""
_JUMPS: Final = frozenset({EventKind.SKIPPED, EventKind.RESTARTED})
_TONES: Final = {TICK: Tone.TICK, START_TONE: Tone.START, END_TONE: Tone.END}


class GuidedSession:
    """One session from its first cue to its last answer."""

    def __init__(
        self,
        plan: SessionPlan,
        clock: Clock,
        speaker: Speaker,
        log: SessionLog,
        *,
        shell: Shell,
        sound: SoundChoice,
        start_chapter: int = 0,
        adjustments: tuple[Adjustment, ...] = (),
    ) -> None:
        self.plan = plan
        self.sound = sound
        self.caption: Cue | None = None
        """The last line that was said, or would have been."""
        self._line: Cue | None = None
        """What is read again after a pause: a line of this side and exercise."""
        self.voice_problem: SpeechProblem | None = None
        self.sound_problem: SpeechProblem | None = None
        self.closed: CloseReason | None = None
        self._practised = False
        self._clock = clock
        self._speaker = speaker
        self._log = log
        self._shell = shell
        self._start_chapter = start_chapter
        self._adjustments = adjustments
        self._lengths = lengths_of(plan.wording, speaker.length_s if sound.voice else None)
        self._asked_at_s = clock.monotonic()
        self._asleep_s = clock.boot() - clock.monotonic()
        self.player = self._new_player()
        if sound.voice:
            speaker.choose(sound.choice)
            speaker.prepare([*plan.lines(self.player.timeline), *check_in.questions()])

    @property
    def practised(self) -> bool:
        """Whether a hold was begun: before it there is nothing to ask about."""
        begun = self.player.state is not State.READY
        return self._practised or (begun and self.player.segment.phase.practised)

    def prepared(self) -> bool:
        """Whether the length of every cue is known, or waiting for it has been long enough."""
        self._listen()
        if not self.sound.voice or self.voice_problem is not None:
            return True
        if self._clock.monotonic() - self._asked_at_s > PREPARE_S:
            return True
        lines = {self.plan.wording.words(cue.text) for cue in self.player.timeline.cues}
        return all(self._speaker.length_s(line) is not None for line in lines if line)

    def start(self) -> None:
        """Compile with the lengths that are known now, write the start, and begin."""
        self.player = self._new_player()
        self._log.opened(self.plan, self.player.timeline, self._shell)
        self._perform(self.player.start(self._clock.monotonic()))

    def tick(self) -> None:
        """Do everything that has come due; a machine that was asleep pauses."""
        self._listen()
        asleep_s = self._clock.boot() - self._clock.monotonic()
        if asleep_s - self._asleep_s > SUSPENDED_S:
            self.pause()
        self._asleep_s = asleep_s
        self._perform(self.player.tick(self._clock.monotonic()))

    def act(self, action: Action) -> None:  # noqa: C901 - one case a control
        """Do what the person asks for; `STOP` only pauses, `stop` ends it."""
        now = self._clock.monotonic()
        here = self.player.segment
        match action:
            case Action.PAUSE_RESUME if self.player.state is State.PAUSED:
                self._log.noted(EventKind.RESUMED, here)
                self.caption = self._line
                self._perform(self.player.resume(now))
            case Action.PAUSE_RESUME | Action.STOP:
                self.pause()
            case Action.NEXT:
                self._log.noted(EventKind.SKIPPED, here)
                self._line = None
                self._perform(self.player.skip(now))
            case Action.BACK:
                self._log.noted(EventKind.RESTARTED, here)
                self._line = None
                self._perform(self.player.back(now))
            case Action.REPEAT:
                self._perform(self.player.repeat(now))
            case Action.PINCH:
                self._ease(EventKind.PINCH, CueText(f"{here.exercise}/pinch", here.side))
            case Action.EASIER:
                self._ease(EventKind.EASIER, CueText("easier"))
            case Action.SWAP if here.side is not None:
                self._log.noted(EventKind.SWAPPED, here)
                self._adjust(
                    CueText("swapped", here.side.other), Adjustment(here.step, here.run, swap=True)
                )
            case Action.LONGER | Action.SHORTER:
                extra_s = EXTRA_S[action]
                self._log.noted(EventKind.LENGTHENED, here, extra_s)
                wish = Adjustment(here.step, here.run, extra_s=extra_s)
                self._adjust(CueText(action.value), wish)
            case Action.LOUDER | Action.SOFTER:
                self._louder(VOLUME_STEP[action])

    def pause(self) -> None:
        """Stand still, if it moves."""
        if self.player.state in {State.PLAYING, State.COUNTING_IN}:
            self._log.noted(EventKind.PAUSED, self.player.segment)
            self._perform(self.player.pause(self._clock.monotonic()))

    def stop(self) -> None:
        """End it here; what was done is kept."""
        self._perform(self.player.leave(self._clock.monotonic()))
        self._close(CloseReason.STOPPED)

    def answer(self, *, effort: int | None, pain_during: int | None, pinch: bool | None) -> None:
        """Keep how it felt."""
        self._log.answered(effort=effort, pain_during=pain_during, pinch=pinch)

    def _new_player(self) -> Player:
        return Player(
            self.plan.timeline(self._lengths, self._adjustments),
            self._lengths,
            spoken_count=self.plan.options.spoken_count,
            start_chapter=self._start_chapter,
        )

    def _ease(self, kind: EventKind, text: CueText) -> None:
        """One rung down at once, where there is one; the word on pinches is said anyway."""
        here = self.player.segment
        rungs = 1 if here.rung > 1 else 0
        self._log.noted(kind, here, rungs)
        said = text if rungs or kind is EventKind.PINCH else CueText("gentlest")
        self._adjust(said, Adjustment(here.step, here.run, easier=rungs))

    def _adjust(self, said: CueText, wish: Adjustment) -> None:
        now = self._clock.monotonic()
        self._adjustments = (*self._adjustments, wish)
        timeline = self.plan.timeline(self._lengths, self._adjustments)
        self._perform(self.player.exchange(now, timeline))
        self._perform(self.player.answer(now, said))

    def _louder(self, by: int) -> None:
        volume = min(100, max(0, self.sound.choice.volume + by))
        self.sound = replace(self.sound, choice=replace(self.sound.choice, volume=volume))
        self._speaker.choose(self.sound.choice)

    def _listen(self) -> None:
        for event in self._speaker.poll():
            if isinstance(event, SpeechChanged):
                self.voice_problem = event.voice
                self.sound_problem = event.sound

    def _perform(self, events: list[Event]) -> None:
        for event in events:
            match event:
                case CueDue():
                    self._hear(event)
                case SegmentEnded():
                    self._practised |= event.segment.phase.practised and event.held_s > 0
                    self._log.ended(event)
                case Silenced():
                    self._speaker.stop()
                case Finished():
                    self._close(CloseReason.COMPLETED)
                case _:
                    pass

    def _hear(self, due: CueDue) -> None:
        cue = due.cue
        if due.shown and cue.kind is not CueKind.COUNT and cue.text not in TONES:
            self.caption = cue
            if cue.text != PAUSED:
                self._line = cue
        if not due.voiced:
            return
        if cue.text in TONES:
            if self.sound.beeps:
                self._speaker.play(_TONES[cue.text], self.sound.beep_volume)
        elif self.sound.voice:
            self._speaker.say(self.plan.wording.words(cue.text))

    def _close(self, reason: CloseReason) -> None:
        if self.closed is None:
            self.closed = reason
            self._log.closed(reason)


def adjusted_as(record: SessionRecord, plan: SessionPlan) -> tuple[Adjustment, ...]:
    """What the person changed in a session that broke off: what was eased stays eased."""
    timeline = plan.timeline(lengths_of(plan.wording))
    found = []
    for event in record.events:
        # Every run has a chapter of its own, whatever is adjusted in it.
        here = timeline.chapter_start(min(event.chapter, timeline.chapters - 1))
        match event.kind:
            case EventKind.PINCH | EventKind.EASIER if event.amount:
                found.append(Adjustment(here.step, here.run, easier=round(event.amount)))
            case EventKind.SWAPPED:
                found.append(Adjustment(here.step, here.run, swap=True))
            case EventKind.LENGTHENED:
                found.append(Adjustment(here.step, here.run, extra_s=event.amount))
            case _:
                pass
    return tuple(found)


def goes_on_with(
    record: SessionRecord, plan: SessionPlan, adjustments: tuple[Adjustment, ...]
) -> int:
    """The chapter with which a session that broke off goes on; what was skipped stays skipped."""
    done = [row.index for row in record.segments if row.completed]
    chapter = chapter_to_go_on_with(plan, done[-1] if done else -1, adjustments)
    jumps = [event for event in record.events if event.kind in _JUMPS]
    if jumps and jumps[-1].kind is EventKind.SKIPPED:
        chapter = max(chapter, jumps[-1].chapter + 1)
    return chapter


def chapter_to_go_on_with(
    plan: SessionPlan, last_index: int, adjustments: tuple[Adjustment, ...] = ()
) -> int:
    """The chapter with which a session goes on whose last finished segment is known.

    A chapter that broke off begins again; one whose practice was done is not repeated.
    """
    timeline = plan.timeline(lengths_of(plan.wording), adjustments)
    following = timeline.segments[min(last_index + 1, len(timeline.segments) - 1)]
    led_out = following.index > 0 and not any(
        segment.phase.practised
        for segment in timeline.segments[following.index :]
        if segment.chapter == following.chapter
    )
    return min(following.chapter + led_out, timeline.chapters - 1)
