"""``create_app``: the application, from settings. Nothing happens at import time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

import anyio.to_thread
from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Lifespan

from couplesone import __version__
from couplesone.kernel.settings import Settings
from couplesone.persistence.work import Works
from couplesone.web import openapi, reference
from couplesone.web.operations import Runner
from couplesone.web.problems import for_status, problem_response
from couplesone.web.rate_limit import RateLimiter
from couplesone.web.routing import operations_of
from couplesone.web.shell import Shell
from couplesone.wiring import ROUTERS, make_authenticator, make_works

MAX_BODY = 256 * 1024


def create_app(settings: Settings, *, works: Works | None = None) -> Shell:
    """Return the ASGI application."""
    works = works or make_works(settings)
    app = build_api(settings, works)
    wrapped: ASGIApp = app
    if settings.cors_origins:
        wrapped = CORSMiddleware(
            app,
            allow_origins=list(settings.cors_origins),
            allow_methods=["GET", "POST", "PATCH", "PUT", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "If-Match", "If-None-Match", "Idempotency-Key"],
            expose_headers=[
                "ETag",
                "Location",
                "Link",
                "Idempotency-Replayed",
                "RateLimit",
                "Retry-After",
                "X-Request-ID",
            ],
        )
    limiter = RateLimiter(settings.rate_limit_per_minute)
    return Shell(
        wrapped,
        clock=works.clock,
        ids=works.ids,
        limiter=limiter,
        allowed_hosts=settings.allowed_hosts,
        api=app,
    )


def build_api(settings: Settings, works: Works) -> FastAPI:
    """Return the API without its shell."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = settings.threads
        yield
        works.database.close()

    app = _bare_api(lifespan)
    operations = operations_of(ROUTERS)
    routers = (
        [*ROUTERS, reference.router_for(lambda: openapi.document(app, operations))]
        if settings.serves_docs
        else ROUTERS
    )
    for router in routers:
        app.include_router(router)
    app.state.runner = Runner(works, make_authenticator(settings), operations)
    app.add_exception_handler(HTTPException, cast(Any, _framework_problem))
    return app


def document() -> dict[str, Any]:
    """Return the API document; needs no database, no key file and no settings."""
    app = _bare_api(None)
    for router in ROUTERS:
        app.include_router(router)
    return openapi.document(app, operations_of(ROUTERS))


def _bare_api(lifespan: Lifespan[FastAPI] | None) -> FastAPI:
    return FastAPI(
        title="couplesone",
        version=__version__,
        summary="Practice management for therapists who do couples therapy for one.",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
        max_body_size=MAX_BODY,
    )


async def _framework_problem(request: Request, error: HTTPException) -> Response:
    problem = for_status(error.status_code)
    state = request.scope["state"]
    state["problem"] = problem
    return problem_response(problem, request_id=state["request_id"])
