"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import zipfile
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "hipcoach"
MODULES = sorted(path.relative_to(HOUSE).as_posix() for path in HOUSE.rglob("*.py"))

QT_ALLOWED = {
    "app": {"PySide6.QtCore"},
    "system": {"PySide6.QtCore", "PySide6.QtDBus", "PySide6.QtNetwork"},
}
"""What each room may know of Qt; `ui` and what builds everything may know all."""

QT_AT_WILL = {"ui", "bootstrap", "__main__.py"}

DRAWING_COMMANDS = {"cli/render.py", "cli/window.py"}
"""Imported only when they are called."""

LINES = {"ui/window.py": 150, "ui/main_window.py": 150, "store/journal.py": 300}
"""Where god objects grow, the limit is tighter."""


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse((HOUSE / module).read_text(encoding="utf-8"))


def _qt_imports(tree: ast.AST) -> set[str]:
    """Names of the parts of Qt that a module imports, anywhere in it."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "PySide6":
            found |= {f"PySide6.{name.name}" for name in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(f"{node.module}")
    return {name for name in found if name.partition(".")[0] in {"PySide6", "shiboken6"}}


@pytest.mark.parametrize("module", MODULES)
def test_a_room_knows_only_its_part_of_qt(module: str) -> None:
    room = module.split("/", maxsplit=1)[0]
    if room not in QT_AT_WILL and room != "cli":
        assert set() == _qt_imports(_tree(module)) - QT_ALLOWED.get(room, set())


@pytest.mark.parametrize(
    "module",
    [name for name in MODULES if name.startswith("cli/") and name not in DRAWING_COMMANDS],
)
def test_a_command_that_draws_nothing_imports_no_qt(module: str) -> None:
    at_import = [
        node for node in _tree(module).body if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert set() == _qt_imports(ast.Module(body=[*at_import], type_ignores=[]))


@pytest.mark.parametrize(
    ("source", "imported"),
    [
        ("import PySide6.QtGui", {"PySide6.QtGui"}),
        ("from PySide6 import QtGui, QtCore", {"PySide6.QtGui", "PySide6.QtCore"}),
        ("from PySide6.QtGui import QIcon", {"PySide6.QtGui"}),
        ("def late():\n    import shiboken6", {"shiboken6"}),
        ("from . import core\nimport datetime", set[str]()),
    ],
)
def test_the_rule_sees_every_way_to_import_qt(source: str, imported: set[str]) -> None:
    assert imported == _qt_imports(ast.parse(source))


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_no_longer_than_its_limit(module: str) -> None:
    lines = len((HOUSE / module).read_text(encoding="utf-8").splitlines())
    assert LINES.get(module, 400) >= lines


@pytest.mark.parametrize("module", MODULES)
def test_a_class_has_at_most_twenty_methods_of_its_own(module: str) -> None:
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.ClassDef):
            methods = [part.name for part in node.body if isinstance(part, ast.FunctionDef)]
            # Answers to Qt's events are no duties of the class: it was asked, it does not offer.
            own = [name for name in methods if not _is_camel_case(name)]
            assert 20 >= len(own), node.name


@pytest.mark.parametrize("module", MODULES)
def test_a_class_is_named_for_what_it_is(module: str) -> None:
    vague = ("Manager", "Helper", "Util", "Utils", "Service", "Handler")
    classes = [node.name for node in ast.walk(_tree(module)) if isinstance(node, ast.ClassDef)]
    assert [] == [name for name in classes if name.endswith(vague)]


@pytest.mark.parametrize("module", MODULES)
def test_camel_case_marks_the_border_to_qt(module: str) -> None:
    assert [] == _strange_names(_tree(module))


def _strange_names(tree: ast.Module) -> list[str]:
    """The camelCase names in it that are neither Qt's, nor a signal or slot of ours."""
    strange = []
    for owner in ast.walk(tree):
        for node in owner.body if isinstance(owner, ast.ClassDef | ast.Module) else []:
            if isinstance(node, ast.FunctionDef) and _is_camel_case(node.name):
                if not (isinstance(owner, ast.ClassDef) and node.name in _names_of_qt()):
                    strange += [] if _calls(node.decorator_list, "Slot") else [node.name]
            elif isinstance(node, ast.Assign) and not _calls([node.value], "Signal"):
                names = [target.id for target in node.targets if isinstance(target, ast.Name)]
                strange += [name for name in names if _is_camel_case(name)]
    return strange


