"""What is answered to a call, before any bus has to do with it."""

from __future__ import annotations

import pytest
from jeepney import DBusAddress, HeaderFields, Message, MessageFlag, new_method_call

from hipcoach.core.errors import KnownError
from hipcoach.system.bus.objects import BusInterface, BusMethod, BusObject, BusProperty, answer

ERROR = "org.freedesktop.DBus.Error."
PATH, NAME = "/org/example/Thing", "org.example.Thing"
PROPERTIES = "org.freedesktop.DBus.Properties"


def refuse() -> None:
    raise KnownError("not-now", {"why": "test"})


THINGS = {
    PATH: BusObject(
        PATH,
        BusInterface(
            NAME,
            {
                "Echo": BusMethod(lambda text: (text,), (("text", "s"),), (("text", "s"),)),
                "Refuse": BusMethod(refuse),
            },
            {"Length": BusProperty("x", lambda: 2**40, "const")},
        ),
    )
}


def call(
    method: str,
    signature: str = "",
    body: tuple[object, ...] = (),
    *,
    path: str = PATH,
    interface: str | None = NAME,
) -> Message:
    there = DBusAddress(path, bus_name="org.example", interface=interface)
    return new_method_call(there, method, signature or None, body)


def said(asked: Message) -> tuple[object, ...]:
    """The error's name, or what was given."""
    reply = answer(THINGS, asked)
    assert reply is not None
    fields = reply.header.fields
    return (fields[HeaderFields.error_name],) if HeaderFields.error_name in fields else reply.body


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        (call("Refuse"), "org.hipcoach.HipCoach.Error.NotNow"),
        (call("Nothing"), f"{ERROR}UnknownMethod"),
        (call("Get", interface=NAME), f"{ERROR}UnknownMethod"),
        (call("Echo"), f"{ERROR}InvalidArgs"),
        (call("Echo", "u", (1,)), f"{ERROR}InvalidArgs"),
        (call("Echo", "s", ("a",), interface="org.other.Thing"), f"{ERROR}UnknownInterface"),
        (call("Echo", "s", ("a",), path="/org"), f"{ERROR}UnknownInterface"),
        (call("Echo", "s", ("a",), path="/elsewhere"), f"{ERROR}UnknownObject"),
        (call("Echo", "s", ("a",), path="/org/exam"), f"{ERROR}UnknownObject"),
        (call("Get", "ss", (NAME, "Width"), interface=PROPERTIES), f"{ERROR}UnknownProperty"),
        (call("Get", "ss", ("org.x.Y", "Width"), interface=PROPERTIES), f"{ERROR}UnknownInterface"),
        (call("GetAll", "s", ("org.x.Y",), interface=PROPERTIES), f"{ERROR}UnknownInterface"),
        (
            call("Set", "ssv", (NAME, "Length", ("x", 1)), interface=PROPERTIES),
            f"{ERROR}PropertyReadOnly",
        ),
    ],
)
def test_what_is_wrong_with_a_call_is_said_in_the_words_of_the_bus(
    asked: Message, error: str
) -> None:
    assert (error,) == said(asked)


def test_what_is_right_is_answered() -> None:
    assert ("a",) == said(call("Echo", "s", ("a",)))
    assert ("a",) == said(call("Echo", "s", ("a",), interface=None))
    assert () == said(call("Ping", interface="org.freedesktop.DBus.Peer"))
    assert (("x", 2**40),) == said(call("Get", "ss", (NAME, "Length"), interface=PROPERTIES))
    assert ({"Length": ("x", 2**40)},) == said(call("GetAll", "s", (NAME,), interface=PROPERTIES))


def test_whoever_wants_no_answer_gets_none() -> None:
    for method in ("Echo", "Nothing"):
        asked = call(method, "s", ("a",))
        asked.header.flags = MessageFlag.no_reply_expected
        assert answer(THINGS, asked) is None


def test_the_way_to_an_object_can_be_followed_from_the_top() -> None:
    for path, step in (("/", "org"), ("/org", "example"), ("/org/example", "Thing")):
        [xml] = said(call("Introspect", path=path, interface=None))
        assert f'<node name="{step}"/>' in str(xml)
    [xml] = said(call("Introspect", interface="org.freedesktop.DBus.Introspectable"))
    assert "<node name=" not in str(xml)
    assert f'<interface name="{NAME}">' in str(xml)
