"""Our own lint rules hold for the source, and each of them finds what it is for."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path, PurePosixPath

import pytest

_spec = importlib.util.spec_from_file_location("architecture_rules", Path(__file__).with_name("rules.py"))
rules = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(rules)
SOURCE = Path(__file__).parents[2] / "src" / "couplesone"

BREACHES = [
    (rules.time_and_ids_are_arguments, "cases/service.py", "from datetime import datetime\ndatetime.now()"),
    (rules.time_and_ids_are_arguments, "cases/service.py", "import uuid\nuuid.uuid4()"),
    (rules.raw_sql_stays_in_persistence, "cases/queries.py", "from sqlalchemy import text\ntext('SELECT 1')"),
    (rules.raw_sql_stays_in_persistence, "cases/queries.py", "select(Case.__table__)"),
    (rules.bare_connections_read_through_the_work, "cases/service.py", "work.connection.execute(x)"),
    (rules.models_are_private_to_their_room, "plans/service.py", "from couplesone.cases.models import Case"),
    (rules.http_is_known_in_web_and_routes, "cases/service.py", "from fastapi import HTTPException"),
    (rules.http_is_known_in_web_and_routes, "cases/service.py", "import starlette.requests"),
    (rules.endpoints_are_plain_functions, "cases/routes.py", "async def get_case(): ..."),
    (rules.no_work_after_the_answer, "cases/routes.py", "def f(tasks: BackgroundTasks): ..."),
    (rules.nobody_else_commits, "cases/service.py", "work.db.commit()"),
    (rules.no_relationships, "cases/models.py", "goals = relationship('Goal')"),
    (rules.files_and_functions_stay_small, "cases/service.py", "x = 1\n" * 351),
    (rules.files_and_functions_stay_small, "cases/service.py", "def f():\n" + "    x = 1\n" * 60),
    (rules.no_dumping_grounds, "cases/utils.py", "x = 1"),
]


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_the_source_keeps_the_rule(rule) -> None:
    findings = []
    for file in sorted(SOURCE.rglob("*.py")):
        path = PurePosixPath(file.relative_to(SOURCE).as_posix())
        findings += [f"{path}:{line} {said}" for line, said in rule(path, ast.parse(file.read_text()))]
    assert findings == []


@pytest.mark.parametrize(("rule", "path", "code"), BREACHES)
def test_the_rule_finds_a_breach(rule, path: str, code: str) -> None:
    assert list(rule(PurePosixPath(path), ast.parse(code)))


def test_every_rule_has_a_breach_that_shows_it_works() -> None:
    assert {rule for rule, *_ in BREACHES} == set(rules.RULES)
