"""The exercises that people were given: a folder each, with its pictures in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from hipcoach.core.bounds import DOSES, NAME_LENGTH
from hipcoach.core.errors import ContentError, KnownError
from hipcoach.core.exercise import Dose, Exercise, Method, Position, Rung
from hipcoach.core.figure.pose import Pose
from hipcoach.core.found import FoundExercises
from hipcoach.core.names import ALONE, id_of
from hipcoach.core.own_exercise import METHODS, MOST_PICTURES, OwnExercise
from hipcoach.core.side import Side
from hipcoach.core.wording import ExerciseWords, Line, RungWords
from hipcoach.library.exercises import spoken_codes
from hipcoach.library.lines import ENGLISH_SIDES, read_lines
from hipcoach.library.own import Write, toml_number, toml_text
from hipcoach.library.pictures import LARGEST_PNG, kind_of
from hipcoach.library.reading import (
    Field,
    Place,
    Shape,
    as_it_is,
    bounded,
    choice,
    flag,
    read_table,
    short_text,
    some_texts,
)
from hipcoach.library.shelf import read_toml

_FACTS: Final[Shape] = {
    "method": Field(choice(Method, METHODS)),
    "position": Field(choice(Position)),
    "sided": Field(flag),
    "pictures": Field(some_texts),
    "dose": Field(as_it_is),
    "words": Field(as_it_is),
    "lines": Field(as_it_is),
}
_WORDS: Final[Shape] = {"name": Field(short_text(NAME_LENGTH)), "how": Field(some_texts)}
_FILE: Final = "exercise.toml"
Read = tuple[Exercise, ExerciseWords]


class OwnExercises:
    """`hipcoach.ports.ExerciseFiles` over a folder; read anew each time.

    `taken` gives the ids of the exercises that come with HipCoach.
    """

    def __init__(self, folder: Path, write: Write, taken: Callable[[], Sequence[str]]) -> None:
        self.folder = folder
        self._write = write
        self._taken = taken
        self._known: dict[str, tuple[object, Read, tuple[Path, ...]]] = {}
        """What was read, and how the folder looked then: pictures are large."""

    def found(self) -> FoundExercises:
        """The exercises of the folder, their pictures as poses, and what is wrong with others."""
        exercises: dict[str, Read] = {}
        poses: dict[str, Pose] = {}
        faults: list[ContentError] = []
        for folder in self._folders():
            try:
                if folder.name in self._taken() or folder.name.startswith(ALONE):
                    raise ContentError("taken", file=str(folder / _FILE))  # noqa: TRY301 - told like the others
                read, pictures = self._looked_at(folder)
            except ContentError as fault:
                faults.append(fault)
                continue
            exercises[folder.name] = read
            for pose, picture in zip(("start", "hold", "back"), pictures, strict=True):
                poses[f"{folder.name}/{pose}"] = Pose(picture=str(picture))
        return FoundExercises(exercises, poses, tuple(faults))

    def check_picture(self, path: Path) -> None:
        """Raise ContentError for a file that can't be a picture of an exercise."""
        _picture(path)

    def written(self, name: str) -> tuple[OwnExercise, tuple[Path, ...]]:
        """An exercise as it was written down, and its pictures; raises ContentError."""
        (exercise, words), (start, hold, back) = self._looked_at(self.folder / name)
        shown = (start, *([hold] if hold != start else []), *([back] if back != start else []))
        own = OwnExercise(
            words.name, words.how, exercise.position, exercise.method, exercise.sided, exercise.dose
        )
        return own, shown

    def remove(self, name: str) -> None:
        """Let go of an exercise and its pictures; raises KnownError (`unwritable`)."""
        import shutil  # noqa: PLC0415 - who starts the program has nothing to let go of

        try:
            shutil.rmtree(self.folder / name)
        except OSError as error:
            raise KnownError("unwritable", {"path": str(self.folder / name)}) from error

    def save(self, exercise: OwnExercise, pictures: Sequence[Path], over: str = "") -> str:
        """Keep an exercise with copies of its pictures, all or nothing, and give its id.

        With `over` it takes the place of that one.
        Raises ContentError where a picture can't be used or a line is too long, KnownError
        (`unwritable`).
        """
        import shutil  # noqa: PLC0415 - who starts the program has nothing to save yet
        import tempfile  # noqa: PLC0415 - the same

        there = {*self._taken(), *(one.name for one in self._folders())}
        name = over or id_of(exercise.name, there)
        copied = [_picture(path) for path in pictures[:MOST_PICTURES]]
        names = [f"{number}.{kind}" for number, (kind, _) in enumerate(copied, 1)]
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            made = Path(tempfile.mkdtemp(prefix=".", dir=self.folder))
            try:
                for file, (_kind, content) in zip(names, copied, strict=True):
                    self._write(made / file, content)
                self._write(made / _FILE, "\n".join(_written(exercise, names)).encode())
                _read(made)
                if over:
                    # What was there goes only once what comes is whole.
                    (self.folder / name).rename(made / ".old")
                made.rename(self.folder / name)
                shutil.rmtree(self.folder / name / ".old", ignore_errors=True)
            except BaseException:
                shutil.rmtree(made, ignore_errors=True)
                raise
        except OSError as error:
            raise KnownError("unwritable", {"path": str(self.folder / name)}) from error
        return name

    def _looked_at(self, folder: Path) -> tuple[Read, tuple[Path, ...]]:
        try:
            stats = [(one.name, one.stat()) for one in sorted(folder.iterdir())]
        except OSError as error:
            reason = error.strerror or ""
            raise ContentError("unreadable", file=str(folder), reason=reason) from error
        stamp = [(name, stat.st_mtime_ns, stat.st_size) for name, stat in stats]
        known = self._known.get(folder.name)
        if known is None or known[0] != stamp:
            known = self._known[folder.name] = (stamp, *_read(folder))
        return known[1], known[2]

    def _folders(self) -> list[Path]:
        """The folders of exercises, in order; none where there is nothing to be read."""
        try:
            entries = sorted(self.folder.iterdir())
        except OSError:
            return []
        return [one for one in entries if one.name[0] != "." and (one / _FILE).is_file()]