def _is_camel_case(name: str) -> bool:
    return re.match("_*[a-z][a-z0-9]*[A-Z]", name) is not None


def _calls(nodes: list[ast.expr], function: str) -> bool:
    """Whether one of them is a call of a function of this name."""
    return any(
        isinstance(node, ast.Call) and ast.unparse(node.func).endswith(function) for node in nodes
    )


@cache
def _names_of_qt() -> set[str]:
    """Every method that a class of Qt's has to be overridden."""
    parts = (QtCore, QtGui, QtWidgets)
    kinds = [getattr(part, name) for part in parts for name in dir(part)]
    return {name for kind in kinds if isinstance(kind, type) for name in dir(kind)}


@pytest.mark.parametrize(
    ("source", "strange"),
    [
        ("class Ring:\n    def paintEvent(self): ...", []),
        ("class Ring:\n    @Slot()\n    def goOn(self): ...", []),
        ("class Ring:\n    goOn = QtCore.Signal()", []),
        ("class Ring:\n    def drawIt(self): ...", ["drawIt"]),
        ("class Ring:\n    howMany = 3", ["howMany"]),
        ("def paintEvent(): ...", ["paintEvent"]),
        ("def _paint_ring(): ...\nPER_SIDE = 2", []),
    ],
)
def test_the_rule_knows_qts_names_from_ours(source: str, strange: list[str]) -> None:
    assert strange == _strange_names(ast.parse(source))


def test_the_core_and_the_words_load_no_qt_no_sql_and_no_speech() -> None:
    rooms = ("core/", "library/", "ports.py", "app/words.py", "app/phrases")
    modules = [
        "hipcoach." + name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for name in MODULES
        if name.startswith(rooms)
    ]
    program = (
        f"import importlib, sys; [importlib.import_module(name) for name in {modules}];"
        "print(sorted({'PySide6', 'sqlalchemy', 'alembic', 'pyttsx3'} & {*sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "[]" == done.stdout.strip()


def _built(root: Path, folder: Path) -> Path:
    """The wheel of a checkout, as pip would build it."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=root,
        check=True,
        capture_output=True,
    )
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    return _built(ROOT, tmp_path_factory.mktemp("wheel"))


def test_the_wheel_holds_all_that_the_program_reads(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {*archive.namelist()}
        resources = archive.read("hipcoach/resources.rcc")
    data = {
        path.relative_to(ROOT).as_posix()
        for path in HOUSE.rglob("*")
        if path.is_file() and path.suffix not in {".pyc", ".po", ".mo"}
    }
    assert set() == data - packed
    assert b"qres" == resources[:4]


def test_one_wheel_serves_every_system(wheel: Path) -> None:
    assert wheel.name.endswith("-py3-none-any.whl")


def test_the_wheel_holds_nothing_but_the_program(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        rooms = {name.split("/")[0].partition("-")[0] for name in archive.namelist()}
    assert {"hipcoach"} == rooms


def test_a_translation_is_compiled_into_the_wheel_and_nowhere_else(tmp_path: Path) -> None:
    root = tmp_path / "checkout"
    for name in ("pyproject.toml", "README.md", "LICENSE", "resources.qrc"):
        root.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, root)
    for name in ("assets", "packaging"):
        shutil.copytree(ROOT / name, root / name)
    (root / "hipcoach" / "locale").mkdir(parents=True)
    shutil.copy(HOUSE / "__init__.py", root / "hipcoach")
    (root / "hipcoach" / "locale" / "de.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "Ten seconds"\nmsgstr "Zehn Sekunden – noch"\n',
        encoding="utf-8",
    )
    before = sorted(root.rglob("*"))
    with zipfile.ZipFile(_built(root, tmp_path)) as archive:
        catalogue = archive.read("hipcoach/locale/de.mo")
    assert "Zehn Sekunden – noch" == GNUTranslations(BytesIO(catalogue)).gettext("Ten seconds")
    assert before == sorted(root.rglob("*"))
