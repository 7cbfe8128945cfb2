"""Values that belong to no session made into rows, and rows told as values again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar, cast

from hipcoach.core.break_log import BreakLogged
from hipcoach.core.corrections import Note, Withdrawal
from hipcoach.core.journal import SafetyAnswers, SelfCheckDone
from hipcoach.core.plan import Action, Plan, Reason
from hipcoach.core.plan_log import (
    AboutYou,
    Ceiling,
    Clearance,
    NextDayAnswers,
    PlanDecided,
    Reply,
    Soreness,
)
from hipcoach.core.value import value
from hipcoach.store.checked import known, listed, paired
from hipcoach.store.moments import local, offset_s
from hipcoach.store.rows import (
    ABOUT_YOU,
    BREAK_EVENTS,
    CEILINGS,
    CLEARANCES,
    NEXT_DAY_ANSWERS,
    NOTES,
    PLANS,
    SAFETY_ANSWERS,
    SELF_CHECKS,
    WITHDRAWALS,
    AboutYouRow,
    BreakRow,
    CeilingRow,
    ClearanceRow,
    NextDayRow,
    NoteRow,
    PlanRow,
    SafetyRow,
    SelfCheckRow,
    WithdrawalRow,
)
from hipcoach.store.tables import Row, RowTable

_Value = TypeVar("_Value")
_Row = TypeVar("_Row", bound=Row)


@value
class EntryKind(Generic[_Value, _Row]):
    """Where values of one kind are kept, and how."""

    table: RowTable[_Row]
    written: Callable[[_Value], _Row]
    """The row of a value; raises `ValueError` for a naive time."""
    told: Callable[[_Row], _Value]
    """The value of a row, in the local time in which it was written.

    Raises `ValueError` for what makes no sense, `UnknownWordError` among them.
    """


def entry_kind(kind: type[_Value]) -> EntryKind[_Value, Any]:
    """How values of this kind are kept."""
    return cast("EntryKind[_Value, Any]", _KEPT[kind])


def _safety_row(value: SafetyAnswers) -> SafetyRow:
    return SafetyRow(id=value.id, at=value.at, flags=list(value.flags), offset_s=offset_s(value.at))


def _safety(row: SafetyRow) -> SafetyAnswers:
    return SafetyAnswers(id=row.id, at=local(row.at, row.offset_s), flags=tuple(listed(row.flags)))


def _self_check_row(value: SelfCheckDone) -> SelfCheckRow:
    return SelfCheckRow(
        id=value.id,
        at=value.at,
        answers=list(value.answers),
        routine=value.routine,
        reasons=list(value.reasons),
        offset_s=offset_s(value.at),
    )


def _self_check(row: SelfCheckRow) -> SelfCheckDone:
    return SelfCheckDone(
        id=row.id,
        at=local(row.at, row.offset_s),
        answers=tuple((question, answer) for question, answer in listed(row.answers)),
        routine=row.routine,
        reasons=tuple(listed(row.reasons)),
    )


def _next_day_row(value: NextDayAnswers) -> NextDayRow:
    return NextDayRow(
        id=value.id,
        at=value.at,
        offset_s=offset_s(value.at),
        day=value.day,
        days_after=value.days_after,
        reply=value.reply.value,
        pain=value.pain,
        soreness=value.soreness.value if value.soreness else None,
        sketchy=value.sketchy,
    )


def _next_day(row: NextDayRow) -> NextDayAnswers:
    return NextDayAnswers(
        id=row.id,
        at=local(row.at, row.offset_s),
        day=row.day,
        days_after=row.days_after,
        reply=known(Reply, row.reply),
        pain=row.pain,
        soreness=None if row.soreness is None else known(Soreness, row.soreness),
        sketchy=row.sketchy,
    )


def _clearance_row(value: Clearance) -> ClearanceRow:
    return ClearanceRow(
        id=value.id,
        at=value.at,
        offset_s=offset_s(value.at),
        day=value.day,
        given_by=value.by,
        words=value.words,
    )


def _clearance(row: ClearanceRow) -> Clearance:
    return Clearance(
        id=row.id,
        at=local(row.at, row.offset_s),
        day=row.day,
        by=row.given_by,
        words=row.words,
    )


def _ceiling_row(value: Ceiling) -> CeilingRow:
    return CeilingRow(id=value.id, at=value.at, offset_s=offset_s(value.at), level=value.level)


def _ceiling(row: CeilingRow) -> Ceiling:
    return Ceiling(id=row.id, at=local(row.at, row.offset_s), level=row.level)


def _about_you_row(value: AboutYou) -> AboutYouRow:
    return AboutYouRow(
        id=value.id,
        at=value.at,
        offset_s=offset_s(value.at),
        goals=list(value.goals),
        usual_pain=value.usual_pain,
        kneels=value.kneels,
        props=None if value.props is None else list(value.props),
        weekdays=list(value.weekdays),
        time_of_day=value.time,
    )


def _about_you(row: AboutYouRow) -> AboutYou:
    return AboutYou(
        id=row.id,
        at=local(row.at, row.offset_s),
        goals=tuple(listed(row.goals)),
        usual_pain=row.usual_pain,
        kneels=row.kneels,
        props=None if row.props is None else tuple(listed(row.props)),
        weekdays=tuple(listed(row.weekdays)),
        time=row.time_of_day,
    )


def _plan_row(value: PlanDecided) -> PlanRow:
    plan = value.plan
    return PlanRow(
        id=value.id,
        at=value.at,
        offset_s=offset_s(value.at),
        day=value.day,
        action=plan.action.value,
        level=plan.level,
        weekly_min=plan.weekly_min,
        weekly_max=plan.weekly_max,
        next_day=plan.next_day,
        reasons=[{"code": one.code, "numbers": dict(one.numbers)} for one in plan.reasons],
        rules_version=plan.rules_version,
    )


def _plan(row: PlanRow) -> PlanDecided:
    plan = Plan(
        action=known(Action, row.action),
        level=row.level,
        weekly_min=row.weekly_min,
        weekly_max=row.weekly_max,
        next_day=row.next_day,
        reasons=tuple(map(_reason, listed(row.reasons))),
        rules_version=row.rules_version,
    )
    return PlanDecided(id=row.id, at=local(row.at, row.offset_s), day=row.day, plan=plan)


def _reason(found: Any) -> Reason:
    match found:
        case {"code": str(code), "numbers": numbers}:
            return Reason(code, paired(numbers))
    raise ValueError("no reason")


def _break_row(value: BreakLogged) -> BreakRow:
    return BreakRow(
        id=value.id,
        at=value.at,
        offset_s=offset_s(value.at),
        kind=value.kind,
        reason=value.reason,
        settings=dict(value.settings),
    )


def _break(row: BreakRow) -> BreakLogged:
    return BreakLogged(
        id=row.id,
        at=local(row.at, row.offset_s),
        kind=row.kind,
        reason=row.reason,
        settings=paired(row.settings),
    )


def _note_row(value: Note) -> NoteRow:
    return NoteRow(value.id, value.at, offset_s(value.at), value.day, value.words)


def _note(row: NoteRow) -> Note:
    return Note(row.id, local(row.at, row.offset_s), row.day, row.words)


def _withdrawal_row(value: Withdrawal) -> WithdrawalRow:
    return WithdrawalRow(value.id, value.session_id, value.at, offset_s(value.at), value.withdrawn)


def _withdrawal(row: WithdrawalRow) -> Withdrawal:
    return Withdrawal(row.id, local(row.at, row.offset_s), row.session_id, row.withdrawn)


_KEPT: Final[dict[type, EntryKind[Any, Any]]] = {
    SafetyAnswers: EntryKind(SAFETY_ANSWERS, _safety_row, _safety),
    SelfCheckDone: EntryKind(SELF_CHECKS, _self_check_row, _self_check),
    NextDayAnswers: EntryKind(NEXT_DAY_ANSWERS, _next_day_row, _next_day),
    Clearance: EntryKind(CLEARANCES, _clearance_row, _clearance),
    Ceiling: EntryKind(CEILINGS, _ceiling_row, _ceiling),
    AboutYou: EntryKind(ABOUT_YOU, _about_you_row, _about_you),
    PlanDecided: EntryKind(PLANS, _plan_row, _plan),
    BreakLogged: EntryKind(BREAK_EVENTS, _break_row, _break),
    Note: EntryKind(NOTES, _note_row, _note),
    Withdrawal: EntryKind(WITHDRAWALS, _withdrawal_row, _withdrawal),
}
