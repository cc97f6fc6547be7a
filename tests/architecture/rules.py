"""Our own lint rules: what no tool knows about this house. Each rule looks at one parsed file."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

Finding = tuple[int, str]
Rule = Callable[[PurePosixPath, ast.Module], Iterator[Finding]]
MAX_LINES = 350
MAX_FUNCTION = 60


def _calls(tree: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node, ast.unparse(node.func)


def time_and_ids_are_arguments(path: PurePosixPath, tree: ast.Module) -> Iterator[Finding]:
    """Only the kernel reads the clock or makes ids."""
    if path.parts[0] in ("kernel", "sdk"):
        return
    banned = {"datetime.now", "datetime.utcnow", "date.today", "uuid4", "uuid.uuid4", "uuid1", "uuid.uuid1"}
    for node, name in _calls(tree):
        if name in banned or name.endswith((".datetime.now", ".date.today")):
            yield node.lineno, f"{name}: take the time from work.now and ids from work.new_id()"


def raw_sql_stays_in_persistence(path: PurePosixPath, tree: ast.Module) -> Iterator[Finding]:
    """``text()``, ``__table__`` and driver SQL escape the practice's scope."""
    if (
        path.parts[0] == "persistence"
        or path.as_posix() in RAW_SQL_ALLOWED
        or path.stem in ("models", "items")
    ):
        return  # models state conditions of partial indexes
    escapes = {"exec_driver_sql"} | {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sqlalchemy")
        for alias in node.names
        if alias.name == "text"
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in escapes:
            yield node.lineno, "SQL text belongs to persistence"
        if isinstance(node, ast.Attribute) and node.attr == "__table__":
            yield node.lineno, "statements on __table__ escape the scope"


RAW_SQL_ALLOWED = {"web/idempotency.py"}
"""An advisory lock."""


def bare_connections_read_through_the_work(path: PurePosixPath, tree: ast.Module) -> Iterator[Finding]:
    """``work.connection`` is used by persistence and by the few writers that name the practice themselves."""
    if path.parts[0] == "persistence" or path.as_posix() in CONNECTION_ALLOWED:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "connection":
            yield node.lineno, "use work.db, or work.read for read models"


CONNECTION_ALLOWED = {
    "web/idempotency.py",
    "audit/service.py",
    "jobs/service.py",
    "identity/authentication.py",
}
"""Each inserts or touches one row, by the practice's key."""


def models_are_private_to_their_room(path: PurePosixPath, tree: ast.Module) -> Iterator[Finding]:
    """A feature's models are imported by that feature and the wiring only."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and ".models" in node.module:
            room = node.module.split(".")[1]
            if path.parts[0] not in (room, "wiring.py"):
                yield node.lineno, f"{node.module} is private to its room"


def http_is_known_in_web_and_routes(path: PurePosixPath, tree: ast.Module) -> Iterator[Finding]:
    """FastAPI and Starlette are imported by web, app, cli and the routes only."""
    if path.parts[0] in ("web", "app.py", "cli") or path.stem == "routes":
        return
    for node in ast.walk(tree):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        for name in names:
            if name.split(".")[0] in ("fastapi", "starlette"):
                yield node.lineno, "nothing below routes knows HTTP"


def endpoints_are_plain_functions(path: PurePosixPath, tree: ast.Module) -> Iterator[Finding]:
    """The stack is synchronous: one hop to a thread, no coroutine that touches the database."""
    if path.parts[0] in ("web", "app.py", "cli"):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.AsyncFunctionDef):
            yield node.lineno, "async def belongs to web"


def no_work_after_the_answer(path: PurePosixPath, tree: ast.Module) -> Iterator[Finding]:
    """Background tasks are lost in a crash: the outbox is for what comes later."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute) and ast.unparse(node).endswith("BackgroundTasks"):
            yield node.lineno, "use the outbox"


def nobody_else_commits(path: PurePosixPath, tree: ast.Module) -> Iterator[Finding]:
    """One commit a request, by the Work."""
    if path.parts[0] == "persistence":
        return
    for node, name in _calls(tree):
        if name.endswith((".commit", ".rollback", ".begin_nested")):
            yield node.lineno, "the Work commits"


def no_relationships(path: PurePosixPath, tree: ast.Module) -> Iterator[Finding]:
    """Over composite keys a relationship can move a row into another practice."""
    for node, name in _calls(tree):
        if name.rpartition(".")[2] == "relationship":
            yield node.lineno, "select what belongs together in queries instead"


def files_and_functions_stay_small(path: PurePosixPath, tree: ast.Module) -> Iterator[Finding]:
    """A long file or function hides a concept."""
    if path.parts[0] == "sdk":
        return
    end = max((getattr(node, "end_lineno", 0) or 0 for node in tree.body), default=0)
    if end > MAX_LINES:
        yield end, f"{end} lines: which concept hides here?"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > MAX_FUNCTION:
                yield node.lineno, f"{node.name}: {length} lines"


def no_dumping_grounds(path: PurePosixPath, tree: ast.Module) -> Iterator[Finding]:
    """A thing used twice has a name of its own."""
    if path.stem in ("utils", "util", "helpers", "helper", "common", "manager", "misc"):
        yield 1, f"{path.stem} says nothing"


RULES: tuple[Rule, ...] = (
    time_and_ids_are_arguments,
    raw_sql_stays_in_persistence,
    bare_connections_read_through_the_work,
    models_are_private_to_their_room,
    http_is_known_in_web_and_routes,
    endpoints_are_plain_functions,
    no_work_after_the_answer,
    nobody_else_commits,
    no_relationships,
    files_and_functions_stay_small,
    no_dumping_grounds,
)
