"""A timeline as a score: to read it through line by line, or as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from hipcoach.app.phrases.numbers import decimal_words
from hipcoach.app.phrases.session import side_words
from hipcoach.app.words import N_, _
from hipcoach.core.timeline import (
    END_TONE,
    START_TONE,
    TICK,
    Cue,
    CueKind,
    CueText,
    Phase,
    Segment,
    Timeline,
)
from hipcoach.core.wording import Wording

PHASES: Final[Mapping[Phase, str]] = {
    Phase.ANNOUNCE: N_("announce"),
    Phase.TRANSITION: N_("into place"),
    Phase.GET_READY: N_("get ready"),
    Phase.WORK: N_("work"),
    Phase.CONTRACT: N_("contract"),
    Phase.RELAX: N_("relax"),
    Phase.SWITCH: N_("switch"),
    Phase.REST: N_("rest"),
    Phase.FINISH: N_("finish"),
}
KINDS: Final[Mapping[CueKind, str]] = {
    CueKind.NAME: N_("name"),
    CueKind.SETUP: N_("set-up"),
    CueKind.SAFETY: N_("safety"),
    CueKind.COUNT: N_("count"),
    CueKind.START: N_("start"),
    CueKind.INTENT: N_("intent"),
    CueKind.BREATHING: N_("breathing"),
    CueKind.HALFWAY: N_("half-way"),
    CueKind.REMAINING: N_("remaining"),
    CueKind.END: N_("end"),
    CueKind.SWITCH: N_("switch"),
    CueKind.RELAX: N_("relax"),
    CueKind.ACKNOWLEDGE: N_("answer"),
}
TONES: Final[Mapping[CueText, str]] = {
    START_TONE: N_("♪ start"),
    END_TONE: N_("♪ end"),
    TICK: N_("· tick"),
}


def readable(timeline: Timeline, wording: Wording) -> str:
    """The score for a person: a line for each segment, and under it what is heard and when."""
    return "\n".join(_score_lines(timeline, wording))


def as_json(timeline: Timeline, wording: Wording) -> dict[str, object]:
    """The score for a program; seconds to the millisecond, tones with an empty text."""
    return {
        "routine": timeline.routine,
        "length_s": timeline.length_s,
        "segments": [
            {
                "start_s": segment.start_s,
                "length_s": segment.length_s,
                "phase": segment.phase.value,
                "exercise": segment.exercise,
                "side": segment.side.value if segment.side else None,
                "rung": segment.rung,
            }
            for segment in timeline.segments
        ],
        "cues": [
            {
                "at_s": round(cue.at_s, 3),
                "length_s": round(cue.length_s, 3),
                "kind": cue.kind.value,
                "priority": int(cue.priority),
                "text": wording.words(cue.text),
            }
            for cue in timeline.cues
        ],
    }


def _score_lines(timeline: Timeline, wording: Wording) -> Iterator[str]:
    name = wording.routines[timeline.routine].name
    yield _("{routine}, {length} in all").format(routine=name, length=_clock(timeline.length_s))
    cues = iter(timeline.cues)
    cue = next(cues, None)
    for segment in timeline.segments:
        yield ""
        yield _segment_line(segment, wording)
        while cue is not None and cue.at_s < segment.end_s:
            yield _cue_line(cue, wording)
            cue = next(cues, None)


def _segment_line(segment: Segment, wording: Wording) -> str:
    words = wording.exercises[segment.exercise]
    rung = _("rung {number}, {name}").format(
        number=segment.rung, name=words.rungs[segment.rung - 1].name
    )
    about = " · ".join(part for part in (words.name, side_words(segment.side), rung) if part)
    phase = _(PHASES[segment.phase])
    length = _("{seconds} s").format(seconds=decimal_words(segment.length_s, 1))
    return f"{_clock(segment.start_s):>7}  {length:>7}  {phase:<10}  {about}"


def _cue_line(cue: Cue, wording: Wording) -> str:
    tone = TONES.get(cue.text)
    said = _(tone) if tone else f"{_(KINDS[cue.kind]):<10}  {wording.words(cue.text)}"
    return f"{'':9}{_clock(cue.at_s):>7}  {said}"


def _clock(seconds: float) -> str:
    """Minutes, seconds and tenths."""
    tenths = round(seconds * 10)
    return f"{tenths // 600}:{decimal_words(tenths % 600 / 10, 1):0>4}"
