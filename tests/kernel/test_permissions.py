"""Who may do what: the table, and how roles and scopes narrow it."""

from __future__ import annotations

from itertools import combinations
from uuid import UUID

import pytest

from couplesone.kernel.permissions import (
    DESCRIPTIONS,
    GRANTS,
    IMPLIED,
    LEAD_GRANTS,
    SESSION_ONLY,
    Permission,
    PermissionDenied,
    Reach,
    Role,
    reaches,
)
from couplesone.kernel.principal import ActorKind, Principal

P, R = Permission, Reach
EVERYBODY = {
    P.PRACTICE_READ: R.PRACTICE,
    P.STAFF_READ: R.PRACTICE,
    P.SELF_READ: R.OWN,
    P.SELF_MANAGE: R.OWN,
    P.API_KEY_MANAGE: R.OWN,
}
READING = dict.fromkeys(
    (
        P.PARTNER_READ,
        P.CASE_READ,
        P.PLAN_READ,
        P.CHECK_IN_READ,
        P.MEASURE_READ,
        P.CONSENT_READ,
        P.INVITATION_READ,
    ),
    R.CARE_TEAM,
)
WRITING = dict.fromkeys(
    (
        P.PARTNER_WRITE,
        P.CASE_WRITE,
        P.PLAN_WRITE,
        P.CHECK_IN_WRITE,
        P.MEASURE_WRITE,
        P.CONSENT_WRITE,
        P.CLIENT_WRITE,
        P.DECISION_WRITE,
        P.INVITATION_WRITE,
    ),
    R.TREATING,
)
MANAGING = dict.fromkeys(
    (
        P.PRACTICE_MANAGE,
        P.STAFF_MANAGE,
        P.API_KEY_MANAGE,
        P.AUDIT_READ,
        P.CLIENT_READ,
        P.CLIENT_WRITE,
        P.CLIENT_MERGE,
        P.CARE_TEAM_MANAGE,
    ),
    R.PRACTICE,
)
SAFETY = dict.fromkeys((P.SAFETY_READ, P.SAFETY_RELEASE), R.CARE_TEAM)
JOBS = dict.fromkeys((P.JOB_READ, P.JOB_MANAGE), R.PRACTICE)
TABLE = {
    Role.OWNER: {**EVERYBODY, **MANAGING, **READING, P.REPORT_READ: R.PRACTICE, **JOBS},
    Role.THERAPIST: {
        **EVERYBODY,
        **READING,
        **WRITING,
        P.CLIENT_READ: R.CARE_TEAM,
        **SAFETY,
        P.SAFETY_WRITE: R.TREATING,
        P.SECRET_READ: R.OWN,
        P.SECRET_WRITE: R.OWN,
        P.NEUTRALITY_READ: R.CARE_TEAM,
        P.NEUTRALITY_WRITE: R.TREATING,
        P.PARTNER_WORDS_READ: R.OWN,
        P.MESSAGE_READ: R.CARE_TEAM,
        P.MESSAGE_WRITE: R.TREATING,
    },
    Role.SUPERVISOR: {
        **EVERYBODY,
        **READING,
        P.CLIENT_READ: R.CARE_TEAM,
        **SAFETY,
        P.NEUTRALITY_READ: R.CARE_TEAM,
        P.MESSAGE_READ: R.CARE_TEAM,
        P.REPORT_READ: R.PRACTICE,
    },
    Role.FRONT_DESK: {
        **EVERYBODY,
        **dict.fromkeys((P.CLIENT_READ, P.CLIENT_WRITE, P.CARE_TEAM_MANAGE), R.PRACTICE),
    },
    Role.BILLER: EVERYBODY,
}
"""Written out a second time on purpose: whoever widens a grant has to say so twice."""


@pytest.mark.parametrize("role", Role)
def test_the_table_is_what_was_agreed(role: Role) -> None:
    assert GRANTS[role] == TABLE[role]
    assert dict(reaches(frozenset({role}), None)) == TABLE[role]


