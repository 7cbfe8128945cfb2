"""What the pages show, as values: made by the controllers, read by the widgets."""

from __future__ import annotations

from enum import StrEnum

from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.finding import Entry
from hipcoach.core.side import Side
from hipcoach.core.timeline import Phase
from hipcoach.core.value import value


class PlayState(StrEnum):
    """How a session stands."""

    PREPARING = "preparing"
    """The cues are being turned into sound."""
    WAITING = "waiting"
    """All is ready; the person begins it."""
    PLAYING = "playing"
    PAUSED = "paused"
    COUNTING_IN = "counting-in"
    """The three seconds after a pause."""
    FINISHED = "finished"


@value
class SessionSnapshot:
    """Everything that the session page shows at one moment; all words are ready to show."""

    state: PlayState
    routine: str
    exercise: str
    variant: str
    """Name of the rung."""
    side: Side | None
    side_words: str
    """`Left`, `Right`, or empty."""
    phase: Phase
    phase_words: str
    """Such as `Hold`, `Get ready`, `Push`."""
    remaining_s: float
    """Seconds left of what the ring counts."""
    length_s: float
    """Seconds that the ring counts in all."""
    count_in: int
    """3, 2, 1 while counting in after a pause, else 0."""
    caption: str
    next_words: str
    """What comes next, such as `Next: left side`; empty at the end."""
    progress: float
    """0 to 1, of the whole routine."""
    left_s: float
    """Seconds left of the whole routine."""
    chapter: int
    chapters: int
    figure: FigureFrame | None
    muted: str
    """Why the voice is not heard, as a sentence; empty when it is."""
    notice: str = ""
    """A short word on what was just asked for, such as `Cue volume 80`."""


@value
class RoutineCard:
    """A routine as it is offered on the Today page."""

    id: str
    name: str
    summary: str
    minutes_words: str
    """Such as `8 min` or `90 s`."""
    length_s: float
    props: tuple[str, ...]
    """Names of what is needed."""
    preview: str
    """Full name of the pose that stands for it, such as `leg-swings/front-2`."""
    own: bool = False
    """Whether the person made it."""


@value
class RoutineSound:
    """How a routine is to sound."""

    routine: str
    mode: str
    """A choice of `sound.mode`; empty: as all do."""


@value
class TodaySnapshot:
    """The Today page."""

    last_words: str
    """What was done last, in a sentence; the empty state says what to do."""
    routines: tuple[RoutineCard, ...]
    unfinished_words: str
    """The session that broke off, as a question to go on or close it; empty: none."""
    blocked_words: str
    """Why no session starts (a red flag applies, the journal can't be read); empty: none."""
    broken_words: tuple[str, ...] = ()
    """What is wrong with routines of the person's own that can't be used, a sentence each."""


@value
class ExercisePageSnapshot:
    """One exercise in the library, in words."""

    id: str
    name: str
    summary: str
    position: str
    goals: tuple[str, ...]
    how: tuple[str, ...]
    feel: str
    muscles: tuple[str, ...]
    props: tuple[str, ...]
    faults: tuple[tuple[str, str], ...]
    """(mistake, mend), the worst first."""
    safety: tuple[str, ...]
    dose: str
    rungs: tuple[tuple[str, str], ...]
    """(name, note), the gentlest first."""
    default_rung: int
    sided: bool
    sources: tuple[tuple[str, str], ...]
    """(title, address)."""
    poses: tuple[tuple[str, str], ...]
    """For each rung the full names of the two poses between which its picture moves."""
    fault_pose: str
    entry: Entry
    """What it is found by."""
    debated: str = ""
    """Where teachers and measurements differ."""
    not_for: tuple[str, ...] = ()
    """Who leaves it out."""
    warning: tuple[str, ...] = ()
    """What has to be known before it is ever done."""
    locked_words: str = ""
    """Why it can't be started yet; empty: it can."""
    may_unlock: bool = False
    """Whether it can be started once the person says that the warning was read."""


@value
class SelfCheckResult:
    """What a look at one's own hips came to; all words are ready to show."""

    routine: str
    """The id of the routine that fits."""
    title: str
    reasons: tuple[str, ...]
    since: str
    """With which look it is compared; empty for the first one."""
    changes: tuple[str, ...]
    """What has changed, or that nothing has."""
    preview: str
    """Full name of the pose that stands for the routine."""
