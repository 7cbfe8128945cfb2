"""Where a journal is joined, and that nobody reads the password on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import URL

from hipcoach.core.settings import Repair, Settings, repair
from hipcoach.core.sync_choices import SyncChoices, SyncEvery, mended, shown_place

SERVER = "postgresql+psycopg://me:sesame@server:5432/hipcoach?sslmode=require"
texts = st.text(st.characters(codec="utf-8"), min_size=1)


@pytest.mark.parametrize(
    ("where", "shown"),
    [
        ("/home/me/Sync", "/home/me/Sync"),
        ("/home/me/a:b@c?d", "/home/me/a:b@c?d"),
        (SERVER, "postgresql+psycopg://me:***@server:5432/hipcoach"),
        ("postgresql://me@server/hipcoach", "postgresql://me@server/hipcoach"),
        ("postgresql://server/hipcoach?password=sesame", "postgresql://server/hipcoach"),
        ("postgresql://me@home:sesame@server/x", "postgresql://me@home:***@server/x"),
        ("postgresql://me:ses@ame@server/x", "postgresql://me:***@server/x"),
        ("postgresql://me:ses/a?me@server/x", "postgresql://me:***@server/x"),
        ("sqlite:////home/me/a:b@c.sqlite", "sqlite:////home/me/a:b@c.sqlite"),
    ],
)
def test_a_place_is_shown_without_its_password(where: str, shown: str) -> None:
    assert shown == shown_place(where)


@given(user=texts, password=texts)
def test_no_password_is_ever_shown(user: str, password: str) -> None:
    url = URL.create("postgresql", user, f"sesame{password}", "server", database="hipcoach")
    assert "sesame" not in shown_place(url.render_as_string(hide_password=False))
    assert "sesame" not in shown_place(f"postgresql://me:sesame{password}@server/hipcoach")


def test_who_sees_the_address_and_leaves_it_loses_no_password() -> None:
    choices = SyncChoices(SERVER)
    assert choices == choices.with_typed(f" {choices.shown} ")
    assert (
        "postgresql+psycopg://you:sesame@other/x"
        == choices.with_typed("postgresql+psycopg://you:***@other/x").where
    )


def test_a_password_that_is_typed_takes_the_place_of_the_old_one() -> None:
    typed = SERVER.replace("sesame", "open")
    assert typed == SyncChoices(SERVER).with_typed(typed).where
    assert "/home/me/Sync" == SyncChoices(SERVER).with_typed("/home/me/Sync").where
    assert not SyncChoices(SERVER).with_typed(" ").on


@given(
    where=st.sampled_from(["", "/home/me/Sync", "~/Sync", SERVER]), every=st.sampled_from(SyncEvery)
)
def test_choices_survive_being_written_and_read(where: str, every: SyncEvery) -> None:
    choices = SyncChoices(where, every)
    settings = Settings().with_sync(choices)
    assert (settings, ()) == repair(settings.tables())
    assert choices == settings.sync


def test_who_joins_with_nobody_has_nothing_of_it_in_the_file() -> None:
    assert "sync" not in Settings().with_sync(SyncChoices()).tables()
    assert SyncChoices() == Settings().sync


@pytest.mark.parametrize("where", [7, ["sesame"], "ses\name", "x" * 2001])
def test_a_place_that_makes_no_sense_is_none_and_is_not_told_on(where: object) -> None:
    settings, repairs = repair({"sync": {"where": where, "every": "day"}})
    assert SyncChoices("", SyncEvery.DAY) == settings.sync
    assert (Repair("sync.where", "…", ""),) == repairs


def test_what_nobody_declared_is_told() -> None:
    choices, wrong = mended({"every": "week", "password": "sesame", "where": "/sync"})
    assert SyncChoices("/sync") == choices
    assert (("every", True), ("password", False)) == wrong
