"""What makes a class one of values, such as a hold, a cue, a setting: `@value`.

To everyone who uses the class it is a frozen dataclass with slots: equal where its fields are,
`match`, `replace`, `fields` and the type checker know it. It is only made sooner.
`dataclass` writes eight methods for each class and compiles them all, here that is done for
`__init__` alone and the others are shared: 45 µs in place of 240 for a class of three fields
(Python 3.11). Some hundred of them stand between the start and the first picture.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[_T]) -> type[_T]:
    """The class with its fields as slots that nobody can change after `__init__`.

    A method that the class has itself stays as it is. Of `field`, `default` and
    `default_factory` are heeded.
    """
    for name, method in _SHARED.items():
        if name not in vars(cls):
            setattr(cls, name, method)
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    made.__init__ = _init(made)
    # Without a field something has to be got all the same: what is equal in all of the class.
    made.__values__ = attrgetter(*(made.__match_args__ or ("__match_args__",)))
    return made  # type: ignore[no-any-return]


def _init(cls: type[Any]) -> Any:
    """The `__init__` of a class: puts what is given, or the default, into each field."""
    parameters = ["self", *map(_parameter, fields(cls))]
    lines = [f"_put(self, {one.name!r}, {_given(one)})" for one in fields(cls)]
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    source = f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines or ["pass"])
    known = {
        "_put": object.__setattr__,
        "_fields": {one.name: one for one in fields(cls)},
        "_MISSING": MISSING,
    }
    exec(source, known)  # noqa: S102 - made of our own names; a loop over them is five times slower
    init: Any = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _parameter(one: Field[Any]) -> str:
    """How `__init__` takes a field; MISSING stands for what a factory makes each time."""
    if one.default is MISSING and one.default_factory is MISSING:
        return one.name
    return f"{one.name}=_fields[{one.name!r}].default"


def _given(one: Field[Any]) -> str:
    """What `__init__` puts into a field."""
    if one.default_factory is MISSING:
        return one.name
    made = f"_fields[{one.name!r}].default_factory()"
    return f"{made} if {one.name} is _MISSING else {one.name}"


class _Shared:
    """What all values do in the same way."""

    __values__: Any
    """Gives all fields of a value: as a tuple, or as itself where there is one."""
    __match_args__: tuple[str, ...]

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return bool(self.__values__(self) == self.__values__(other))

    def __hash__(self) -> int:
        return hash(self.__values__(self))

    def __repr__(self) -> str:
        shown = (f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def __setattr__(self, name: str, given: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), tuple(getattr(self, name) for name in self.__match_args__)


_SHARED = {
    name: vars(_Shared)[name]
    for name in ("__eq__", "__hash__", "__repr__", "__setattr__", "__delattr__", "__reduce__")
}
