"""The routes of conjoint work, together."""

from __future__ import annotations

from couplesone.conjoint.agreements.routes import router as conjoint_agreements
from couplesone.conjoint.cases.routes import router as conjoint_cases
from couplesone.conjoint.goals.routes import router as carried_goals
from couplesone.conjoint.referrals.routes import router as conjoint_referrals
from couplesone.conjoint.releases.routes import router as conjoint_releases
from couplesone.conjoint.sessions.routes import router as joint_sessions
from couplesone.conjoint.team.routes import router as conjoint_team
from couplesone.web.routing import Router

ROUTERS: tuple[Router, ...] = (
    conjoint_referrals,
    conjoint_cases,
    conjoint_team,
    conjoint_agreements,
    joint_sessions,
    conjoint_releases,
    carried_goals,
)
