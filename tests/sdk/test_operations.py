"""One method for each operation of the API document, taking and handing on all that the operation takes."""

from __future__ import annotations

import ast
import inspect
import json
import keyword
import typing
from pathlib import Path
from typing import Any

import httpx
import pytest

from couplesone import sdk
from couplesone.app import document
from couplesone.cli.sdk_generator import sdk_modules
from couplesone.sdk import ABSENT, Couplesone, types
from couplesone.sdk.operations import API_VERSION, Operations

from .conftest import Scripted

DOCUMENT = document()
OPERATIONS = {
    operation["operationId"]: (method.upper(), path, operation)
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
}
BODIES = {
    name: DOCUMENT["components"]["schemas"][
        operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    ]
    for name, (_, _, operation) in OPERATIONS.items()
    if "requestBody" in operation
}


def parameters_of(name: str) -> dict[str, inspect.Parameter]:
    found = dict(inspect.signature(getattr(Operations, name)).parameters)
    del found["self"]
    return found


def named(name: str) -> str:
    return f"{name}_" if keyword.iskeyword(name) else name


@pytest.mark.parametrize("name", ["operations.py", "types.py"])
def test_the_modules_are_those_of_this_document(name: str) -> None:
    kept = Path(sdk.__file__).with_name(name).read_text(encoding="utf-8")
    assert kept == sdk_modules(DOCUMENT)[name], "run: couplesone openapi"


def test_there_is_a_method_for_each_operation_and_no_other() -> None:
    methods = {name for name in vars(Operations) if not name.startswith("_")}
    assert methods == OPERATIONS.keys()
    assert DOCUMENT["info"]["version"] == API_VERSION


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_method_takes_what_its_operation_takes(name: str) -> None:
    _, _, operation = OPERATIONS[name]
    body = BODIES.get(name, {})
    expected: dict[str, bool] = {
        named(parameter["name"]): parameter["required"]
        for parameter in operation.get("parameters", ())
        if parameter["in"] != "header"
    }
    expected |= {named(member): member in body.get("required", ()) for member in body.get("properties", ())}
    headers = {found["name"]: found["required"] for found in operation.get("parameters", ())}
    if "If-Match" in headers:
        expected["if_match"] = headers["If-Match"]
    if "Idempotency-Key" in headers:
        expected["idempotency_key"] = False
    found = parameters_of(name)
    assert {key: given.default is inspect.Parameter.empty for key, given in found.items()} == expected
    positional = [
        key for key, given in found.items() if given.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
    ]
    assert positional == [
        parameter["name"] for parameter in operation.get("parameters", ()) if parameter["in"] == "path"
    ]


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_method_hands_on_what_it_is_given(name: str) -> None:
    method, path, operation = OPERATIONS[name]
    success = min(code for code in operation["responses"] if code.startswith("2"))
    media_type = next(iter(operation["responses"][success]["content"]))
    scripted = Scripted(httpx.Response(200, headers={"content-type": media_type}, content=b"[7]"))
    given: dict[str, Any] = {key: f"value-{key}" for key in parameters_of(name)}
    if "if_match" in given:
        given["if_match"] = 5
    answer = getattr(scripted.client, name)(**given)
    (request,) = scripted.requests
    assert answer == ([7] if media_type == "application/json" else b"[7]")
    assert request.method == method
    several = len(operation["responses"][success]["content"]) > 1
    assert request.headers["accept"] == ("*/*" if several else media_type)
    for parameter in operation.get("parameters", ()):
        value = f"value-{named(parameter['name'])}"
        if parameter["in"] == "path":
            path = path.replace(f"{{{parameter['name']}}}", value)
        elif parameter["in"] == "query":
            assert request.url.params[parameter["name"]] == value
        elif parameter["name"] == "If-Match":
            assert request.headers["if-match"] == '"5"'
        else:
            assert request.headers["idempotency-key"] == "value-idempotency_key"
    assert request.url.path == path
    members = BODIES.get(name, {}).get("properties", {})
    assert (json.loads(request.content) if request.content else {}) == {
        member: f"value-{named(member)}" for member in members
    }


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_method_has_an_answer_and_a_sentence(name: str) -> None:
    method = getattr(Operations, name)
    hints = typing.get_type_hints(method)
    assert hints["return"] is not Any
    line, *rest = method.__doc__.splitlines()
    assert line.endswith(".")
    assert rest == [] or rest[0] == ""


def test_required_members_of_answers_are_required_in_their_types() -> None:
    for name, schema in DOCUMENT["components"]["schemas"].items():
        kind = getattr(types, name, None)
        if typing.is_typeddict(kind):
            hints = typing.get_type_hints(kind, include_extras=True)
            optional = {key for key, hint in hints.items() if typing.get_origin(hint) is typing.NotRequired}
            assert set(hints) == set(schema["properties"])
            assert set(hints) - optional == set(schema.get("required", ())), name


def test_codes_are_the_codes_of_the_document() -> None:
    for name, schema in DOCUMENT["components"]["schemas"].items():
        if "enum" in schema:
            assert list(typing.get_args(getattr(types, name))) == schema["enum"]


def test_what_is_not_given_is_not_sent() -> None:
    scripted = Scripted()
    scripted.client.change_case("id", next_step=None, if_match=1)
    scripted.client.list_cases()
    assert [request.content for request in scripted.requests] == [b'{"next_step": null}', b""]
    assert scripted.requests[1].url.query == b""


def test_the_sdk_stands_alone() -> None:
    for path in Path(sdk.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            modules += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for module in modules:
                assert not module.startswith("couplesone") or module.startswith("couplesone.sdk")


def test_the_package_shows_what_is_public() -> None:
    assert {*sdk.__all__} >= {"Couplesone", "ApiError", "Page", "types", "ABSENT"}
    assert all(hasattr(sdk, name) for name in sdk.__all__)
    assert sdk.ABSENT is ABSENT
    assert issubclass(Couplesone, Operations)
