"""Exercises out of their files: the facts, checked against the words that go with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from hipcoach.core import bounds
from hipcoach.core.exercise import (
    Contraction,
    Dose,
    Exercise,
    Goal,
    Method,
    Position,
    Rung,
    Source,
)
from hipcoach.core.wording import ExerciseWords, Line
from hipcoach.library.lines import ENGLISH_SIDES
from hipcoach.library.reading import (
    REQUIRED,
    Field,
    Place,
    Shape,
    address,
    as_it_is,
    bounded,
    choice,
    choices,
    flag,
    read_table,
    rows,
    some_texts,
    tables,
    text,
    texts,
    whole,
)
from hipcoach.library.words import read_words

DOSES: Final[Mapping[Method, Shape]] = {
    method: {
        name: Field(bounded(bound), REQUIRED if bound.default is None else bound.default)
        for name, bound in fields.items()
    }
    for method, fields in bounds.DOSES.items()
}
"""What a dose may hold, by method."""

_CONTRACTION: Final[Shape] = {
    "id": Field(text),
    "pose": Field(text),
    "deeper": Field(text),
    "placed": Field(flag, default=False),
}
_RUNG: Final[Shape] = {
    "start": Field(text),
    "pose": Field(text),
    "back": Field(text, ""),
    "contractions": Field(rows(Contraction, _CONTRACTION), ()),
}
_SOURCE: Final[Shape] = {"title": Field(text), "url": Field(address)}
_FACTS: Final[Shape] = {
    "method": Field(choice(Method)),
    "position": Field(choice(Position)),
    "sided": Field(flag),
    "goals": Field(choices(Goal)),
    "muscles": Field(some_texts),
    "props": Field(texts, ()),
    "optional_props": Field(texts, ()),
    "default_rung": Field(whole(1, 9), 1),
    "preview": Field(text),
    "fault_pose": Field(text),
    "dose": Field(as_it_is),
    "rungs": Field(tables(_RUNG)),
    "sources": Field(rows(Source, _SOURCE), ()),
    "locked_until_level": Field(whole(0, 3), 0),
    "acknowledge": Field(flag, default=False),
    "off_by_default": Field(flag, default=False),
    "words": Field(as_it_is),
    "lines": Field(as_it_is),
}


def read_exercise(name: str, raw: object, place: Place) -> tuple[Exercise, ExerciseWords]:
    """An exercise and its English words.

    Raises ContentError, also for `missing-source` and for lines too few or too many.
    """
    found = read_table(raw, _FACTS, place)
    words = read_words(found["words"], found["lines"], place, ENGLISH_SIDES)
    rungs = tuple(_rung(number, rung, words.lines) for number, rung in enumerate(found["rungs"], 1))
    if not found["sources"]:
        place.refuse("missing-source", "sources")
    if not 1 <= found["default_rung"] <= len(rungs):
        place.refuse(
            "out-of-bounds", "default_rung", value=found["default_rung"], least=1, most=len(rungs)
        )
    if len(words.rungs) != len(rungs):
        place.within("words").refuse("wrong-count", "rungs", wanted=len(rungs))
    dose = Dose(**read_table(found["dose"], DOSES[found["method"]], place.within("dose")))
    facts = {field: found[field] for field in found if field not in {"words", "lines"}}
    exercise = Exercise(**facts | {"id": name, "dose": dose, "rungs": rungs})
    _check_method(exercise, place)
    if exercise.acknowledge is not bool(words.warning):
        code = "missing-field" if exercise.acknowledge else "unknown-field"
        place.within("words").refuse(code, "warning")
    _check_lines(exercise, words.lines, place.within("lines"))
    return exercise, words


def _rung(number: int, found: Mapping[str, Any], lines: Mapping[str, Line]) -> Rung:
    own = f"rung-{number}-setup"
    own_setup = f"{own}-1" in lines
    prefix = own if own_setup else "setup"
    return Rung(
        **found,
        number=number,
        setup_lines=sum(code.startswith(f"{prefix}-") for code in lines),
        own_setup=own_setup,
        own_intent=f"rung-{number}-intent" in lines,
    )


def _check_method(exercise: Exercise, place: Place) -> None:
    """Raise ContentError where a rung lacks what its method moves between, or has too much."""
    wanted = {
        "back": exercise.method is Method.REPETITIONS,
        "contractions": exercise.method is Method.CONTRACTIONS,
    }
    if not exercise.rungs:
        place.refuse("missing-field", "rungs")
    for rung in exercise.rungs:
        there = {"back": bool(rung.back), "contractions": bool(rung.contractions)}
        for field, needed in wanted.items():
            if there[field] is not needed:
                code = "missing-field" if needed else "unknown-field"
                place.within(f"rungs.{rung.number}").refuse(code, field)


def _check_lines(exercise: Exercise, lines: Mapping[str, Line], place: Place) -> None:
    """Raise ContentError for a line that a session would miss, or would never say."""
    spoken = spoken_codes(exercise)
    for code in spoken:
        if code not in lines:
            place.refuse("missing-field", code)
    for code in lines:
        if code not in spoken:
            place.refuse("unknown-field", code, nearest="")


def spoken_codes(exercise: Exercise) -> tuple[str, ...]:
    """Codes of all lines that a session may say about an exercise, without its id."""
    codes = ["announce", "safety", "pinch", "breathing"]
    if exercise.sided:
        codes.append("switch")
    if exercise.method is Method.CONTRACTIONS:
        codes.append("slack")
    if bounds.repeats(exercise):
        codes += ["release", "repeat"]
    for rung in exercise.rungs:
        prefix = f"rung-{rung.number}-" if rung.own_setup else ""
        codes += [f"{prefix}setup-{line}" for line in range(1, max(rung.setup_lines, 1) + 1)]
        codes.append(f"rung-{rung.number}-intent" if rung.own_intent else "intent")
        for contraction in rung.contractions:
            codes += [contraction.id, f"{contraction.id}-relax"]
            codes += [f"{contraction.id}-place"] * contraction.placed
    return tuple(dict.fromkeys(codes))
