"""From a path to its operation; what no operation answers; and how operations are declared."""

from __future__ import annotations

import pytest

from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.permissions import Permission
from couplesone.web.dispatch import Tree
from couplesone.web.operations import Operation
from couplesone.web.problems import MethodNotAllowed
from couplesone.web.routing import Router, operations_of
from support.canaries import OPERATIONS

RANDOM = "019cadc6-9a80-7011-ad2a-34b4b722da66"


def operation(name: str, path: str, method: str = "GET") -> Operation:
    return Operation(name, method, path, lambda: None, Permission.CASE_READ)


TREE = Tree(
    [
        operation("things", "/v1/things"),
        operation("add", "/v1/things", "POST"),
        operation("thing", "/v1/things/{thing_id}"),
        operation("special", "/v1/things/special"),
        operation("parts", "/v1/things/{thing_id}/parts"),
        operation("part", "/v1/things/{thing_id}/parts/{part_id}"),
        operation("by_name", "/v1/things/by-name/{name}", "PUT"),
    ]
)


@pytest.mark.parametrize(
    ("method", "path", "name", "parameters"),
    [
        ("GET", "/v1/things", "things", {}),
        ("POST", "/v1/things", "add", {}),
        ("GET", "/v1/things/7", "thing", {"thing_id": "7"}),
        ("GET", "/v1/things/special", "special", {}),
        ("GET", "/v1/things/a b/parts", "parts", {"thing_id": "a b"}),
        ("GET", "/v1/things/7/parts/8", "part", {"thing_id": "7", "part_id": "8"}),
        ("PUT", "/v1/things/by-name/special", "by_name", {"name": "special"}),
    ],
)
def test_a_path_is_found(method: str, path: str, name: str, parameters: dict[str, str]) -> None:
    found, values = TREE.find(method, path)
    assert (found.name, values) == (name, parameters)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "//",
        "/v1",
        "/v1/",
        "/v2/things",
        "/v1/things/",
        "/v1/things//parts",
        "/v1/things/7/",
        "/v1/things/7/parts/8/9",
        "/v1/things/by-name",
        "/V1/things",
        "things",
        "*",
    ],
)
def test_a_path_that_leads_nowhere(path: str) -> None:
    with pytest.raises(RecordNotFound):
        TREE.find("GET", path)


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "/v1/things", "GET, POST"),
        ("HEAD", "/v1/things/7", "GET"),
        ("get", "/v1/things/7", "GET"),
        ("POST", "/v1/things/by-name/x", "PUT"),
    ],
)
def test_another_method(method: str, path: str, allowed: str) -> None:
    with pytest.raises(MethodNotAllowed) as caught:
        TREE.find(method, path)
    assert caught.value.headers == {"Allow": allowed}


def test_a_parameter_has_one_name_at_its_place() -> None:
    with pytest.raises(TypeError, match="called client_id and id"):
        Tree([operation("a", "/v1/{id}"), operation("b", "/v1/{client_id}/x")])


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_is_found_by_its_path(name: str) -> None:
    wanted = OPERATIONS[name]
    path = wanted.path.format(**dict.fromkeys(wanted.parameters, RANDOM))
    found, parameters = Tree(OPERATIONS.values()).find(wanted.method, path)
    assert found is wanted
    assert parameters == dict.fromkeys(wanted.parameters, RANDOM)


# -- over HTTP --------------------------------------------------------------------------------------


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize(
    "path",
    ["/", "/v1", "/v1/clients/", "/v1//clients", "/v1/clients/by-external-id", "/docs/x", "/static/a.js"],
)
def test_an_unknown_path_is_not_found(world, engine_name, path: str) -> None:
    for who in (world.therapist, world.anonymous):
        response = who.call("GET", path)
        assert (response.status_code, response.json()["code"]) == (404, "not_found")
        assert "by-external-id" not in response.text


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("method", ["HEAD", "DELETE", "PUT", "OPTIONS", "TRACE", "PROPFIND"])
def test_another_method_is_not_allowed_and_says_which_are(world, engine_name, method: str) -> None:
    response = world.therapist.call(method, "/v1/clients")
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, POST"
    assert response.json()["code"] == "method_not_allowed"


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("path", ["/v1/clients/by-external-id/archive", "/v1/cases/by-external-id/activate"])
def test_a_fixed_word_is_not_taken_for_an_id(world, engine_name, path: str) -> None:
    response = world.therapist.call("POST", path, {})
    assert (response.status_code, response.headers["allow"]) == (405, "PUT")


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("identifier", ["x", "1", "%20", "..", RANDOM[:-1], RANDOM + "0", "%00", "%ff"])
def test_what_is_no_id_is_not_found(world, engine_name, identifier: str) -> None:
    assert world.therapist.refused("GET", f"/v1/clients/{identifier}") == (404, "not_found")
    assert world.therapist.refused("GET", f"/v1/clients/{RANDOM}") == (404, "not_found")


# -- declaring --------------------------------------------------------------------------------------


def declare(*names: str, answers: str | None = None) -> Router:
    router = Router("test")
    for name in names:

        def endpoint() -> None:
            """Do something."""

        endpoint.__name__ = name
        router.operation("POST", f"/v1/{name}", public="a test", answers=answers)(endpoint)
    return router


def test_operations_have_names_of_their_own() -> None:
    with pytest.raises(TypeError, match="two operations are called a"):
        operations_of([declare("a", "b"), declare("a")])


def test_what_an_operation_answers_exists() -> None:
    with pytest.raises(TypeError, match="a answers get_a, which does not exist"):
        operations_of([declare("a", answers="get_a")])
    assert operations_of([declare("get_a"), declare("a", answers="get_a")]).keys() == {"get_a", "a"}


def test_the_framework_never_runs_an_operation() -> None:
    route = declare("a").routes[0]
    with pytest.raises(AssertionError, match="dispatcher"):
        route.endpoint()  # type: ignore[attr-defined]


def test_a_question_and_what_is_public_take_no_key() -> None:
    assert OPERATIONS["add_client"].keyed
    assert not OPERATIONS["check_goal"].keyed
    assert not OPERATIONS["sign_in"].keyed
    assert not OPERATIONS["change_client"].keyed
