"""What browsers may do: nothing by default; the documentation page; and neither in production."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from couplesone.kernel.settings import Mode
from couplesone.web import reference
from support.canaries import OPERATIONS
from support.http import Caller

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])
APP, EVIL = "https://app.example", "https://evil.example"


def preflight(caller: Caller, origin: str, method: str = "PATCH", headers: str = "authorization,if-match"):
    given = {
        "Origin": origin,
        "Access-Control-Request-Method": method,
        "Access-Control-Request-Headers": headers,
    }
    return caller.call("OPTIONS", "/v1/practice", headers=given)


def cors(response) -> set[str]:
    return {name for name in response.headers if name.startswith("access-control-")}


@pytest.mark.parametrize("origin", [APP, EVIL, "null"])
def test_no_origin_is_allowed_by_default(world, engine_name, origin: str) -> None:
    assert preflight(world.anonymous, origin).status_code == 405
    assert cors(preflight(world.anonymous, origin)) == set()
    response = world.therapist.call("GET", "/v1/practice", headers={"Origin": origin})
    assert response.status_code == 200
    assert cors(response) == set()


@pytest.fixture
def allowed(world, served) -> Caller:
    """A caller of an application that one front end may call."""
    transport = served(cors_origins=(APP,))
    transport._check = lambda *_: None  # a preflight is answered in plain text
    return Caller(transport, world.therapist.token)


def test_an_allowed_origin_reads_why_it_was_refused_too(world, engine_name, served) -> None:
    caller = Caller(served(cors_origins=(APP,), rate_limit_per_minute=1), None)
    answers = [
        caller.call("GET", "/v1/me", headers={"Origin": APP, **more}) for more in ({}, {}, {"Host": "x"})
    ]
    assert [answer.status_code for answer in answers] == [401, 429, 400]
    assert {answer.headers["access-control-allow-origin"] for answer in answers} == {APP}
    assert all("Retry-After" in answer.headers["access-control-expose-headers"] for answer in answers)


def test_an_allowed_origin_may_ask_and_read(allowed, engine_name) -> None:
    asked = preflight(allowed, APP)
    assert asked.status_code == 200
    assert asked.headers["access-control-allow-origin"] == APP
    assert set(asked.headers["access-control-allow-methods"].split(", ")) == {"GET", "POST", "PATCH", "PUT"}
    assert "access-control-allow-credentials" not in asked.headers
    assert asked.headers["x-content-type-options"] == "nosniff"
    response = allowed.call("GET", "/v1/practice", headers={"Origin": APP})
    assert response.headers["access-control-allow-origin"] == APP
    assert response.headers["vary"] == "Origin"
    exposed = set(response.headers["access-control-expose-headers"].split(", "))
    assert {"ETag", "Location", "Link", "Idempotency-Replayed", "Retry-After", "X-Request-ID"} <= exposed


@pytest.mark.parametrize(
    "origin",
    [
        EVIL,
        "null",
        "*",
        "https://app.example.evil.example",
        "http://app.example",
        "https://app.example:8443",
        "https://APP.example",
    ],
)
def test_no_other_origin_may(allowed, engine_name, origin: str) -> None:
    asked = preflight(allowed, origin)
    assert asked.status_code == 400
    assert "access-control-allow-origin" not in asked.headers
    response = allowed.call("GET", "/v1/practice", headers={"Origin": origin})
    assert "access-control-allow-origin" not in response.headers


@pytest.mark.parametrize(
    ("method", "headers"), [("DELETE", "authorization"), ("GET", "cookie"), ("GET", "x-other")]
)
def test_nothing_else_may_be_sent(allowed, engine_name, method: str, headers: str) -> None:
    assert preflight(allowed, APP, method, headers).status_code == 400


@pytest.mark.parametrize(
    "header", ["authorization", "content-type", "if-match", "if-none-match", "idempotency-key"]
)
def test_what_the_api_needs_may_be_sent(allowed, engine_name, header: str) -> None:
    assert preflight(allowed, APP, "POST", header).status_code == 200


# -- documentation ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, 200),
        ({"mode": Mode.PRODUCTION}, 404),
        ({"api_docs": False}, 404),
        ({"mode": Mode.PRODUCTION, "api_docs": True}, 200),
    ],
)
@pytest.mark.parametrize("path", ["/docs", "/openapi.json"])
def test_the_documentation_is_not_served_in_production(
    served, engine_name, changes, status: int, path: str
) -> None:
    assert Caller(served(**changes), None).call("GET", path).status_code == status


class Page(HTMLParser):
    """Notes what a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name in ("href", "src", "action"):
                self.links.append(value)
            if name == "id":
                self.ids.append(value)
            assert not name.startswith("on"), name


def test_the_page_loads_nothing_and_runs_nothing(world, engine_name) -> None:
    response = world.anonymous.call("GET", "/docs")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    page = Page(response.text)
    assert not {"script", "img", "link", "iframe", "form", "base"} & set(page.tags)
    own = ("#", "/openapi.json", "/v1/vocabularies", "/v1/problem-codes")
    assert all(link.startswith(own) for link in page.links)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert set(OPERATIONS) <= set(page.ids)
    (policy,) = response.headers.get_list("content-security-policy")
    (style,) = re.findall(r"<style>(.*?)</style>", response.text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


def test_the_document_is_served_as_it_is(world, engine_name) -> None:
    response = world.anonymous.call("GET", "/openapi.json")
    assert response.headers["content-type"] == "application/json"
    document = response.json()
    assert {
        shown["operationId"] for methods in document["paths"].values() for shown in methods.values()
    } == set(OPERATIONS)
    assert world.anonymous.call("GET", "/openapi.json").content == response.content


def test_what_the_page_shows_is_escaped(engine_name) -> None:
    hostile = "<script>alert(1)</script>"
    answer = {
        "description": hostile,
        "content": {"x": {"schema": {"anyOf": [{"type": "string"}, {"type": "null"}]}}},
    }
    shown = {
        "operationId": "do",
        "summary": hostile,
        "tags": ["t"],
        "x-public": hostile,
        "parameters": [
            {
                "name": hostile,
                "schema": {"type": "array", "items": {"enum": [hostile]}},
                "description": hostile,
            }
        ],
        "requestBody": {
            "content": {"application/json": {"schema": {"format": hostile}, "example": {"a": hostile}}}
        },
        "responses": {"200": answer, "204": {"description": "x"}},
    }
    schema = {"description": hostile, "properties": {hostile: {"type": "string", "maxLength": 3}}}
    document = {
        "info": {"title": "t", "version": "1", "summary": "s"},
        "paths": {f"/{hostile}": {"post": shown}},
        "components": {"schemas": {"Thing": schema, "Kind": {"enum": ["a"]}}},
    }
    page = reference.page(json.loads(json.dumps(document)))
    assert "<script" not in page
    assert page.count("&lt;script&gt;") >= 7
    assert "max length 3" in page
