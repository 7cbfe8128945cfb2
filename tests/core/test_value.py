"""What is said of a class by `@value`, beside a frozen dataclass with slots."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.value import value


@value
class Spot:
    """Where, and under which name."""

    x: float
    y: float = 0.0
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def far(self) -> float:
        """From the middle."""
        return abs(self.x) + abs(self.y)


@value
class One:
    """A single field."""

    only: object


@value
class Nothing:
    """No field at all."""


@value
class Share:
    """Refuses what is no part of a whole."""

    part: float

    def __post_init__(self) -> None:
        if not 0 <= self.part <= 1:
            raise ValueError(self.part)


@value
class Named(Spot):
    """A spot with more to it."""

    name: str = "here"


@value
class Loud:
    """Shown in its own way."""

    words: str

    def __repr__(self) -> str:
        return self.words.upper()


@dataclass(frozen=True, slots=True)
class Plain:
    """What Python makes of it."""

    a: int
    b: tuple[int, ...] = ()


@value
class Ours:
    """The same made by us."""

    a: int
    b: tuple[int, ...] = ()


Ours.__qualname__ = "Plain"  # so that both are shown alike

FIELDS = st.tuples(st.integers(0, 2), st.lists(st.integers(0, 1), max_size=2).map(tuple))


@given(FIELDS, FIELDS)
def test_it_is_equal_hashed_and_shown_as_a_dataclass(one: Any, other: Any) -> None:
    assert (Plain(*one) == Plain(*other)) is (Ours(*one) == Ours(*other))
    assert hash(Plain(*one)) == hash(Ours(*one))
    assert repr(Plain(*one)) == repr(Ours(*one))
    assert asdict(Plain(*one)) == asdict(Ours(*one))


def test_values_of_two_classes_differ() -> None:
    pairs: list[tuple[object, object]] = [
        (Ours(1), Plain(1)),
        (One(1), Share(1)),
        (Nothing(), One(())),
    ]
    for one, other in pairs:
        assert one != other


@pytest.mark.parametrize("found", [Spot(1, 2), One((1,)), Nothing(), Share(0.5), Named(1)])
def test_every_copy_is_equal(found: object) -> None:
    for made in (
        copy.copy(found), copy.deepcopy(found), pickle.loads(pickle.dumps(found)), replace(found)  # type: ignore[type-var]
    ):  # fmt: skip
        assert found == made
        assert type(found) is type(made)


def test_what_is_left_out_is_made_for_each() -> None:
    assert (0.0, {}) == (Spot(1).y, Spot(1).names)
    assert Spot(1).names is not Spot(1).names


def test_fields_are_taken_in_order_or_by_name() -> None:
    assert Spot(1, 2, {"a": "b"}) == Spot(names={"a": "b"}, y=2, x=1)
    assert ["x", "y", "names"] == [each.name for each in fields(Spot)]
    with pytest.raises(TypeError, match=r"Spot\.__init__\(\) missing 1 .* 'x'"):
        Spot()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'z'"):
        Spot(1, z=2)  # type: ignore[call-arg]


def test_a_field_without_default_can_t_follow_one_that_has_it() -> None:
    with pytest.raises(SyntaxError):

        @value
        class _Wrong:
            """Never made."""

            a: int = 1
            b: int  # type: ignore[misc]


def test_nothing_of_it_can_be_changed() -> None:
    spot = Spot(1)
    with pytest.raises(FrozenInstanceError, match="'x'"):
        spot.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="'x'"):
        del spot.x
    with pytest.raises(FrozenInstanceError):
        spot.other = 2  # type: ignore[attr-defined]
    assert Spot(1) == spot
    assert not hasattr(spot, "__dict__")


def test_one_field_is_replaced_and_the_value_itself_stays() -> None:
    spot = Spot(1, 2)
    assert Spot(1, 3) == replace(spot, y=3)
    assert Spot(1, 2) == spot


def test_it_can_be_matched() -> None:
    match Spot(1, 2):
        case Spot(x, y):
            assert (1, 2) == (x, y)


def test_it_keeps_its_own_methods() -> None:
    assert "HIM" == repr(Loud("him"))
    assert 3 == Spot(1, -2).far


def test_what_speaks_against_it_is_heeded() -> None:
    with pytest.raises(ValueError, match="2"):
        Share(2)
    with pytest.raises(ValueError, match="2"):
        replace(Share(1), part=2)


def test_fields_of_its_base_come_first() -> None:
    assert "Named(x=1, y=0.0, names={}, name='there')" == repr(Named(1, name="there"))
    assert Named(1) != Named(1, name="there")
    assert 1 == Named(1).far


def test_it_counts_once_in_a_set() -> None:
    assert 2 == len({One(1), One(1), One("1")})
    assert 1 == len({Nothing(), Nothing()})
