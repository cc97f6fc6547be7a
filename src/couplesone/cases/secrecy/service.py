"""Keeping and resolving secrets. Each one that anybody is shown leaves a line in the audit trail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from couplesone.cases.access import item_to_change, standing_of
from couplesone.cases.errors import ItemInError
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.models import Case
from couplesone.cases.offering import offered
from couplesone.cases.records import Shown, record_item
from couplesone.cases.secrecy.codes import SecretState
from couplesone.cases.secrecy.models import Secret
from couplesone.cases.secrecy.moves import refusal_of
from couplesone.cases.secrecy.schemas import SecretChange, SecretCreate, SecretResolve
from couplesone.kernel.errors import not_before, not_in_the_future
from couplesone.kernel.permissions import Permission
from couplesone.persistence.paging import Page, PageRequest


class SecretService(ItemService[Secret]):
    """Secrets of a case, for whoever treats the client: the reach of the permission sees to that (S4.17)."""

    kind = Secret

    def enter(self, case: Case, content: SecretCreate) -> Secret:
        """Insert the secret, open."""
        not_in_the_future(content.policy_shown_on, self.work.today, "/policy_shown_on")
        return record_item(self.work, case, Secret, content, state=SecretState.OPEN.value)

    def list(self, case_id: UUID, page: PageRequest) -> Page[Any]:
        """Return the secrets of a case, newest first; each is noted as read."""
        found = super().list(case_id, page)
        for item in found.items:
            self.work.audit("get_secret", item.id)
        return found

    def change(self, item_id: UUID, change: SecretChange, version: int) -> Any:  # type: ignore[override]
        """Change a secret; the problems of ``item_to_change``, or DatesOutOfOrder."""
        not_in_the_future(change.policy_shown_on, self.work.today, "/policy_shown_on")
        secret = item_to_change(self.work, Secret, item_id, version)
        not_before(secret.resolved_on, change.occurred_on, "/occurred_on")
        return super().change(item_id, change, version)

    def resolve(self, secret_id: UUID, content: SecretResolve, version: int) -> Any:
        """Resolve an open secret; SecretResolved if it was resolved before, DatesOutOfOrder."""
        secret = item_to_change(self.work, Secret, secret_id, version)
        if (problem := refusal_of(secret.state)) is not None:
            raise problem
        day = content.resolved_on or self.work.today
        not_in_the_future(day, self.work.today, "/resolved_on")
        not_before(day, secret.occurred_on, "/resolved_on")
        secret.state, secret.resolved_on = content.state.value, day
        secret.resolution_note = content.note
        self.work.flush()
        return self._one(secret)

    def shown(self, items: Sequence[Secret]) -> Sequence[Any]:
        """Bring what can be done with them: one statement."""
        if not items:
            return items
        refusal = standing_of(self.work, items[0].case_id, Permission.SECRET_WRITE).refusal
        return [
            Shown(
                item,
                actions=[
                    offered(
                        "resolve_secret",
                        refusal,
                        ItemInError if item.entered_in_error_at is not None else None,
                        refusal_of(item.state),
                    )
                ],
            )
            for item in items
        ]
