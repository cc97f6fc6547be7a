"""From the schemas of the API document to annotations of Python."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

Schema = Mapping[str, Any]
_PREFIX: Final = "#/components/schemas/"
_SIMPLE: Final = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
_GIVEN: Final = {"uuid": "Id", "date": "Day", "date-time": "Moment"}
"""What a parameter of a method takes in place of text, by format."""


class Annotations:
    """Turns schemas into annotations; knows which schemas are pages of a list."""

    def __init__(self, schemas: Mapping[str, Schema]) -> None:
        self.schemas = schemas

    def answered(self, schema: Schema) -> str:
        """Return the annotation of what comes from the API, or of what is sent inside of something else."""
        return self._of(schema, given=False)

    def given(self, schema: Schema) -> str:
        """Return the annotation of a parameter: dates and ids as Python has them, any sequence for a list."""
        return self._of(schema, given=True)

    def page_of(self, name: str) -> str | None:
        """Return the annotation of the items, if the schema is a page of a list."""
        properties = self.schemas[name].get("properties", {})
        if set(properties) != {"items", "next_cursor"}:
            return None
        return self.answered(properties["items"]["items"])

    def _of(self, schema: Schema, *, given: bool) -> str:
        if "$ref" in schema:
            name = schema["$ref"].removeprefix(_PREFIX)
            page = self.page_of(name)
            return name if page is None else f"Page[{page}]"
        if "anyOf" in schema:
            return " | ".join(self._of(choice, given=given) for choice in schema["anyOf"])
        if "const" in schema:
            return f"Literal[{_literal(schema['const'])}]"
        if "enum" in schema:
            return f"Literal[{', '.join(_literal(code) for code in schema['enum'])}]"
        kind = schema.get("type")
        if kind == "array":
            return f"{'Sequence' if given else 'list'}[{self.answered(schema['items'])}]"
        if kind == "object" and (members := schema.get("additionalProperties")):
            held = "object" if members is True else self.answered(members)
            return f"{'Mapping' if given else 'dict'}[str, {held}]"
        if given and schema.get("format") in _GIVEN:
            return _GIVEN[schema["format"]]
        if kind in _SIMPLE:
            return _SIMPLE[kind]
        raise ValueError(f"no annotation is known for {json.dumps(schema)}")


def _literal(code: Any) -> str:
    return json.dumps(code, ensure_ascii=False) if isinstance(code, str) else repr(code)
