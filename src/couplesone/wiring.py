"""The readable list of what the house is made of: routers, vocabularies, subscribers, and who records and publishes."""

from __future__ import annotations

from datetime import timedelta

from couplesone.access_links import codes as access_link_codes
from couplesone.access_links.rules import PAGE_RULES, PageRules
from couplesone.audit.routes import router as audit_events
from couplesone.audit.service import AuditTrail
from couplesone.cases import codes as case_codes
from couplesone.cases.decisions import codes as decision_codes
from couplesone.cases.decisions.routes import router as decision_points
from couplesone.cases.do_not_contacts.routes import router as do_not_contacts
from couplesone.cases.do_not_contacts.schemas import KnownBy
from couplesone.cases.events import CaseClosed, RiskAnswered
from couplesone.cases.follow_ups import codes as follow_up_codes
from couplesone.cases.follow_ups.planning import plan_follow_ups
from couplesone.cases.follow_ups.routes import router as follow_ups
from couplesone.cases.formulation import codes as formulation_codes
from couplesone.cases.formulation.boundaries.routes import router as boundaries
from couplesone.cases.formulation.cycle_maps.routes import router as cycle_maps
from couplesone.cases.formulation.events import UltimatumEnforced
from couplesone.cases.formulation.history.routes import strategies as prior_strategies
from couplesone.cases.formulation.history.routes import therapies as prior_therapies
from couplesone.cases.formulation.intake.routes import router as intake_profiles
from couplesone.cases.formulation.motives.routes import router as motive_checks
from couplesone.cases.formulation.own_parts.routes import router as own_parts
from couplesone.cases.formulation.stop_asking.routes import pacts as stop_asking_pacts
from couplesone.cases.formulation.stop_asking.routes import strategy_changes
from couplesone.cases.formulation.strengths.routes import router as strengths
from couplesone.cases.formulation.summary.routes import router as formulation
from couplesone.cases.formulation.ultimatums.routes import router as ultimatums
from couplesone.cases.hopes.routes import router as hopes
from couplesone.cases.lint import codes as lint_codes
from couplesone.cases.lint.routes import router as lint
from couplesone.cases.litigation import codes as litigation_codes
from couplesone.cases.litigation.routes import router as legal_proceedings
from couplesone.cases.merging import move_cases
from couplesone.cases.neutrality.routes import router as neutrality_checks
from couplesone.cases.outreach.routes import router as outreach
from couplesone.cases.partner_statements import codes as partner_statement_codes
from couplesone.cases.partner_statements.events import HarmfulConductReported
from couplesone.cases.partner_statements.routes import router as partner_statements
from couplesone.cases.pressure.routes import router as pressure_events
from couplesone.cases.queries import case_is_open
from couplesone.cases.reactions.routes import router as reactions
from couplesone.cases.refusals.routes import router as refusals
from couplesone.cases.registry.routes import router as cases
from couplesone.cases.risk_answers import codes as risk_answer_codes
from couplesone.cases.risk_answers.routes import router as risk_answers
from couplesone.cases.secrecy import codes as secret_codes
from couplesone.cases.secrecy.routes import router as secrets
from couplesone.cases.sessions.routes import router as sessions
from couplesone.cases.stances.routes import router as partner_stances
from couplesone.cases.themes import codes as theme_codes
from couplesone.cases.themes.routes import router as theme_tags
from couplesone.cases.told_partner import codes as told_partner_codes
from couplesone.cases.told_partner.guard import TELLING_GUARD
from couplesone.cases.told_partner.routes import router as told_partner
from couplesone.cases.told_partner.routes import transparency_plans
from couplesone.clients import codes as client_codes
from couplesone.clients.events import (
    ClientMerged,
    RelationshipRecorded,
)
from couplesone.clients.routes import ROUTERS as CLIENTS
from couplesone.conjoint import codes as conjoint_codes
from couplesone.conjoint.routes import ROUTERS as CONJOINT
from couplesone.course import codes as course_codes
from couplesone.course.alerts import codes as alert_codes
from couplesone.course.alerts.routes import router as alerts
from couplesone.course.measure_results.routes import router as measure_results
from couplesone.course.reports.routes import router as reports
from couplesone.course.ripple.routes import router as ripple
from couplesone.course.routes import router as course
from couplesone.course.stages import RuleState, StageName
from couplesone.course.trends.routes import router as trends
from couplesone.course.worklists import WorklistKind
from couplesone.identity import codes as identity_codes
from couplesone.identity.api_keys.routes import router as api_keys
from couplesone.identity.authentication import TokenAuthenticator
from couplesone.identity.me.routes import router as me
from couplesone.identity.password_resets.routes import router as password_resets
from couplesone.identity.passwords import PasswordHasher
from couplesone.identity.sign_in_rules import SIGN_IN_RULES, SignInRules
from couplesone.identity.sign_ins.routes import router as sign_ins
from couplesone.identity.staff.routes import router as staff
from couplesone.invitations import codes as invitation_codes
from couplesone.invitations.revoking import ENDED_BY, after_a_closing, after_a_merge
from couplesone.invitations.routes import router as invitations
from couplesone.invitations.sending import KIND as INVITATION
from couplesone.invitations.sending import InvitationGuard, after_a_message
from couplesone.invitations.visits import codes as visit_codes
from couplesone.invitations.visits.routes import router as visits
from couplesone.jobs import codes as job_codes
from couplesone.jobs.handlers import JOB_RULES, Chore, Handler, JobRules, OutsideHandler
from couplesone.jobs.routes import router as jobs
from couplesone.jobs.service import Outbox, Subscriber
from couplesone.jobs.worker import Worker
from couplesone.kernel.clock import Clock, SystemClock
from couplesone.kernel.coded import Coded
from couplesone.kernel.events import Event
from couplesone.kernel.ids import Ids
from couplesone.kernel.permissions import Role
from couplesone.kernel.settings import Settings
from couplesone.measures import codes as measure_codes
from couplesone.measures.administrations.routes import router as administrations
from couplesone.measures.instruments.routes import router as instruments
from couplesone.measures.practice_instruments.routes import router as practice_instruments
from couplesone.messages import codes as message_codes
from couplesone.messages.codes import Category
from couplesone.messages.events import MessageSettled
from couplesone.messages.gateway import SEND
from couplesone.messages.guards import MESSAGE_RULES, MessageKind, MessageRules
from couplesone.messages.merging import move_messages
from couplesone.messages.routes import router as messages
from couplesone.messages.sending import MessageSender, settle_stale
from couplesone.messages.transports.choosing import sender_of, transport_of
from couplesone.pages.ending import end_links
from couplesone.pages.links.routes import router as access_links
from couplesone.pages.papers.routes import router as papers
from couplesone.pages.public_api.routes import router as partner_api
from couplesone.pages.routes import router as pages
from couplesone.persistence.database import Database
from couplesone.persistence.keyring import KeyFile
from couplesone.persistence.work import Works
from couplesone.plans import codes as plan_codes
from couplesone.plans.assignments.codes import AssignmentStatus
from couplesone.plans.assignments.routes import practices as tool_practices
from couplesone.plans.assignments.routes import router as tool_assignments
from couplesone.plans.attitudes.routes import router as attitude_ratings
from couplesone.plans.check_ins.routes import router as check_ins
from couplesone.plans.control_circles.routes import router as control_circles
from couplesone.plans.experiments import codes as experiment_codes
from couplesone.plans.experiments.routes import router as experiments
from couplesone.plans.goals.routes import router as goals
from couplesone.plans.goals.steps.routes import router as steps
from couplesone.plans.ratings.routes import router as ratings
from couplesone.plans.responses import codes as response_codes
from couplesone.plans.responses.routes import router as system_responses
from couplesone.plans.tools import codes as tool_codes
from couplesone.plans.tools.routes import router as tools
from couplesone.plans.treatment.routes import router as plans
from couplesone.practices import codes as practice_codes
from couplesone.practices.routes import router as practice
from couplesone.safety import codes as safety_codes
from couplesone.safety.due.causes import (
    after_a_risk_answer,
    after_a_separation,
    after_an_enforced_ultimatum,
    after_harmful_conduct,
)
from couplesone.safety.flags.routes import router as safety_flags
from couplesone.safety.referrals.routes import router as safety_referrals
from couplesone.safety.safety_plan.routes import router as safety_plan
from couplesone.safety.screens.routes import router as safety_screens
from couplesone.safety.standing.routes import router as safety_standing
from couplesone.safety.telling import SafetyTellingGuard
from couplesone.web import health, vocabularies
from couplesone.web.routing import Router

