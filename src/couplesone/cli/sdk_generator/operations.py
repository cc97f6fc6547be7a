"""The module ``couplesone.sdk.operations``: one method for each operation of the API document."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from couplesone.cli.sdk_generator.annotations import Annotations, Schema
from couplesone.cli.sdk_generator.layout import WIDTH, Bracket, Code, docstring, laid_out, module

JSON: Final = "application/json"
METHODS: Final = ("get", "post", "put", "patch", "delete")
_PATH: Final = re.compile(r"\{(\w+)\}")
_HEAD: Final = '''\
# ruff: noqa: A002 - parameters are called as the API calls them
"""The operations of the API; written by ``couplesone openapi``, never by hand."""

from __future__ import annotations

{imports}

API_VERSION = "{version}"
"""The version of the API document that this module was written from."""'''
_CLASS: Final = '''\
class Operations:
    """One method for each operation; how a call is sent is said by the client."""

    def _send(
        self,
        method: str,
        path: str,
        *parts: object,
        query: Mapping[str, object] | None = None,
        body: Mapping[str, object] | None = None,
        if_match: int | None = None,
        idempotency_key: str | Absent | None = ABSENT,
        accept: str = "application/json",
    ) -> Any:
        raise NotImplementedError'''


@dataclass(slots=True)
class _Call:
    """A method in the making: its parameters, and what it hands on."""

    positional: list[str] = field(default_factory=list)
    required: list[str] = field(default_factory=list)
    optional: list[str] = field(default_factory=list)
    handed_on: list[Code] = field(default_factory=list)

    def parameters(self) -> list[str]:
        """Return the parameters as they stand in the signature."""
        named = [*self.required, *self.optional]
        return ["self", *self.positional, *(["*", *named] if named else [])]


def operations_module(document: Mapping[str, Any]) -> str:
    """Return the text of the module; operations stand in the order of their paths."""
    annotations = Annotations(document["components"]["schemas"])
    methods = [list(_method(*found, annotations)) for found in _operations(document)]
    text = "\n\n".join("\n".join(lines) for lines in methods)
    head = _HEAD.format(imports=_imports(text, annotations), version=document["info"]["version"])
    return module([head.splitlines(), [*_CLASS.splitlines(), "", *text.splitlines()]])


def _operations(document: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for path, methods in sorted(document["paths"].items()):
        for method in METHODS:
            if method in methods:
                yield method.upper(), path, methods[method]


def _method(method: str, path: str, operation: Mapping[str, Any], annotations: Annotations) -> Iterator[str]:
    answer, accept = _answer(operation, annotations)
    call = _Call(handed_on=[f'"{method}"', f'"{_PATH.sub("{}", path)}"', *_PATH.findall(path)])
    _take_parameters(call, operation, annotations)
    _take_body(call, operation, annotations)
    _take_headers(call, operation)
    if accept != JSON:
        call.handed_on.append(f'accept="{accept}"')
    yield from laid_out(
        Bracket(f"def {operation['operationId']}(", call.parameters(), f") -> {answer}:"), indent=4
    )
    yield from docstring(operation["summary"], indent=8)
    sent = Bracket("self._send(", call.handed_on, ")")
    if answer == "None":
        yield from laid_out(sent, indent=8)
    else:
        yield from laid_out(Bracket("return cast(", [answer, sent], ")"), indent=8)


def _answer(operation: Mapping[str, Any], annotations: Annotations) -> tuple[str, str]:
    """Return the annotation of the answer and its media type."""
    status = min(code for code in operation["responses"] if code.startswith("2"))
    content: Mapping[str, Any] = operation["responses"][status].get("content", {})
    if not content:
        return "None", JSON
    if len(content) > 1:
        return "bytes", "*/*"
    ((media_type, shown),) = content.items()
    return (annotations.answered(shown["schema"]) if media_type == JSON else "bytes"), media_type


def _take_parameters(call: _Call, operation: Mapping[str, Any], annotations: Annotations) -> None:
    query: list[Code] = []
    for parameter in operation.get("parameters", ()):
        name = _identifier(parameter["name"])
        annotation = annotations.given(parameter["schema"])
        if parameter["in"] == "path":
            call.positional.append(f"{name}: {annotation}")
        elif parameter["in"] == "query":
            query.append(f'"{parameter["name"]}": {name}')
            call.optional.append(f"{name}: {annotation.removesuffix(' | None')} | None = None")
    if query:
        call.handed_on.append(Bracket("query={", query, "}"))


def _take_body(call: _Call, operation: Mapping[str, Any], annotations: Annotations) -> None:
    if "requestBody" not in operation:
        return
    reference = operation["requestBody"]["content"][JSON]["schema"]["$ref"]
    schema: Schema = annotations.schemas[reference.rpartition("/")[2]]
    required = set(schema.get("required", ()))
    members: list[Code] = []
    for member, shown in schema["properties"].items():
        name = _identifier(member)
        members.append(f'"{member}": {name}')
        if member in required:
            call.required.append(f"{name}: {annotations.given(shown)}")
        else:
            call.optional.append(f"{name}: {_or_absent(annotations.given(shown))} = ABSENT")
    call.handed_on.append(Bracket("body={", members, "}"))


def _take_headers(call: _Call, operation: Mapping[str, Any]) -> None:
    headers = {found["name"]: found for found in operation.get("parameters", ()) if found["in"] == "header"}
    if (condition := headers.get("If-Match")) is not None:
        if condition["required"]:
            call.required.append("if_match: int")
        else:
            call.optional.append("if_match: int | None = None")
        call.handed_on.append("if_match=if_match")
    if "Idempotency-Key" in headers:
        call.optional.append("idempotency_key: str | None = None")
        call.handed_on.append("idempotency_key=idempotency_key")


def _or_absent(annotation: str) -> str:
    plain = annotation.removesuffix(" | None")
    return f"{plain} | Absent" if plain == annotation else f"{plain} | Absent | None"


def _identifier(name: str) -> str:
    return f"{name}_" if keyword.iskeyword(name) else name


def _imports(text: str, annotations: Annotations) -> str:
    """Return the import statements for the names that the methods use."""

    def used(names: list[str]) -> list[str]:
        return [name for name in names if re.search(rf"\b{name}\b", text)]

    abstract = used(["Sequence"])
    lines = [f"from collections.abc import {', '.join(['Mapping', *abstract])}"]
    lines += [f"from typing import {', '.join(['Any', *used(['Literal']), 'cast'])}", ""]
    if used(["Page"]):
        lines.append("from couplesone.sdk.paging import Page")
    kinds = used(
        sorted((name for name in annotations.schemas if annotations.page_of(name) is None), key=str.lower)
    )
    lines += _imported("couplesone.sdk.types", kinds)
    lines += _imported("couplesone.sdk.values", ["ABSENT", "Absent", *used(["Day", "Id", "Moment"])])
    return "\n".join(lines)


def _imported(source: str, names: list[str]) -> list[str]:
    if not names:
        return []
    line = f"from {source} import {', '.join(names)}"
    return [line] if len(line) <= WIDTH else laid_out(Bracket(f"from {source} import (", names, ")"))
