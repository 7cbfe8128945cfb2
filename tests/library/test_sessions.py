"""Sessions out of the real content: whatever is chosen, there are words for it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hipcoach.core.compile import Adjustment, CompileOptions, compile_timeline
from hipcoach.core.cueing import estimate_s
from hipcoach.core.routine import Routine, Step
from hipcoach.core.side import Side
from hipcoach.core.timeline import TONES
from hipcoach.library.check import named_poses
from hipcoach.library.load import load_library, load_wording

LIBRARY = load_library()
WORDING = load_wording()
POSES = {
    f"{exercise.id}/{pose}"
    for exercise in LIBRARY.exercises.values()
    for _, _, pose in named_poses(exercise)
}


@settings(max_examples=60)
@given(
    names=st.lists(st.sampled_from(sorted(LIBRARY.exercises)), min_size=1, max_size=3),
    rung=st.integers(1, 5),
    done=st.sampled_from([0, 3]),
    side=st.sampled_from(Side),
    wish=st.builds(
        Adjustment,
        step=st.integers(0, 2),
        run=st.integers(0, 3),
        easier=st.integers(0, 3),
        extra_s=st.sampled_from([-10.0, 0.0, 10.0]),
        swap=st.booleans(),
    ),
)
def test_every_cue_has_its_words_and_every_segment_its_poses(
    names: list[str], rung: int, done: int, side: Side, wish: Adjustment
) -> None:
    steps = tuple(Step(name, LIBRARY.exercises[name].dose) for name in names)
    options = CompileOptions(
        first_side=side, rungs=dict.fromkeys(names, rung), times_done=dict.fromkeys(names, done)
    )

    found = compile_timeline(
        Routine("mine", steps, "teal"),
        LIBRARY.exercises,
        lambda text: estimate_s(WORDING.words(text)),
        options,
        (wish,),
    )

    assert all(bool(WORDING.words(cue.text)) is (cue.text not in TONES) for cue in found.cues)
    assert {segment.pose_from for segment in found.segments} <= POSES
    assert {segment.pose_to for segment in found.segments} <= POSES
