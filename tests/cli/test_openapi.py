"""`couplesone openapi`: the document is written as it is compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from couplesone.cli import openapi


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that is made at once."""
    monkeypatch.setattr(openapi, "document", lambda: {"paths": {"/é": {}}, "openapi": "3.1.0"})


def test_the_document_is_sorted_and_needs_no_installation(terminal) -> None:
    assert terminal.json("openapi", "--output", "deep/api.json") == {
        "paths": ["deep/api.json"],
        "written": True,
    }
    text = Path("deep/api.json").read_text(encoding="utf-8")
    document = json.loads(text)
    assert text == json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    assert document["openapi"].startswith("3.1")
    assert "/healthz" in document["paths"]
    assert list(terminal.directory.iterdir()) == [terminal.directory / "deep"]


def test_the_document_of_this_version_passes_the_check(small: None, terminal) -> None:
    terminal.ok("openapi", "--output", "api.json")
    assert terminal.json("openapi", "--output", "api.json", "--check")["written"] is False
    assert "is the one of this version" in terminal.ok("openapi", "--output", "api.json", "--check")


@pytest.mark.parametrize("content", [None, "{}\n"])
def test_another_document_fails_the_check_with_a_hint(small: None, terminal, content: str | None) -> None:
    if content is not None:
        Path("api.json").write_text(content)
    assert "run `couplesone openapi`" in terminal.fails(1, "openapi", "--output", "api.json", "--check")
    assert Path("api.json").exists() == (content is not None)


def test_a_place_that_cannot_be_written(small: None, terminal) -> None:
    Path("file").touch()
    assert "use --output" in terminal.fails(1, "openapi", "--output", "file/api.json")


def test_the_document_is_kept_beside_the_source(terminal) -> None:
    assert openapi.kept_document() == Path(__file__).parents[2] / "openapi" / "openapi.json"
    assert openapi.kept_sdk() == Path(__file__).parents[2] / "src" / "couplesone" / "sdk"


def test_the_document_is_kept_inside_an_installed_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "src" / "couplesone"
    (package / "cli").mkdir(parents=True)
    monkeypatch.setattr(openapi, "__file__", str(package / "cli" / "openapi.py"))
    assert openapi.kept_document() == tmp_path / "openapi" / "openapi.json"
    (package / "_openapi").mkdir()
    assert openapi.kept_document() == package / "_openapi" / "openapi.json"


def test_by_default_the_kept_files_are_written(
    terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openapi, "kept_document", lambda: tmp_path / "kept.json")
    monkeypatch.setattr(openapi, "kept_sdk", lambda: tmp_path / "sdk")
    written = [tmp_path / "kept.json", tmp_path / "sdk" / "operations.py", tmp_path / "sdk" / "types.py"]
    assert terminal.json("openapi") == {"paths": [str(path) for path in written], "written": True}
    assert terminal.json("openapi", "--check")["written"] is False
    written[2].write_text("# changed\n")
    assert "types.py is not the one of this version" in terminal.fails(1, "openapi", "--check")
