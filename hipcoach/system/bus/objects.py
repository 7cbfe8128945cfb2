"""What HipCoach offers on the bus: objects that describe themselves and answer calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any, Final

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageFlag,
    new_error,
    new_method_return,
    new_signal,
)

from hipcoach.core.errors import KnownError
from hipcoach.core.value import value

INTROSPECTABLE: Final = "org.freedesktop.DBus.Introspectable"
PROPERTIES: Final = "org.freedesktop.DBus.Properties"
PEER: Final = "org.freedesktop.DBus.Peer"
ERROR: Final = "org.freedesktop.DBus.Error."
OURS: Final = "org.hipcoach.HipCoach.Error."
"""Before the code of a KnownError."""

Parts = tuple[tuple[str, str], ...]
"""Names and types of what a call takes or gives, in order."""


@value
class BusMethod:
    """Something that may be called; a KnownError that it raises is the caller's answer."""

    call: Callable[..., tuple[Any, ...] | None]
    takes: Parts = ()
    gives: Parts = ()


@value
class BusProperty:
    """Something that may be read."""

    type: str
    read: Callable[[], Any]
    told: str = "true"
    """Whether a change is told: `true`, `false`, or `const` where there is none."""


@value
class BusInterface:
    """Methods, properties and signals under one name."""

    name: str
    methods: Mapping[str, BusMethod] = field(default_factory=dict)
    properties: Mapping[str, BusProperty] = field(default_factory=dict)
    signals: Mapping[str, Parts] = field(default_factory=dict)

    def xml(self) -> str:
        """How it describes itself."""
        lines = [f'<interface name="{self.name}">']
        for name, method in self.methods.items():
            lines.append(f'<method name="{name}">')
            lines += _arguments(method.takes, ' direction="in"')
            lines += _arguments(method.gives, ' direction="out"')
            lines.append("</method>")
        for name, told in self.signals.items():
            lines += [f'<signal name="{name}">', *_arguments(told), "</signal>"]
        for name, one in self.properties.items():
            lines.append(
                f'<property name="{name}" type="{one.type}" access="read">'
                '<annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" '
                f'value="{one.told}"/></property>'
            )
        return "\n".join([*lines, "</interface>"])


class BusObject:
    """An object at a path."""

    def __init__(self, path: str, *interfaces: BusInterface) -> None:
        self.path = path
        self._interfaces = {one.name: one for one in interfaces}
        self._known = self._interfaces | {one.name: one for one in self._common()}

    def changed(self, interface: str, values: Mapping[str, tuple[str, Any]]) -> Message:
        """The signal that properties have these values now, each with its type."""
        return new_signal(
            DBusAddress(self.path, interface=PROPERTIES),
            "PropertiesChanged",
            "sa{sv}as",
            (interface, dict(values), []),
        )

    def signal(self, interface: str, name: str, *values: object) -> Message:
        """One of its signals."""
        return new_signal(
            DBusAddress(self.path, interface=interface),
            name,
            _signature(self._interfaces[interface].signals[name]) or None,
            values,
        )

    def method(self, interface: str | None, name: str) -> BusMethod | None:
        """What may be called so; without an interface the first that has it."""
        for one in self._known.values():
            if interface in {None, one.name} and name in one.methods:
                return one.methods[name]
        return None

    def knows(self, interface: str | None) -> bool:
        """Whether it has this interface."""
        return interface is None or interface in self._known

    def xml(self) -> list[str]:
        """How it describes itself."""
        return [one.xml() for one in self._known.values()]

    def _common(self) -> tuple[BusInterface, ...]:
        get = BusMethod(self._get, (("interface", "s"), ("name", "s")), (("value", "v"),))
        get_all = BusMethod(self._get_all, (("interface", "s"),), (("values", "a{sv}"),))
        takes = (("interface", "s"), ("name", "s"), ("value", "v"))
        changed = (("interface", "s"), ("changed", "a{sv}"), ("invalidated", "as"))
        return (
            BusInterface(
                PROPERTIES,
                {"Get": get, "GetAll": get_all, "Set": BusMethod(self._set, takes)},
                signals={"PropertiesChanged": changed},
            ),
            BusInterface(PEER, {"Ping": BusMethod(lambda: None)}),
        )

    def _get(self, interface: str, name: str) -> tuple[Any, ...]:
        one = self._property(interface, name)
        return ((one.type, one.read()),)

    def _get_all(self, interface: str) -> tuple[Any, ...]:
        if not self.knows(interface):
            raise BusError("UnknownInterface", interface)
        names = self._known[interface].properties
        return ({name: self._get(interface, name)[0] for name in names},)

    def _set(self, interface: str, name: str, _value: object) -> None:
        self._property(interface, name)
        raise BusError("PropertyReadOnly", name)

    def _property(self, interface: str, name: str) -> BusProperty:
        if not self.knows(interface):
            raise BusError("UnknownInterface", interface)
        one = self._known[interface].properties.get(name)
        if one is None:
            raise BusError("UnknownProperty", name)
        return one


class BusError(Exception):
    """What is wrong with a call, by the name that the bus has for it, and what it is about."""


def answer(objects: Mapping[str, BusObject], call: Message) -> Message | None:
    """What is to be said to a call; nothing where nobody waits for it."""
    try:
        reply = _answer(objects, call)
    except BusError as error:
        name, about = error.args
        reply = new_error(call, ERROR + name, "s", (about,))
    except KnownError as error:
        name = "".join(word.capitalize() for word in error.code.split("-"))
        reply = new_error(call, OURS + name, "s", (str(error),))
    return None if call.header.flags & MessageFlag.no_reply_expected else reply


def _answer(objects: Mapping[str, BusObject], call: Message) -> Message:
    fields = call.header.fields
    path, name = fields[HeaderFields.path], fields[HeaderFields.member]
    interface = fields.get(HeaderFields.interface)
    below = _below(objects, path)
    thing = objects.get(path)
    if thing is None and not below:
        raise BusError("UnknownObject", path)
    if name == "Introspect" and interface in {None, INTROSPECTABLE}:
        return new_method_return(call, "s", (_introspection(thing, below),))
    if thing is None or not thing.knows(interface):
        raise BusError("UnknownInterface", interface or path)
    method = thing.method(interface, name)
    if method is None:
        raise BusError("UnknownMethod", name)
    if fields.get(HeaderFields.signature, "") != _signature(method.takes):
        raise BusError("InvalidArgs", _signature(method.takes))
    gives = _signature(method.gives)
    return new_method_return(call, gives or None, method.call(*call.body) or ())


def _below(objects: Mapping[str, BusObject], path: str) -> list[str]:
    """The next steps on the ways from this path to objects."""
    start = path.rstrip("/") + "/"
    return sorted({one[len(start) :].split("/")[0] for one in objects if one.startswith(start)})


def _introspection(thing: BusObject | None, below: list[str]) -> str:
    itself = BusInterface(
        INTROSPECTABLE, {"Introspect": BusMethod(lambda: None, gives=(("xml", "s"),))}
    )
    parts = [itself.xml()] if thing is None else [itself.xml(), *thing.xml()]
    parts += [f'<node name="{name}"/>' for name in below]
    return "\n".join(["<node>", *parts, "</node>"])


def _arguments(parts: Parts, direction: str = "") -> list[str]:
    return [f'<arg name="{name}" type="{kind}"{direction}/>' for name, kind in parts]


def _signature(parts: Parts) -> str:
    return "".join(kind for _name, kind in parts)
