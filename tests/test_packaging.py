"""What is shipped: the wheel stands alone, and the floors stay apart."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = ("adapters", "bot", "glossary")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy, install it into a new environment, and give the environment's folder of programs."""
    source = tmp_path_factory.mktemp("source")
    for name in (*FLOORS, "hatch_build.py", "pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        copied = ROOT / name
        if copied.is_dir():
            shutil.copytree(copied, source / name, ignore=shutil.ignore_patterns("*.mo", "__pycache__"))
        else:
            shutil.copy(copied, source)
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment, with_pip=False)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    build = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(source), str(source)]
    subprocess.run(build, check=True)
    wheel = next(source.glob("*.whl"))
    python = environment / "bin" / "python"
    subprocess.run([*pip, "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)], check=True)
    return python.parent


def test_the_wheel_answers_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    """The starter glossary and the translations are inside it; only the libraries come from this environment."""
    libraries = {"PYTHONPATH": sysconfig.get_path("purelib"), "LC_ALL": "ko_KR.UTF-8", "PATH": os.environ["PATH"]}
    for question, wanted in (("redis", "레디스"), ("엠엘옵스", "MLOps"), ("banana", "없어요")):
        asked = subprocess.run(
            [installed / "malmoi", "define", question],
            check=False,
            capture_output=True,
            cwd=tmp_path,
            env=libraries,
            encoding="utf-8",
        )
        assert wanted in asked.stdout, asked.stderr
        assert asked.returncode == (question == "banana")


@pytest.mark.parametrize(
    ("module", "imported"),
    [("glossary/concept.py", "bot"), ("bot/replies.py", "adapters"), ("glossary/lookup.py", "socket")],
)
def test_an_arrow_in_the_wrong_direction_is_refused(module: str, imported: str, tmp_path: Path) -> None:
    """The contracts in pyproject.toml are in force: breaking one fails the check."""
    for name in FLOORS:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    broken = tmp_path / module
    broken.write_text(f"import {imported}\n{broken.read_text(encoding='utf-8')}", encoding="utf-8")
    lint = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    checked = subprocess.run(
        lint, check=False, capture_output=True, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}, encoding="utf-8"
    )
    assert checked.returncode == 1
    assert f"is not allowed to import {imported}" in checked.stdout
