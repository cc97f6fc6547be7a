"""What can go wrong with care teams."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class CareRoleUnfit(Conflict):
    """The member of staff has no role in the practice that fits the part."""

    code = "care_role_unfit"
    title = "This part does not fit their role"
    detail = "Only a therapist treats or covers; a supervisor or a therapist supervises."


class AlreadyOnCareTeam(Conflict):
    """The member of staff has that part in that time already."""

    code = "already_on_care_team"
    title = "Already on the care team"
    detail = "This member of staff has the same part in the client's care in that time already."


class AuthorizationMissing(Conflict):
    """Whoever treats the couple would come to know of the client's work alone, without the client's signature."""

    code = "authorization_missing"
    title = "The client has not authorized this"
    detail = (
        "This member of staff treats the client as one of a couple. They come to know of the work alone only with the "
        "client's written authorization: record the consent solo_record first."
    )


class CareTeamEnded(Conflict):
    """The part in the care has ended already."""

    code = "care_team_ended"
    title = "This has ended already"
    detail = "The part in the client's care ended before; enter a new one if it goes on."