VOCABULARIES: tuple[type[Coded], ...] = (
    Role,
    *identity_codes.VOCABULARIES,
    *access_link_codes.VOCABULARIES,
    *practice_codes.VOCABULARIES,
    *client_codes.VOCABULARIES,
    *case_codes.VOCABULARIES,
    *lint_codes.VOCABULARIES,
    *partner_statement_codes.VOCABULARIES,
    *measure_codes.VOCABULARIES,
    *formulation_codes.VOCABULARIES,
    *decision_codes.VOCABULARIES,
    *risk_answer_codes.VOCABULARIES,
    *litigation_codes.VOCABULARIES,
    *invitation_codes.VOCABULARIES,
    *visit_codes.VOCABULARIES,
    *conjoint_codes.VOCABULARIES,
    *told_partner_codes.VOCABULARIES,
    *secret_codes.VOCABULARIES,
    *theme_codes.VOCABULARIES,
    *follow_up_codes.VOCABULARIES,
    *plan_codes.VOCABULARIES,
    *safety_codes.VOCABULARIES,
    *tool_codes.VOCABULARIES,
    AssignmentStatus,
    *experiment_codes.VOCABULARIES,
    *response_codes.VOCABULARIES,
    *course_codes.VOCABULARIES,
    StageName,
    RuleState,
    WorklistKind,
    *alert_codes.VOCABULARIES,
    KnownBy,
    *job_codes.VOCABULARIES,
    *message_codes.VOCABULARIES,
)

