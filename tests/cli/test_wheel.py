"""What is built is whole: the wheel alone, in an empty directory, migrates, serves and replays the worked cases."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*arguments: str, directory: Path, **environment: str) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("COUPLESONE_")}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=directory,
        env=clean | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel in a directory of its own."""
    built, target = tmp_path_factory.mktemp("built"), tmp_path_factory.mktemp("target")
    run("-m", "build", "--wheel", "--no-isolation", "--outdir", str(built), directory=ROOT)
    (wheel,) = built.glob("*.whl")
    run("-m", "pip", "install", "-q", "--no-deps", "--target", str(target), str(wheel), directory=built)
    return target


def test_the_worked_cases(unpacked: Path, tmp_path: Path) -> None:
    where = run(
        "-c", "import couplesone; print(couplesone.__file__)", directory=tmp_path, PYTHONPATH=str(unpacked)
    )
    assert Path(where.strip()).is_relative_to(unpacked)
    demo = ("-m", "couplesone", "demo", "--once", "--json", "--directory", str(tmp_path / "demo"))
    printed = json.loads(run(*demo, directory=tmp_path, PYTHONPATH=str(unpacked)))
    assert [case["stage"] for case in printed["cases"]] == [6, 1, 6]


def test_the_document_of_the_api_the_texts_and_the_type_marker_are_in_it(unpacked: Path) -> None:
    package = unpacked / "couplesone"
    assert (package / "_openapi" / "openapi.json").read_text() == (
        ROOT / "openapi" / "openapi.json"
    ).read_text()
    assert (package / "py.typed").exists()
    assert (package / "rendering" / "locales" / "de.po").stat().st_size > 20_000
    assert {path.name for path in (package / "_migrations" / "versions").glob("2*.py")} == {
        path.name for path in (ROOT / "migrations" / "versions").glob("2*.py")
    }
