from __future__ import annotations

from pathlib import Path

import pytest

from hipcoach.core.errors import ContentError
from hipcoach.core.figure.pose import Arrow, Contact, Grip, Limbs, Muscle, Pose, Prop
from hipcoach.library.poses import load_poses

STAND = """
[stand]
planted = ["foot-far", "foot-near"]
"""


def shelf(tmp_path: Path, written: str) -> Path:
    folder = tmp_path / "leg-swings"
    folder.mkdir()
    (folder / "poses.toml").write_text(written, encoding="utf-8")
    return folder


def refused(tmp_path: Path, written: str) -> dict[str, object]:
    with pytest.raises(ContentError) as caught:
        load_poses(shelf(tmp_path, written))
    assert "exercises/leg-swings/poses.toml" == caught.value.details["file"]
    return {"code": caught.value.code, **caught.value.details}


def where(details: dict[str, object]) -> tuple[object, object, object]:
    return details["code"], details["entry"], details["field"]


def test_a_pose_is_read_as_it_is_written(tmp_path: Path) -> None:
    written = """
    [hold]
    trunk = -90
    planted = ["back", "foot-far"]
    both = { hip = 45, knee = 95.3, ankle = -39.7, shoulder = 8, elbow = 40 }
    near = { hip = 105, abduction = 2 }
    hands = "thigh-near"
    props = { mat = {}, wall = { x = 1, y = 0.8 }, strap = { around = "ankle" } }
    stretched = ["glute-max", "iliopsoas-far"]
    working = ["abdominals"]
    arrows = [{ kind = "push", at = "mid-thigh-near", way = "thigh-back" }]
    hold_still = true
    inset = "front"
    hinge = 20
    """
    side = Limbs(hip=45.0, knee=95.3, ankle=-39.7, shoulder=8.0, elbow=40.0)
    near = Limbs(hip=105.0, abduction=2.0, knee=95.3, ankle=-39.7, shoulder=8.0, elbow=40.0)
    expected = Pose(
        near=near,
        far=side,
        trunk=-90.0,
        planted=(Contact("back"), Contact("foot-far")),
        grips=(Grip("near", "thigh-near"), Grip("far", "thigh-near")),
        props=(Prop("mat"), Prop("wall", 1.0, 0.8), Prop("strap", around="ankle")),
        muscles=(
            Muscle("glute-max"),
            Muscle("iliopsoas", "far"),
            Muscle("abdominals", works=True),
        ),
        arrows=(Arrow("push", "mid-thigh-near", "thigh-back"),),
        hold_still=True,
        inset="front",
        hinge=20.0,
    )
    assert {"hold": expected} == load_poses(shelf(tmp_path, written))


def test_a_body_can_lie_on_its_side(tmp_path: Path) -> None:
    written = """
    [lie]
    trunk = 83
    roll = -90
    planted = ["side"]
    props = { mat = { x = 0.1 } }
    [lie.far]
    hip = 45
    abduction = -5
    rotation = 7
    knee = 90
    shoulder = 150
    shoulder_abduction = -12
    """
    (pose,) = load_poses(shelf(tmp_path, written)).values()
    assert (83.0, -90.0, (Prop("mat", 0.1),)) == (pose.trunk, pose.roll, pose.props)


@pytest.mark.parametrize(
    ("part", "prop"),
    [("seat", "chair"), ("instep-far", "couch"), ("thigh-near", "roller"), ("groin-far", "ball")],
)
def test_nobody_rests_on_what_is_not_there(tmp_path: Path, part: str, prop: str) -> None:
    written = f'[sit]\nplanted = ["foot-far", "{part}"]\nprops = {{ mat = {{}} }}\n'
    details = refused(tmp_path, written)
    assert ("no-prop", "sit", f"planted.{part}") == where(details), prop


@pytest.mark.parametrize(
    ("spoiled", "code", "field"),
    [
        ("hinge = 60", "out-of-bounds", "hinge"),
        ("roll = 200", "out-of-bounds", "roll"),
        ('props = { strap = { around = "neck" } }', "unknown-choice", "around"),
        ("near = { rotation = 80 }", "out-of-bounds", "rotation"),
    ],
)
def test_a_body_turns_and_leans_within_bounds(
    tmp_path: Path, spoiled: str, code: str, field: str
) -> None:
    details = refused(tmp_path, f"{STAND}{spoiled}\n")
    assert code == details["code"]
    assert field in str(details["field"])


def test_a_pose_like_another_changes_only_what_it_says(tmp_path: Path) -> None:
    written = """
    [lean]
    like = "stand"
    near = { elbow = 20 }
    [stand]
    planted = ["foot-far", "foot-near"]
    near = { shoulder = 10, elbow = 30 }
    neck = 5
    working = ["abdominals"]
    hold_still = true
    """
    poses = load_poses(shelf(tmp_path, written))
    assert Limbs(shoulder=10.0, elbow=20.0) == poses["lean"].near
    assert 5.0 == poses["lean"].neck
    assert poses["stand"].planted == poses["lean"].planted
    # What a picture teaches is its own.
    assert ((), False) == (poses["lean"].muscles, poses["lean"].hold_still)