ROUTERS: list[Router] = [
    health.router,
    vocabularies.router_for(VOCABULARIES),
    *CLIENTS,
    sign_ins,
    me,
    staff,
    password_resets,
    api_keys,
    practice,
    audit_events,
    cases,
    sessions,
    refusals,
    partner_stances,
    reactions,
    pressure_events,
    hopes,
    lint,
    partner_statements,
    instruments,
    practice_instruments,
    administrations,
    measure_results,
    risk_answers,
    legal_proceedings,
    outreach,
    invitations,
    visits,
    *CONJOINT,
    partner_api,
    formulation,
    intake_profiles,
    prior_therapies,
    prior_strategies,
    motive_checks,
    cycle_maps,
    own_parts,
    strengths,
    boundaries,
    ultimatums,
    stop_asking_pacts,
    strategy_changes,
    decision_points,
    told_partner,
    transparency_plans,
    secrets,
    theme_tags,
    neutrality_checks,
    follow_ups,
    plans,
    goals,
    steps,
    ratings,
    check_ins,
    safety_screens,
    safety_flags,
    safety_standing,
    safety_plan,
    safety_referrals,
    tools,
    tool_assignments,
    tool_practices,
    attitude_ratings,
    control_circles,
    experiments,
    system_responses,
    course,
    access_links,
    papers,
    reports,
    ripple,
    trends,
    alerts,
    jobs,
    messages,
    do_not_contacts,
]

PAGES: list[Router] = [pages]
"""What browsers of clients are served: no part of the API document."""

SUBSCRIBERS: dict[type[Event], tuple[Subscriber, ...]] = {
    ClientMerged: (move_cases, move_messages, after_a_merge),
    CaseClosed: (plan_follow_ups, end_links, after_a_closing),
    **ENDED_BY,
    MessageSettled: (after_a_message,),
    RelationshipRecorded: (after_a_separation,),
    UltimatumEnforced: (after_an_enforced_ultimatum,),
    HarmfulConductReported: (after_harmful_conduct,),
    RiskAnswered: (after_a_risk_answer,),
}

JOB_HANDLERS: dict[str, Handler | OutsideHandler] = {
    SEND: MessageSender(),
}
"""What is done in the background, by kind."""

CHORES: tuple[Chore, ...] = (settle_stale,)
"""What the worker looks after once a minute in each practice."""

MESSAGE_KINDS: dict[str, MessageKind] = {
    INVITATION: MessageKind(Category.FIRST_CONTACT, InvitationGuard()),
}
"""What is sent to anybody, by kind: the category, and who is asked before each message leaves."""


def make_works(
    settings: Settings,
    *,
    clock: Clock | None = None,
    database: Database | None = None,
    hasher: PasswordHasher | None = None,
) -> Works:
    """Return the Works of an installation; reads the key file, connects to nothing yet."""
    return Works(
        database=database or Database(settings),
        clock=clock or SystemClock(),
        ids=Ids(),
        key_file=KeyFile.read(settings.key_file),
        recorder=AuditTrail(),
        publisher=Outbox(SUBSCRIBERS),
        extras={
            SIGN_IN_RULES: SignInRules.of(settings, hasher),
            PAGE_RULES: PageRules.of(settings),
            TELLING_GUARD: SafetyTellingGuard(),
            JOB_RULES: JobRules(
                JOB_HANDLERS, CHORES, timedelta(seconds=settings.job_lease_seconds), clock=clock
            ),
            MESSAGE_RULES: MessageRules(
                MESSAGE_KINDS, case_is_open, transport_of(settings), sender_of(settings)
            ),
        },
    )


def make_worker(works: Works) -> Worker:
    """Return what does the background work of an installation."""
    return Worker(works)


def make_authenticator(settings: Settings) -> TokenAuthenticator:
    """Return what proves who is asking."""
    return TokenAuthenticator(settings)
