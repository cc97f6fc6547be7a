"""``create_app``: the application, from settings. Nothing happens at import time."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Lifespan

from couplesone import __version__
from couplesone.jobs.worker import WorkerThread
from couplesone.kernel.settings import Settings
from couplesone.persistence.work import Works
from couplesone.web import openapi, reference
from couplesone.web.dispatch import Dispatcher
from couplesone.web.operations import Runner
from couplesone.web.rate_limit import RateLimiter
from couplesone.web.routing import operations_of
from couplesone.web.shell import Shell
from couplesone.wiring import PAGES, ROUTERS, make_authenticator, make_worker, make_works

ENDING_SECONDS = 8
"""How long an ending server process waits for the job under way."""
_EXPOSED = ("ETag", "Location", "Link", "Idempotency-Replayed", "RateLimit", "Retry-After", "X-Request-ID")


def create_app(settings: Settings, *, works: Works | None = None) -> Shell:
    """Return the ASGI application."""
    works = works or make_works(settings)
    threads = ThreadPoolExecutor(settings.threads, thread_name_prefix="request")

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        background = WorkerThread(make_worker(works)) if settings.does_jobs else None
        if background is not None:
            background.start()
        yield
        if background is not None:
            background.end(ENDING_SECONDS)
        threads.shutdown()
        works.database.close()

    operations = operations_of([*ROUTERS, *PAGES])
    app = build_api(lifespan)
    if settings.serves_docs:
        documentation = reference.router_for(lambda: openapi.document(app, operations_of(ROUTERS)))
        app.include_router(documentation)
        operations |= operations_of([documentation])
    runner = Runner(works, make_authenticator(settings), operations)
    limiter = RateLimiter(settings.rate_limit_per_minute, works.clock)
    return Shell(
        Dispatcher(app, runner, threads),
        clock=works.clock,
        ids=works.ids,
        limiter=limiter,
        allowed_hosts=settings.allowed_hosts,
        api=app,
        runner=runner,
        across_origins=_across_origins(settings),
    )


def _across_origins(settings: Settings) -> Callable[[ASGIApp], ASGIApp]:
    """Return what lets browsers of the allowed origins read an answer; without any, nothing does."""
    if not settings.cors_origins:
        return lambda answering: answering
    return partial(
        CORSMiddleware,
        allow_origins=list(settings.cors_origins),
        allow_methods=["GET", "POST", "PATCH", "PUT"],
        allow_headers=["Authorization", "Content-Type", "If-Match", "If-None-Match", "Idempotency-Key"],
        expose_headers=_EXPOSED,
    )


def build_api(lifespan: Lifespan[FastAPI] | None = None) -> FastAPI:
    """Return the framework's application with every operation described."""
    app = FastAPI(
        title="couplesone",
        version=__version__,
        summary="Practice management for therapists who do couples therapy for one.",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
    )
    for router in ROUTERS:
        app.include_router(router)
    return app


def document() -> dict[str, Any]:
    """Return the API document; needs no database, no key file and no settings."""
    return openapi.document(build_api(), operations_of(ROUTERS))
