"""The committed API document is the generated one, its examples are valid, its page loads nothing from elsewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from couplesone.app import build_api, create_app
from couplesone.kernel.settings import Mode
from couplesone.web import strict_json
from couplesone.web.openapi import document
from couplesone.web.reference import page
from couplesone.web.routing import operations_of
from couplesone.wiring import ROUTERS

COMMITTED = Path(__file__).parents[2] / "openapi" / "openapi.json"
OPERATIONS = operations_of(ROUTERS)
WITH_BODY = [name for name, operation in OPERATIONS.items() if operation.body is not None]


@pytest.fixture
def content():
    return document(build_api(), OPERATIONS)


def test_the_committed_document_is_the_generated_one(content) -> None:
    assert json.loads(COMMITTED.read_text()) == json.loads(json.dumps(content)), "run: couplesone openapi"


def test_the_document_says_it_is_openapi_3_1(content) -> None:
    assert content["openapi"].startswith("3.1")


@pytest.mark.parametrize("name", WITH_BODY)
def test_every_body_has_an_example_that_is_accepted(name: str) -> None:
    model = OPERATIONS[name].body
    examples = model.model_config.get("json_schema_extra", {}).get("examples")
    assert examples, f"{model.__name__} has no example"
    for example in examples:
        raw = json.dumps(example).encode()
        strict_json.read(raw)
        model.model_validate_json(raw)


SEVERAL = {
    "get_tool_sheet": {"text/plain", "text/html", "application/pdf"},
    "print_message": {"text/plain", "application/pdf"},
}
"""The answers that come in several forms, of which the asker, or what is to be printed, chooses."""


def test_an_answer_is_of_one_media_type(content) -> None:
    for methods in content["paths"].values():
        for operation in methods.values():
            for status, response in operation["responses"].items():
                name, forms = operation["operationId"], set(response.get("content", {"": {}}))
                assert len(forms) == 1 or (status == "200" and forms == SEVERAL[name]), (name, status)


def test_lists_in_a_query_are_written_with_commas(content) -> None:
    parameters = content["paths"]["/v1/cases"]["get"]["parameters"]
    exploded = {found["name"]: found.get("explode", True) for found in parameters}
    assert (exploded["status"], exploded["include"], exploded["stage"]) == (False, False, True)


def test_instants_are_shown_as_such(content) -> None:
    shown = content["components"]["schemas"]["CaseOut"]["properties"]
    assert shown["created_at"]["format"] == "date-time"
    assert shown["entered_in_error_at"]["anyOf"][0]["format"] == "date-time"


def test_no_schema_echoes_input(content) -> None:
    assert not {"HTTPValidationError", "ValidationError"} & content["components"]["schemas"].keys()


def test_the_page_shows_every_operation_and_loads_nothing(content) -> None:
    html = page(content)
    for operation in OPERATIONS:
        assert f'id="{operation}"' in html
    assert "<script" not in html
    assert not re.findall(r'(?:src|href)="(?!/|#)', html)


def test_the_page_is_served_with_a_policy_that_allows_its_style_only(world) -> None:
    response = world.anonymous.call("GET", "/docs")
    assert response.status_code == 200
    assert response.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert world.anonymous.get("/openapi.json")["info"]["title"] == "couplesone"


def test_production_serves_no_documentation(settings, works) -> None:
    app = create_app(settings.model_copy(update={"mode": Mode.PRODUCTION}), works=works)
    assert "get_documentation" not in app.runner.operations
    assert "get_documentation" in create_app(settings, works=works).runner.operations