@pytest.mark.parametrize("roles", [frozenset(pair) for pair in combinations(Role, 2)])
def test_two_roles_reach_as_far_as_the_farther_one(roles: frozenset[Role]) -> None:
    found = reaches(roles, None)
    assert found.keys() == set().union(*(GRANTS[role] for role in roles))
    for permission, reach in found.items():
        assert reach == max(GRANTS[role].get(permission, R.OWN) for role in roles)


def test_what_no_key_may_be_given_and_what_every_key_may_is_what_was_agreed() -> None:
    assert {
        P.STAFF_MANAGE,
        P.SELF_MANAGE,
        P.API_KEY_MANAGE,
        P.JOB_MANAGE,
        P.MESSAGE_WRITE,
        P.PRACTICE_MANAGE,
        P.CLIENT_MERGE,
        P.CARE_TEAM_MANAGE,
        *SAFETY,
        P.SAFETY_WRITE,
        P.DECISION_WRITE,
        P.SECRET_READ,
        P.SECRET_WRITE,
        P.INVITATION_WRITE,
        P.PARTNER_WORDS_READ,
        P.CONFLICT_MANAGE,
    } == SESSION_ONLY
    assert {P.SELF_READ} == IMPLIED


def test_every_permission_is_described() -> None:
    assert DESCRIPTIONS.keys() == set(Permission)


def test_the_clinical_lead_may_one_thing_more_and_in_person_only() -> None:
    """A flag on somebody, and no role: no role grants it, and no key carries it."""
    assert {P.CONFLICT_MANAGE: R.PRACTICE} == LEAD_GRANTS
    assert not any(P.CONFLICT_MANAGE in GRANTS[role] for role in Role)
    assert dict(reaches(frozenset(), None, clinical_lead=True)) == LEAD_GRANTS
    assert not reaches(frozenset(), frozenset(Permission), clinical_lead=True)


def test_no_role_no_permission() -> None:
    assert not reaches(frozenset(), None)


@pytest.mark.parametrize("role", Role)
def test_scopes_only_ever_narrow(role: Role) -> None:
    everything = reaches(frozenset({role}), frozenset(Permission))
    without = reaches(frozenset({role}), None)
    assert everything.items() <= without.items()
    assert not everything.keys() & SESSION_ONLY
    assert everything.keys() == without.keys() - SESSION_ONLY


@pytest.mark.parametrize("permission", sorted(set(Permission) - SESSION_ONLY))
def test_a_key_may_what_its_scopes_name_and_nothing_else(permission: Permission) -> None:
    found = reaches(frozenset(Role), frozenset({permission}))
    assert found.keys() == {permission} | IMPLIED


@pytest.mark.parametrize("permission", sorted(SESSION_ONLY))
def test_what_needs_a_person_is_given_to_no_key(permission: Permission) -> None:
    assert reaches(frozenset(Role), frozenset({permission})).keys() == IMPLIED


def test_a_scope_grants_nothing_that_the_role_lacks() -> None:
    assert reaches(frozenset({Role.BILLER}), frozenset({P.CASE_READ})).keys() == IMPLIED


def test_reaches_are_ordered() -> None:
    assert sorted(Reach) == [R.OWN, R.TREATING, R.CARE_TEAM, R.PRACTICE]


def test_the_smallest_reach_is_not_taken_for_none() -> None:
    assert all(Reach)


def test_the_roles_count_their_versions_from_one() -> None:
    assert Role.version >= 1


def principal(*roles: Role, scopes: frozenset[Permission] | None = None) -> Principal:
    return Principal(ActorKind.STAFF, UUID(int=1), UUID(int=2), UUID(int=3), frozenset(roles), scopes)


def test_a_principal_holds_what_the_roles_grant() -> None:
    therapist = principal(Role.THERAPIST)
    assert therapist.may(P.CASE_WRITE)
    assert therapist.require(P.CASE_WRITE) is R.TREATING
    assert not therapist.may(P.CLIENT_MERGE)
    with pytest.raises(PermissionDenied):
        therapist.require(P.CLIENT_MERGE)


def test_a_principal_is_kept_within_the_scopes() -> None:
    key = principal(Role.THERAPIST, scopes=frozenset({P.CASE_READ}))
    assert key.may(P.CASE_READ)
    assert not key.may(P.CASE_WRITE)
