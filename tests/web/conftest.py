"""Somebody who may do everything, and one record of everything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from anyio.from_thread import BlockingPortal

from couplesone.app import create_app
from couplesone.kernel.settings import Settings
from couplesone.web.operations import Operation
from support.canaries import fill
from support.http import Caller, InProcess
from support.world import ROLES, World


@dataclass
class Filled:
    """A caller with every permission, and ids of one record of every kind."""

    call: Caller
    ids: dict[str, str]
    world: World

    def path(self, operation: Operation) -> str:
        """Return the path of an operation on those records."""
        ids = {"kind": "no_next_step", "external_id": "hostile:1", "tool_code": "time_out", **self.ids}
        return operation.path.format(**ids)


@pytest.fixture
def filled(world: World) -> Filled:
    """One record of everything, and who treats the client in every role at once."""
    home = world.home
    person = home.hire("everyone", *ROLES, clinical_lead=True)
    home.people |= {"therapist": person, "owner": person}
    return Filled(person.call, fill(home, "zebrafinch"), world)


@pytest.fixture
def served(settings: Settings, world: World, portal: BlockingPortal) -> Callable[..., InProcess]:
    """Make the application anew with other settings; returns how to reach it."""

    def make(**changes: Any) -> InProcess:
        return InProcess(create_app(settings.model_copy(update=changes), works=world.works), portal)

    return make