def _read(folder: Path) -> tuple[Read, tuple[Path, ...]]:
    """An exercise, and the pictures of its start, its hold and its way back."""
    place = Place(str(folder / _FILE))
    found = read_table(read_toml(folder / _FILE, place.file), _FACTS, place)
    words = read_table(found["words"], _WORDS, place.within("words"))
    lines = read_lines(found["lines"], place.within("lines"), ENGLISH_SIDES)
    exercise = _exercise(folder.name, found, lines, place)
    for code in spoken_codes(exercise):
        if code not in lines:
            place.within("lines").refuse("missing-field", code)
    safety = lines["safety"].full_right
    said = ExerciseWords(
        name=words["name"], summary=words["how"][0], how=words["how"], feel="", safety=(safety,),
        faults=(), dose="", rungs=(RungWords("", ""),), lines=lines,
    )  # fmt: skip
    return (exercise, said), _pictures(folder, found["pictures"], place)


def _exercise(name: str, found: dict[str, Any], lines: dict[str, Line], place: Place) -> Exercise:
    method: Method = found["method"]
    shape = {
        field: Field(bounded(bound), *([] if bound.default is None else [bound.default]))
        for field, bound in DOSES[method].items()
        if method is not Method.HOLD or field in {"sets", "hold_s"}
    }
    dose = Dose(**read_table(found["dose"], shape, place.within("dose")))
    back = "back" if method is Method.REPETITIONS else ""
    setup = sum(code.startswith("setup-") for code in lines)
    return Exercise(
        id=name,
        method=method,
        position=found["position"],
        sided=found["sided"],
        goals=(),
        muscles=(),
        props=(),
        optional_props=(),
        dose=dose,
        rungs=(Rung(1, "start", "hold", back, (), setup, own_setup=False, own_intent=False),),
        default_rung=1,
        preview="hold",
        fault_pose="hold",
        sources=(),
    )


def _pictures(folder: Path, names: Sequence[str], place: Place) -> tuple[Path, ...]:
    """The files of start, hold and way back; those that are missing are the one before."""
    if len(names) > MOST_PICTURES:
        place.refuse("out-of-bounds", "pictures", value=len(names), least=1, most=MOST_PICTURES)
    paths = []
    for name in names:
        if Path(name).name != name or "\\" in name:
            place.refuse("picture-elsewhere", "pictures", value=name)
        _picture(folder / name)
        paths.append(folder / name)
    start, hold = paths[0], paths[min(1, len(paths) - 1)]
    return start, hold, paths[2] if paths[2:] else start


def _picture(path: Path) -> tuple[str, bytes]:
    """What kind a file is, and what it holds; raises ContentError."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_PNG + 1)
    except OSError as error:
        reason = error.strerror or ""
        raise ContentError("unreadable", file=str(path), reason=reason) from error
    return kind_of(content, str(path)), content


def _written(exercise: OwnExercise, pictures: Sequence[str]) -> Iterator[str]:
    """The lines of the file."""
    yield f"method = {toml_text(exercise.method)}"
    yield f"position = {toml_text(exercise.position)}"
    yield f"sided = {str(exercise.sided).lower()}"
    yield f"pictures = {_texts(pictures)}"
    yield "\n[dose]"
    for name in DOSES[exercise.method]:
        if name in {"sets", "hold_s", "reps", "rep_s"} and getattr(exercise.dose, name):
            yield f"{name} = {toml_number(getattr(exercise.dose, name))}"
    yield "\n[words]"
    yield f"name = {toml_text(_plain(exercise.name))}"
    yield f"how = {_texts([_plain(line) for line in exercise.how])}"
    yield "\n[lines]"
    yield f"setup = {_texts([_plain(line) for line in exercise.how])}"
    for code, said in exercise.lines.items():
        left, right = (toml_text(_plain(said[side])) for side in Side)
        yield f"{code} = {{ left = {left}, right = {right} }}"
    yield ""


def _texts(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(toml_text, texts))}]"


def _plain(words: str) -> str:
    """The words without the braces that would be gaps to be filled."""
    return words.replace("{", "(").replace("}", ")")
