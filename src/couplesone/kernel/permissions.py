"""Who may do what: one table, closed by default.

A route names one permission. A role grants a permission with a reach, and the reach says for whose clients:

- ``PRACTICE``: every client of the practice (or a thing that belongs to no client);
- ``CARE_TEAM``: clients on whose care team the person is today, in whatever part;
- ``TREATING``: clients whom the person treats or covers for today;
- ``OWN``: only what belongs to the person asking; of clients, those whom the person treats, not covers for.

Sources: clinicians see their own caseload, front desk no clinical content, billers codes and money only
(minimum necessary, 45 CFR 164.502(b)); an owner sees clinical content only on the care team, and safety data never:
those are for the therapists and supervisors of the care team, in person and not through an API key.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from functools import cache
from typing import Final

from couplesone.kernel.coded import Coded
from couplesone.kernel.errors import Forbidden


class Role(Coded):
    """What somebody does in the practice; one person may have several roles."""

    OWNER = "owner", "Owner"
    THERAPIST = "therapist", "Therapist"
    SUPERVISOR = "supervisor", "Supervisor"
    FRONT_DESK = "front_desk", "Front desk"
    BILLER = "biller", "Biller"


Role.version = 1


class Purpose(Coded):
    """What a client may do with an access link; one link, one purpose (decisions B9)."""

    CHECK_IN = "check_in", "Send the weekly check-in"
    MEASURE = "measure", "Answer a measure"
    DECISION = "decision", "Write down a decision"
    APPROVE_TEXT = "approve_text", "Approve a text"
    SIGN = "sign", "Sign"
    INVITATION = "invitation", "Answer an invitation; for the partner, who is no client"


Purpose.version = 2


class Reach(IntEnum):
    """For whose clients a permission holds; a larger reach includes the smaller ones.

    ``OWN`` of a client who acts through an access link is that client alone.
    """

    OWN = 1
    TREATING = 2
    CARE_TEAM = 3
    PRACTICE = 4


class Permission(StrEnum):
    """What a route may require; also the scopes that an API key can be given."""

    PRACTICE_READ = "practice.read"
    PRACTICE_MANAGE = "practice.manage"
    STAFF_READ = "staff.read"
    STAFF_MANAGE = "staff.manage"
    SELF_READ = "self.read"
    SELF_MANAGE = "self.manage"
    API_KEY_MANAGE = "api_key.manage"
    AUDIT_READ = "audit.read"
    CLIENT_READ = "client.read"
    CLIENT_WRITE = "client.write"
    CLIENT_MERGE = "client.merge"
    CARE_TEAM_MANAGE = "care_team.manage"
    CONSENT_READ = "consent.read"
    CONSENT_WRITE = "consent.write"
    PARTNER_READ = "partner.read"
    PARTNER_WRITE = "partner.write"
    CASE_READ = "case.read"
    CASE_WRITE = "case.write"
    PLAN_READ = "plan.read"
    PLAN_WRITE = "plan.write"
    CHECK_IN_READ = "check_in.read"
    CHECK_IN_WRITE = "check_in.write"
    SAFETY_READ = "safety.read"
    SAFETY_WRITE = "safety.write"
    SAFETY_RELEASE = "safety.release"
    MEASURE_READ = "measure.read"
    MEASURE_WRITE = "measure.write"
    DECISION_WRITE = "decision.write"
    MESSAGE_READ = "message.read"
    MESSAGE_WRITE = "message.write"
    JOB_READ = "job.read"
    JOB_MANAGE = "job.manage"
    SECRET_READ = "secret.read"  # noqa: S105 - a permission, not a password
    SECRET_WRITE = "secret.write"  # noqa: S105 - as above
    NEUTRALITY_READ = "neutrality.read"
    NEUTRALITY_WRITE = "neutrality.write"
    INVITATION_READ = "invitation.read"
    INVITATION_WRITE = "invitation.write"
    PARTNER_WORDS_READ = "partner_words.read"
    REPORT_READ = "report.read"
    CONFLICT_MANAGE = "conflict.manage"


DESCRIPTIONS: Final[dict[Permission, str]] = {
    Permission.PRACTICE_READ: "Read the practice's name, time zone and settings.",
    Permission.PRACTICE_MANAGE: "Change the practice's name, time zone and settings.",
    Permission.STAFF_READ: "List the staff with their roles.",
    Permission.STAFF_MANAGE: "Add staff, change roles, deactivate, issue password resets.",
    Permission.SELF_READ: "Read who one is and what one may do; every credential may.",
    Permission.SELF_MANAGE: "Change one's own password, end one's own sign-ins.",
    Permission.API_KEY_MANAGE: "Make, rotate and revoke one's own API keys; owners may revoke anybody's.",
    Permission.AUDIT_READ: "Read the audit trail (ids only).",
    Permission.CLIENT_READ: "Read names, contact data and safe-contact wishes of clients.",
    Permission.CLIENT_WRITE: "Add clients and change their names, contact data and safe-contact wishes.",
    Permission.CLIENT_MERGE: "Merge a client who was filed twice.",
    Permission.CARE_TEAM_MANAGE: "Assign, cover and supervise: change who is on a client's care team.",
    Permission.CONSENT_READ: "Read consents.",
    Permission.CONSENT_WRITE: "Record and revoke consents.",
    Permission.PARTNER_READ: "Read partners and relationships.",
    Permission.PARTNER_WRITE: "Add partners and change relationships.",
    Permission.CASE_READ: "Read cases and what is kept in them, timeline, progress, dashboard.",
    Permission.CASE_WRITE: "Open, change and close cases and record what happens in them.",
    Permission.PLAN_READ: "Read treatment plans, goals and ratings.",
    Permission.PLAN_WRITE: "Write treatment plans, goals and ratings.",
    Permission.CHECK_IN_READ: "Read check-ins.",
    Permission.CHECK_IN_WRITE: "Record and correct check-ins.",
    Permission.SAFETY_READ: "Read safety screens, flags, what they block, plans, referrals, and risk answers.",
    Permission.SAFETY_WRITE: "Record screens, plans, referrals; raise flags and ask for release; acknowledge answers.",
    Permission.SAFETY_RELEASE: "Confirm the release of a high safety flag, as the second of two people.",
    Permission.MEASURE_READ: "Read instruments, administrations and results.",
    Permission.MEASURE_WRITE: "Record and correct administrations.",
    Permission.DECISION_WRITE: "File a decision that the client signed on paper; the decision is the client's.",
    Permission.MESSAGE_READ: "Read what goes out, or went out, about clients in one's care.",
    Permission.MESSAGE_WRITE: "Cancel, hand over and settle messages about clients whom one treats.",
    Permission.JOB_READ: "See what is done in the background: kind, state, times and error codes, no content.",
    Permission.JOB_MANAGE: "Have a failed job done again, or give it up.",
    Permission.SECRET_READ: "Read the secrets of clients whom one treats; each reading is audited.",
    Permission.SECRET_WRITE: "Record, change and resolve the secrets of clients whom one treats.",
    Permission.NEUTRALITY_READ: "Read one's own neutrality checks, and the sums of whom one supervises.",
    Permission.NEUTRALITY_WRITE: "Look back at one's own sessions.",
    Permission.INVITATION_READ: "Read invitations and what stands in their way.",
    Permission.INVITATION_WRITE: "Write, agree to, hand over and withdraw invitations; agree on visits.",
    Permission.PARTNER_WORDS_READ: "Read what the partner wrote to the treating clinician; each reading is audited.",
    Permission.CONFLICT_MANAGE: "Read and decide conflicts of interest; for the clinical lead alone.",
    Permission.REPORT_READ: "Read figures of the whole practice that show nobody: no cell of fewer than five.",
}

SESSION_ONLY: Final = frozenset(
    {
        Permission.STAFF_MANAGE,
        Permission.SELF_MANAGE,
        Permission.API_KEY_MANAGE,
        Permission.PRACTICE_MANAGE,
        Permission.CLIENT_MERGE,
        Permission.CARE_TEAM_MANAGE,
        Permission.SAFETY_READ,
        Permission.SAFETY_WRITE,
        Permission.SAFETY_RELEASE,
        Permission.DECISION_WRITE,
        Permission.SECRET_READ,
        Permission.SECRET_WRITE,
        Permission.INVITATION_WRITE,
        Permission.PARTNER_WORDS_READ,
        Permission.CONFLICT_MANAGE,
        Permission.JOB_MANAGE,
        Permission.MESSAGE_WRITE,
    }
)
"""What no API key may ever be given: it needs a person who signed in."""

IMPLIED: Final = frozenset({Permission.SELF_READ})
"""What every API key may, whatever its scopes."""

_EVERYBODY: Final[dict[Permission, Reach]] = {
    Permission.PRACTICE_READ: Reach.PRACTICE,
    Permission.STAFF_READ: Reach.PRACTICE,
    Permission.SELF_READ: Reach.OWN,
    Permission.SELF_MANAGE: Reach.OWN,
    Permission.API_KEY_MANAGE: Reach.OWN,
}
_CLINICAL_READ: Final = (
    Permission.PARTNER_READ,
    Permission.CASE_READ,
    Permission.PLAN_READ,
    Permission.CHECK_IN_READ,
    Permission.MEASURE_READ,
    Permission.INVITATION_READ,
)
_CLINICAL_WRITE: Final = (
    Permission.PARTNER_WRITE,
    Permission.CASE_WRITE,
    Permission.PLAN_WRITE,
    Permission.CHECK_IN_WRITE,
    Permission.MEASURE_WRITE,
    Permission.DECISION_WRITE,
    Permission.INVITATION_WRITE,
)

GRANTS: Final[dict[Role, dict[Permission, Reach]]] = {
    Role.OWNER: {
        **_EVERYBODY,
        Permission.PRACTICE_MANAGE: Reach.PRACTICE,
        Permission.STAFF_MANAGE: Reach.PRACTICE,
        Permission.API_KEY_MANAGE: Reach.PRACTICE,
        Permission.AUDIT_READ: Reach.PRACTICE,
        Permission.CLIENT_READ: Reach.PRACTICE,
        Permission.CLIENT_WRITE: Reach.PRACTICE,
        Permission.CLIENT_MERGE: Reach.PRACTICE,
        Permission.CARE_TEAM_MANAGE: Reach.PRACTICE,
        Permission.CONSENT_READ: Reach.CARE_TEAM,
        **dict.fromkeys(_CLINICAL_READ, Reach.CARE_TEAM),
        Permission.REPORT_READ: Reach.PRACTICE,
        Permission.JOB_READ: Reach.PRACTICE,
        Permission.JOB_MANAGE: Reach.PRACTICE,
    },
    Role.THERAPIST: {
        **_EVERYBODY,
        Permission.CLIENT_READ: Reach.CARE_TEAM,
        Permission.CLIENT_WRITE: Reach.TREATING,
        Permission.CONSENT_READ: Reach.CARE_TEAM,
        Permission.CONSENT_WRITE: Reach.TREATING,
        **dict.fromkeys(_CLINICAL_READ, Reach.CARE_TEAM),
        **dict.fromkeys(_CLINICAL_WRITE, Reach.TREATING),
        Permission.SAFETY_READ: Reach.CARE_TEAM,
        Permission.SAFETY_WRITE: Reach.TREATING,
        Permission.SAFETY_RELEASE: Reach.CARE_TEAM,
        Permission.MESSAGE_READ: Reach.CARE_TEAM,
        Permission.MESSAGE_WRITE: Reach.TREATING,
        Permission.SECRET_READ: Reach.OWN,
        Permission.SECRET_WRITE: Reach.OWN,
        Permission.PARTNER_WORDS_READ: Reach.OWN,
        Permission.NEUTRALITY_READ: Reach.CARE_TEAM,
        Permission.NEUTRALITY_WRITE: Reach.TREATING,
    },
    Role.SUPERVISOR: {
        **_EVERYBODY,
        Permission.CLIENT_READ: Reach.CARE_TEAM,
        Permission.CONSENT_READ: Reach.CARE_TEAM,
        **dict.fromkeys(_CLINICAL_READ, Reach.CARE_TEAM),
        Permission.SAFETY_READ: Reach.CARE_TEAM,
        Permission.SAFETY_RELEASE: Reach.CARE_TEAM,
        Permission.NEUTRALITY_READ: Reach.CARE_TEAM,
        Permission.MESSAGE_READ: Reach.CARE_TEAM,
        Permission.REPORT_READ: Reach.PRACTICE,
    },
    Role.FRONT_DESK: {
        **_EVERYBODY,
        Permission.CLIENT_READ: Reach.PRACTICE,
        Permission.CLIENT_WRITE: Reach.PRACTICE,
        Permission.CARE_TEAM_MANAGE: Reach.PRACTICE,
    },
    Role.BILLER: {**_EVERYBODY},
}

LEAD_GRANTS: Final[dict[Permission, Reach]] = {Permission.CONFLICT_MANAGE: Reach.PRACTICE}
"""What the clinical lead may beside what their roles grant; a flag on somebody, and no role (decisions B11)."""

CLIENT_GRANTS: Final[dict[Purpose, dict[Permission, Reach]]] = {
    Purpose.CHECK_IN: {Permission.CHECK_IN_WRITE: Reach.OWN},
    Purpose.MEASURE: {Permission.MEASURE_WRITE: Reach.OWN},
    Purpose.DECISION: {Permission.DECISION_WRITE: Reach.OWN},
    Purpose.APPROVE_TEXT: {Permission.INVITATION_WRITE: Reach.OWN},
    Purpose.SIGN: {},
    Purpose.INVITATION: {},
}
"""What a client may do through an access link: exactly its purpose, for themself; empty where no page does it yet."""

WORKER_GRANTS: Final[dict[Permission, Reach]] = {
    Permission.MESSAGE_READ: Reach.PRACTICE,
    Permission.MESSAGE_WRITE: Reach.PRACTICE,
}
"""What background work may do, whatever the job: send what people queued. It has no caseload and signs for nobody."""


class PermissionDenied(Forbidden):
    """The role, or the API key's scopes, do not include this."""

    code = "permission_denied"
    title = "You may not do this"
    detail = "Your role, or the scopes of the API key, do not allow this; /v1/me lists what they allow."


@cache
def reaches(
    roles: frozenset[Role], scopes: frozenset[Permission] | None, *, clinical_lead: bool = False
) -> Mapping[Permission, Reach]:
    """Return the widest reach of each permission that any role grants, within ``scopes`` if there are any.

    What the clinical lead may takes a person who signed in.
    """
    widest: dict[Permission, Reach] = dict(LEAD_GRANTS) if clinical_lead and scopes is None else {}
    for role in roles:
        for permission, reach in GRANTS[role].items():
            if scopes is None or permission in IMPLIED or permission in scopes - SESSION_ONLY:
                widest[permission] = max(reach, widest.get(permission, reach))
    return widest
