"""Writing the SDK from a document: what is laid out how, and what is refused rather than guessed."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from couplesone.app import document
from couplesone.cli.sdk_generator import sdk_modules
from couplesone.cli.sdk_generator.annotations import Annotations
from couplesone.cli.sdk_generator.layout import WIDTH, Bracket, docstring, laid_out

LONG = "a_rather_long_member_of_a_call"


def described(**operation: Any) -> dict[str, Any]:
    """Return a document with one operation."""
    shown = {"operationId": "do_it", "summary": "Do it", "responses": {"204": {}}} | operation
    schemas = {"Body": {"type": "object", "properties": {"from": {"type": "string"}}, "required": ["from"]}}
    return {
        "info": {"version": "9.9"},
        "paths": {"/v1/things/{thing_id}": {"post": shown}},
        "components": {"schemas": schemas},
    }


def method_of(**operation: Any) -> str:
    text = sdk_modules(described(**operation))["operations.py"]
    ast.parse(text)
    return text[text.index("    def do_it(") :]


def test_the_same_document_gives_the_same_text() -> None:
    assert sdk_modules(document()) == sdk_modules(document())


def test_the_formatter_and_the_linter_leave_it_as_it_is(tmp_path: Path) -> None:
    texts = sdk_modules(document())
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert max(len(line) for line in text.splitlines()) <= 120
    configuration = ["--config", str(Path(__file__).parents[2] / "pyproject.toml"), "--no-cache"]
    for task in (["format", "--check"], ["check", "--ignore", "INP001,A005"]):
        ruff = [sys.executable, "-m", "ruff", *task, *configuration, str(tmp_path)]
        done = subprocess.run(ruff, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_no_content_is_answered_as_nothing() -> None:
    path = {
        "name": "thing_id",
        "in": "path",
        "required": True,
        "schema": {"type": "string", "format": "uuid"},
    }
    assert method_of(parameters=[path]) == (
        '    def do_it(self, thing_id: Id) -> None:\n        """Do it."""\n'
        '        self._send("POST", "/v1/things/{}", thing_id)\n'
    )


def test_a_body_may_have_members_that_are_words_of_python() -> None:
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Body"}}}}
    method = method_of(requestBody=body, parameters=[])
    assert "*, from_: str" in method
    assert 'body={"from": from_}' in method


@pytest.mark.parametrize(
    ("schema", "annotation"),
    [
        ({"type": "string", "format": "date"}, "Day"),
        ({"type": "string", "format": "uuid"}, "Id"),
        ({"anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}]}, "Moment | None"),
        ({"type": "array", "items": {"type": "string", "format": "date"}}, "Sequence[str]"),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, "Mapping[str, int]"),
        ({"const": True}, "Literal[True]"),
        ({"const": "A"}, 'Literal["A"]'),
        ({"enum": ["a", "b"], "type": "string"}, 'Literal["a", "b"]'),
        ({"type": "number"}, "float"),
        ({"$ref": "#/components/schemas/Items"}, "Page[str]"),
        ({"$ref": "#/components/schemas/Thing"}, "Thing"),
    ],
)
def test_parameters_are_annotated(schema: dict[str, Any], annotation: str) -> None:
    page = {"items": {"type": "array", "items": {"type": "string"}}, "next_cursor": {"type": "string"}}
    schemas = {"Items": {"properties": page}, "Thing": {"properties": {"id": {"type": "string"}}}}
    assert Annotations(schemas).given(schema) == annotation


def test_answers_are_what_json_gives() -> None:
    annotations = Annotations({})
    assert annotations.answered({"type": "string", "format": "date-time"}) == "str"
    assert annotations.answered({"type": "array", "items": {"type": "boolean"}}) == "list[bool]"
    assert (
        annotations.answered({"type": "object", "additionalProperties": {"type": "string"}})
        == "dict[str, str]"
    )


@pytest.mark.parametrize("schema", [{}, {"type": "object"}, {"type": "object", "properties": {}}])
def test_what_is_not_understood_is_refused(schema: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="no annotation is known"):
        Annotations({}).answered(schema)


def test_brackets_open_where_they_do_not_fit() -> None:
    inner = Bracket("inner(", [LONG] * 3, ")")
    assert laid_out(inner, indent=4) == [f"    inner({LONG}, {LONG}, {LONG})"]
    assert laid_out(Bracket("outer(", ["x", inner], ")")) == [
        "outer(",
        "    x,",
        f"    inner({LONG}, {LONG}, {LONG}),",
        ")",
    ]
    assert laid_out(Bracket("nothing(", [], ")")) == ["nothing()"]


def test_a_sentence_is_a_docstring() -> None:
    assert docstring("Do it") == ['"""Do it."""']
    assert docstring('Say "no"?', indent=4) == ['    """Say \'no\'?"""']
    assert docstring("A back\\slash") == ['"""A back\\\\slash."""']


@pytest.mark.parametrize("mark", [". ", "; ", ": ", ", "])
def test_a_long_sentence_is_parted(mark: str) -> None:
    lines = docstring(f"{'word ' * 12}end{mark}{'and more ' * 12}", indent=4)
    assert lines[0].endswith("end.")
    assert lines[1] == ""
    assert lines[2].startswith("    And more")
    assert lines[-1] == '    """'
    assert max(map(len, lines)) <= WIDTH


def test_a_sentence_that_cannot_be_parted_is_refused() -> None:
    with pytest.raises(ValueError, match="no part of this fits"):
        docstring("word " * 40)
