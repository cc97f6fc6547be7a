"""The module ``couplesone.sdk.types``: one type for each schema of the API document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from couplesone.cli.sdk_generator.annotations import Annotations, Schema
from couplesone.cli.sdk_generator.layout import Bracket, docstring, laid_out, module

_OPENING = '"""What the API takes and answers; written by ``couplesone openapi``, never by hand."""'


def types_module(schemas: Mapping[str, Schema]) -> str:
    """Return the text of the module: the vocabularies first, then the records, by name."""
    annotations = Annotations(schemas)
    codes, records = [], []
    for name in sorted(schemas):
        schema = schemas[name]
        if "enum" in schema:
            codes += _codes(name, schema)
        elif annotations.page_of(name) is None:
            records.append(_record(name, schema, annotations))
    needed = [
        name for name in ("Literal", "NotRequired", "TypeAlias", "TypedDict") if _uses(name, codes, records)
    ]
    imports = f"from typing import {', '.join(needed)}"
    head = [_OPENING, "", "from __future__ import annotations", "", imports]
    return module([[*head, "", *codes] if codes else head, *records])


def _uses(name: str, codes: list[str], records: list[list[str]]) -> bool:
    return any(name in line for lines in (codes, *records) for line in lines)


def _codes(name: str, schema: Schema) -> list[str]:
    members = [json.dumps(code, ensure_ascii=False) for code in schema["enum"]]
    lines = laid_out(Bracket(f"{name}: TypeAlias = Literal[", members, "]"))
    return [*lines, *docstring(schema.get("description", name))]


def _record(name: str, schema: Schema, annotations: Annotations) -> list[str]:
    lines = [f"class {name}(TypedDict):", *docstring(schema.get("description", name), indent=4), ""]
    required = set(schema.get("required", ()))
    for member, shown in schema.get("properties", {}).items():
        lines += _member(member, shown, annotations, required=member in required)
    return lines if lines[-1] else lines[:-1]


def _member(name: str, schema: Mapping[str, Any], annotations: Annotations, *, required: bool) -> list[str]:
    annotation = annotations.answered(schema)
    lines = [f"    {name}: {annotation}" if required else f"    {name}: NotRequired[{annotation}]"]
    if "description" in schema:
        lines += docstring(schema["description"], indent=4)
    return lines
