"""The documentation page: one HTML page without scripts, made from the API document, loading nothing from anywhere."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from functools import cache
from html import escape
from typing import Any

from couplesone.web.operations import Attachment
from couplesone.web.routing import Router

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{margin-bottom:0}h2{margin-top:2.5rem;border-bottom:1px solid #bbb}nav a{margin-right:1rem}
summary{cursor:pointer;padding:.4rem 0}summary b{display:inline-block;min-width:4rem}
code,pre{font:14px/1.4 ui-monospace,monospace;background:#f3f3f3}pre{padding:.6rem;overflow:auto}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.2rem .6rem .2rem 0}
details{border-bottom:1px solid #e4e4e4}details>div{padding:0 0 1rem 1rem}
"""
_DIGEST = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'sha256-{_DIGEST}'; frame-ancestors 'none'; base-uri 'none'"


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f'<a href="#schema-{escape(name)}">{escape(name)}</a>'
    if "anyOf" in schema:
        return " or ".join(_type(option) for option in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    if "enum" in schema:
        return " · ".join(f"<code>{escape(str(code))}</code>" for code in schema["enum"])
    kind = str(schema.get("format") or schema.get("type") or "any")
    limits = [f"{name} {schema[key]}" for key, name in _LIMITS.items() if key in schema]
    return escape(" ".join([kind, *limits]))


_LIMITS = {"minimum": "from", "maximum": "to", "minLength": "min length", "maxLength": "max length"}


def _row(name: str, required: bool, schema: dict[str, Any], text: str) -> str:
    cells = (f"<code>{escape(name)}</code>", "required" if required else "", _type(schema), escape(text))
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _guard(shown: dict[str, Any]) -> str:
    if permission := shown.get("x-permission"):
        return f"Needs the permission <code>{permission}</code>."
    return f"Public: {escape(shown.get('x-public', ''))}."


def _operation(path: str, method: str, shown: dict[str, Any]) -> str:
    name, summary = shown["operationId"], escape(shown["summary"])
    head = f"<b>{method.upper()}</b> <code>{escape(path)}</code> {summary}"
    parts = [
        f'<details id="{name}"><summary>{head}</summary><div>',
        f"<p>Operation <code>{name}</code>. {_guard(shown)}</p>",
    ]
    if parameters := shown.get("parameters"):
        rows = "".join(
            _row(p["name"], p.get("required", False), p["schema"], p.get("description", ""))
            for p in parameters
        )
        parts.append(f"<table><tr><th>Parameter<th><th>Type<th></tr>{rows}</table>")
    if body := shown.get("requestBody"):
        content = body["content"]["application/json"]
        parts.append(f"<p>Body: {_type(content['schema'])}</p>")
        if "example" in content:
            parts.append(f"<pre>{escape(json.dumps(content['example'], indent=2, ensure_ascii=False))}</pre>")
    rows = "".join(
        f"<tr><td>{status}</td><td>{escape(answer['description'])}</td><td>{_answer(answer)}</td></tr>"
        for status, answer in sorted(shown["responses"].items())
    )
    parts.append(f"<table><tr><th>Answer<th><th></tr>{rows}</table></div></details>")
    return "".join(parts)


def _answer(answer: dict[str, Any]) -> str:
    schemas = [content.get("schema", {}) for content in answer.get("content", {}).values()]
    return " ".join(_type(schema) for schema in schemas if schema)


def _schema(name: str, schema: dict[str, Any]) -> str:
    required = schema.get("required", ())
    rows = "".join(
        _row(member, member in required, content, content.get("description", ""))
        for member, content in schema.get("properties", {}).items()
    )
    what = _type(schema) if "enum" in schema else f"<table>{rows}</table>"
    return (
        f'<details id="schema-{escape(name)}"><summary><code>{escape(name)}</code> '
        f"{escape(schema.get('description', '').partition(chr(10))[0])}</summary><div>{what}</div></details>"
    )


def page(document: dict[str, Any]) -> str:
    """Return the documentation page of an API document."""
    tags: dict[str, list[str]] = {}
    for path, methods in document["paths"].items():
        for method, shown in methods.items():
            tags.setdefault(shown["tags"][0], []).append(_operation(path, method, shown))
    links = "".join(f'<a href="#{tag}">{tag}</a>' for tag in tags)
    sections = "".join(f'<h2 id="{tag}">{tag}</h2>{"".join(shown)}' for tag, shown in tags.items())
    schemas = "".join(
        _schema(name, schema) for name, schema in sorted(document["components"]["schemas"].items())
    )
    info = document["info"]
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{info['title']} API</title><style>{_STYLE}</style></head><body>"
        f"<h1>{info['title']} {info['version']}</h1><p>{info['summary']} "
        'The same as <a href="/openapi.json">OpenAPI document</a>; codes: '
        '<a href="/v1/vocabularies">vocabularies</a>, <a href="/v1/problem-codes">problem codes</a>.</p>'
        f'<nav>{links}<a href="#schemas">schemas</a></nav><main>{sections}<h2 id="schemas">schemas</h2>{schemas}'
        "</main></body></html>"
    )


def router_for(document: Callable[[], dict[str, Any]]) -> Router:
    """Return the routes of the documentation page and the API document."""
    router = Router("documentation")

    @cache
    def html() -> bytes:
        return page(document()).encode()

    @router.read("/docs", public="developers read about the API here", media_type="text/html", shown=False)
    def get_documentation() -> Attachment:
        """Show the documentation page."""
        return Attachment(html(), "text/html; charset=utf-8", {"Content-Security-Policy": _POLICY})

    @router.read("/openapi.json", public="tools read about the API here", shown=False)
    def get_api_document() -> Attachment:
        """Return the OpenAPI document."""
        return Attachment(json.dumps(document()).encode(), "application/json")

    return router
