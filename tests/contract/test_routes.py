"""Every route is an operation, every operation is guarded and documented, and the public ones are known by name."""

from __future__ import annotations

import typing

import pytest
from fastapi.routing import iter_route_contexts

from couplesone.app import build_api
from couplesone.kernel.errors import Problem
from couplesone.kernel.permissions import DESCRIPTIONS, GRANTS, LEAD_GRANTS, SESSION_ONLY, Permission, Role
from couplesone.web.openapi import document, problem_codes
from couplesone.web.routing import Router, operations_of
from couplesone.wiring import PAGES, ROUTERS

PUBLIC = {
    "open_partner_invitation",
    "ask_about_partner_invitation",
    "answer_partner_invitation",
    "get_health",
    "get_readiness",
    "list_vocabularies",
    "list_problem_codes",
    "sign_in",
    "use_password_reset",
}
OPERATIONS = operations_of(ROUTERS)


@pytest.fixture
def api():
    return build_api()


def test_routes_and_document_and_operations_are_the_same(api) -> None:
    routes = {
        (method, context.path)
        for context in iter_route_contexts(api.routes)
        for method in context.methods or ()
        if method != "HEAD"
    }
    operations = {(operation.method, operation.path) for operation in OPERATIONS.values()}
    content = document(api, OPERATIONS)
    shown = {(method.upper(), path) for path, methods in content["paths"].items() for method in methods}
    assert shown == operations == routes


def test_public_operations_are_these() -> None:
    assert {name for name, operation in OPERATIONS.items() if operation.permission is None} == PUBLIC


def test_a_route_without_a_permission_cannot_be_declared() -> None:
    router = Router("test")
    with pytest.raises(TypeError, match="permission"):
        router.read("/v1/things")(lambda: None)


def test_a_route_cannot_be_both_guarded_and_public() -> None:
    with pytest.raises(TypeError, match="permission"):
        Router("test").read("/v1/things", permission=Permission.CASE_READ, public="no")


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_says_what_it_answers(name: str) -> None:
    operation = OPERATIONS[name]
    hints = typing.get_type_hints(operation.endpoint)
    assert hints.get("return") is not None, "no response model"
    assert (operation.endpoint.__doc__ or "").strip().partition("\n")[0].endswith(".")


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_declared_problem_is_known(name: str) -> None:
    assert set(problem_codes(OPERATIONS[name])) <= set(Problem.known)


def test_every_known_problem_is_declared_somewhere_or_the_frameworks() -> None:
    every = [*OPERATIONS.values(), *operations_of(PAGES).values()]
    declared = {code for operation in every for code in problem_codes(operation)}
    assert set(Problem.known) - declared == {"method_not_allowed"}


@pytest.mark.parametrize("permission", Permission)
def test_every_permission_is_described_granted_and_required(permission: Permission) -> None:
    assert DESCRIPTIONS[permission].endswith(".")
    assert permission in LEAD_GRANTS or any(permission in GRANTS[role] for role in Role)
    assert any(operation.permission is permission for operation in OPERATIONS.values())


def test_keys_can_never_manage_people() -> None:
    assert Permission.STAFF_MANAGE in SESSION_ONLY
    assert Permission.API_KEY_MANAGE in SESSION_ONLY


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.BILLER])
def test_no_clinical_content_outside_care(role: Role) -> None:
    clinical = {
        p
        for p in Permission
        if p.value.split(".")[0] in ("case", "plan", "check_in", "measure", "partner", "consent")
    }
    assert not clinical & GRANTS[role].keys()


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_change_of_a_record_names_its_version(name: str) -> None:
    operation = OPERATIONS[name]
    if operation.method == "PATCH":
        assert operation.conditional