def test_one_hand_may_hold_while_the_other_hangs(tmp_path: Path) -> None:
    written = (
        STAND
        + 'hands = { far = "hip" }\nfar = { shoulder = -28, shoulder_abduction = 30, elbow = 80 }\n'
    )
    (pose,) = load_poses(shelf(tmp_path, written)).values()
    assert (Grip("far", "hip"),) == pose.grips


@pytest.mark.parametrize(
    ("line", "code", "field"),
    [
        ("trnk = 3", "unknown-field", "trnk"),
        ('trunk = "upright"', "wrong-type", "trunk"),
        ("trunk = 200", "out-of-bounds", "trunk"),
        ("hold_still = 1", "wrong-type", "hold_still"),
        ('inset = "below"', "unknown-choice", "inset"),
        ('stretched = ["biceps"]', "unknown-choice", "stretched"),
        ('working = "glute-max"', "wrong-type", "working"),
        ("props = { sofa = {} }", "unknown-prop", "props"),
        ("props = 3", "wrong-type", "props"),
        ('like = "sit"', "unknown-pose", "like"),
        ('like = "stand"', "pose-circle", "like"),
        ('hands = "strap"', "no-prop", "hands.near"),
    ],
)
def test_a_wrong_field_of_a_pose_is_named(tmp_path: Path, line: str, code: str, field: str) -> None:
    assert (code, "stand", field) == where(refused(tmp_path, f"{STAND}{line}\n"))


@pytest.mark.parametrize(
    ("line", "code", "entry", "field"),
    [
        ("near = { hipp = 3 }", "unknown-field", "stand.near", "hipp"),
        ("far = { knee = 150 }", "out-of-bounds", "stand.far", "knee"),
        ("both = { elbow = true }", "wrong-type", "stand.both", "elbow"),
        ("near = 3", "wrong-type", "stand.near", ""),
        ('hands = "foot"', "unknown-choice", "stand.hands", "near"),
        ('hands = { left = "hip" }', "unknown-field", "stand.hands", "left"),
        ("props = { desk = { x = 0.2 } }", "missing-field", "stand.props.desk", "y"),
        ('arrows = [{ kind = "push", at = "hip-near" }]', "missing-field", "stand.arrows.1", "way"),
        (
            'arrows = [{ kind = "shove", at = "pelvis", way = "up" }]',
            "unknown-choice",
            "stand.arrows.1",
            "kind",
        ),
    ],
)
def test_a_wrong_field_inside_a_pose_is_named(
    tmp_path: Path, line: str, code: str, entry: str, field: str
) -> None:
    assert (code, entry, field) == where(refused(tmp_path, f"{STAND}{line}\n"))


def test_a_pose_says_what_it_rests_on(tmp_path: Path) -> None:
    assert ("missing-field", "lie", "planted") == where(refused(tmp_path, "[lie]\ntrunk = -90\n"))
    details = refused_again(tmp_path, '[lie]\nplanted = ["nose"]\n')
    assert ("unknown-choice", "lie", "planted") == where(details)


def refused_again(tmp_path: Path, written: str) -> dict[str, object]:
    other = tmp_path / "other"
    other.mkdir()
    return refused(other, written)


def test_a_misspelt_name_gets_the_nearest_known(tmp_path: Path) -> None:
    assert "glute-max" == refused(tmp_path, f'{STAND}working = ["glute-mx"]\n')["nearest"]


def test_an_impossible_hip_is_refused_with_its_limits(tmp_path: Path) -> None:
    # 130 is only a hip's with the knee out to the side.
    details = refused(tmp_path, '[lie]\ntrunk = -90\nplanted = ["back"]\nnear = { hip = 130 }\n')
    assert ("out-of-range", "lie", "near.hip") == where(details)
    assert (130.0, -20.0, 120.0) == (details["value"], details["least"], details["most"])


def test_a_floating_foot_is_refused(tmp_path: Path) -> None:
    written = '[lie]\ntrunk = -90\nplanted = ["back", "foot-far"]\nfar = { hip = 60, knee = 90 }\n'
    assert ("off-surface", "lie", "planted") == where(refused(tmp_path, written))


def test_two_poses_cannot_each_be_like_the_other(tmp_path: Path) -> None:
    written = '[a]\nlike = "b"\n[b]\nlike = "a"\n'
    assert "pose-circle" == refused(tmp_path, written)["code"]


def test_what_is_no_table_is_no_pose(tmp_path: Path) -> None:
    assert ("wrong-type", "stand", "") == where(refused(tmp_path, "stand = 3\n"))


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    assert "not-toml" == refused(tmp_path, "[stand\n")["code"]


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load_poses(tmp_path)
    assert "unreadable" == caught.value.code
