"""Two owners who take the other's role away at the same time."""

from __future__ import annotations

import contextlib
import threading

import pytest

from couplesone.identity.errors import LastOwner
from couplesone.identity.service import StaffService
from couplesone.kernel.permissions import Role
from couplesone.persistence.paging import PageRequest
from couplesone.practices.service import create_practice


@pytest.mark.parametrize("way", ["demote", "deactivate"])
def test_two_owners_cannot_remove_each_other(committed, way, monkeypatch) -> None:
    practice_id = create_practice(committed, name="Linden", time_zone="Europe/Vienna")
    with committed.open(practice_id) as work:
        owners = [
            StaffService(work).add(email=f"{name}@linden.example", display_name=name, roles=[Role.OWNER]).id
            for name in ("ana", "bo")
        ]
    both_have_counted = threading.Barrier(2)
    original = StaffService.only_owner

    def slowly(self, *, exclusively=False):
        found = original(self, exclusively=exclusively)
        with contextlib.suppress(threading.BrokenBarrierError):
            both_have_counted.wait(0.3)
        return found

    monkeypatch.setattr(StaffService, "only_owner", slowly)
    outcomes = []

    def remove(staff_id) -> None:
        try:
            with committed.open(practice_id) as work:
                if way == "demote":
                    StaffService(work).change(staff_id, {"roles": [Role.BILLER]}, 1)
                else:
                    StaffService(work).deactivate(staff_id, 1)
            outcomes.append(None)
        except LastOwner as problem:
            outcomes.append(problem.code)

    threads = [threading.Thread(target=remove, args=(staff_id,)) for staff_id in owners]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes, key=str) == [None, "last_owner"]
    with committed.open(practice_id) as work:
        left = [
            s for s in StaffService(work).list(PageRequest()).items if s.is_owner and not s.deactivated_at
        ]
    assert len(left) == 1
