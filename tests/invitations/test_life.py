"""The life of an invitation against a model: whatever happens in whatever order, both say the same."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from couplesone.access_links.errors import LinkNotValid
from couplesone.access_links.service import AccessLink
from couplesone.cases.do_not_contacts.schemas import DoNotContactCreate
from couplesone.cases.do_not_contacts.service import DoNotContactService
from couplesone.cases.formulation.stop_asking.models import StopAskingPact
from couplesone.cases.formulation.ultimatums.models import Ultimatum
from couplesone.cases.litigation.models import LegalProceeding
from couplesone.cases.models import Case, PartnerStance, PressureEvent
from couplesone.cases.secrecy.models import Secret
from couplesone.clients.models import Consent
from couplesone.invitations import moves, partner_side
from couplesone.invitations.agreed import AgreedVisits
from couplesone.invitations.codes import Hold, InvitationPurpose, PartnerAnswer, Step, VisitClosing
from couplesone.invitations.facts import situation
from couplesone.invitations.gating import standing_for
from couplesone.invitations.models import Invitation
from couplesone.invitations.revoking import revoke
from couplesone.invitations.schemas import InvitationChange, InvitationCreate, OverrideCreate, SignedApproval
from couplesone.invitations.service import InvitationService
from couplesone.invitations.visits.schemas import CollateralConsentCreate, CollateralVisitCreate
from couplesone.invitations.visits.service import VisitService
from couplesone.invitations.writing import InvitationWriting
from couplesone.kernel.errors import Problem
from couplesone.kernel.permissions import Permission, Role
from couplesone.kernel.principal import ActorKind, Principal
from couplesone.persistence.work import Work
from couplesone.plans.responses.models import SystemResponse
from couplesone.practices.codes import TextKey
from couplesone.practices.texts import set_text
from couplesone.safety.codes import FlagKind
from couplesone.safety.flags.models import SafetyFlag
from couplesone.safety.flags.raising import raise_flag
from couplesone.safety.screens.models import SafetyScreen
from support.papers import open_chart
from support.world import START, World

from .life import DRAFT_HOLDS, UNDER_WAY, Model

RUNS, STEPS = int(os.environ.get("COUPLESONE_TEST_LIVES", "500")), 50
SHA = "1" * 64
SAFE = DRAFT_HOLDS - {"already_invited"}
OVERRIDABLE = ("pressure_high", "partner_decided_to_leave")


class Life(RuleBasedStateMachine):
    """One case, its invitations, and everything that happens around them."""

    world: World

    @initialize()
    def begin(self) -> None:
        """Open a case in a practice that has its text on visits."""
        self.world.clock.move(START - self.world.clock.now())  # so that a life can be lived again
        self.chart = open_chart(self.world)
        self.model = Model(self.world.clock.now())
        self.invitation_id: UUID | None = None
        self.events: list[UUID] = []

    @contextmanager
    def work(self) -> Iterator[Work]:
        """Open a work of the therapist's, a minute after the last."""
        self.world.clock.move(timedelta(minutes=1))
        self.model.now = self.world.clock.now()
        home = self.world.home
        with self.world.works.open(home.id) as work:
            work.practice()
            work.actor = Principal(
                kind=ActorKind.STAFF,
                practice_id=home.id,
                staff_id=home.people["therapist"].id,
                credential_id=None,
                roles=frozenset({Role.THERAPIST}),
                clinical_lead=True,
            )
            work.permission = Permission.INVITATION_WRITE
            yield work

    def tried(self, call: Callable[[Work], Any]) -> str | None:
        """Return the code with which a call is refused, or None; what it returns is kept."""
        try:
            with self.work() as work:
                self.returned = call(work)
        except Problem as problem:
            return problem.code
        return None

    def moved(self, call: Callable[[Work, UUID, int], Any]) -> str | None:
        """Try something with the latest invitation, at its version."""
        assert self.invitation_id is not None
        identifier = self.invitation_id
        return self.tried(lambda work: call(work, identifier, work.get(Invitation, identifier).version))

    def item(self) -> dict[str, Any]:
        """Return what every item of the case has."""
        return {
            "case_id": self.chart.case_id,
            "client_id": self.chart.client_id,
            "recorded_by": self.world.home.people["therapist"].id,
        }

    def expected(self, move: str, state: str) -> str | None:
        """Return the code of what the model says of a move to a state: the closed case first, then the table."""
        if self.model.case == "closed":
            return "case_closed"
        return None if self.model.seen in moves.MOVES[move] else "invitation_transition_refused"

    # --- what people do with the invitation ---

    @rule(purpose=st.booleans(), by_partner=st.booleans())
    def draft(self, purpose: bool, by_partner: bool) -> None:
        """Write one."""
        model = self.model
        event = model.usable if by_partner and self.events else None
        named = (
            self.events[event]
            if event is not None
            else (self.events[-1] if by_partner and self.events else None)
        )
        content = InvitationCreate(
            purpose=InvitationPurpose.GIVE_OWN_VIEW if purpose else None, partner_event_id=named
        )
        code = self.tried(lambda work: InvitationWriting(work).draft(self.chart.case_id, content).row.id)
        if model.case == "closed":
            assert code == "case_closed"
            return
        if named is not None and event is None:
            assert code == "partner_event_not_usable"
            return
        under_way = model.seen in UNDER_WAY
        facts = model._facts(under_way=False)
        held = facts & SAFE
        if model.delivered and event is None:
            held.add("already_invited")
        if held:
            assert code == "invitation_held"
        elif under_way:
            assert code == ("invitation_open" if code != "partner_event_not_usable" else code)
        else:
            assert code is None
            self.invitation_id = self.returned
            model.state, model.of_event, model.purpose = "draft", event, purpose
            model.approved = model.agreed = model.consented = False
            model.overridden, model.answered, model.expires_at = set(), None, None

    @precondition(lambda self: self.invitation_id is not None)
    @rule()
    def reword(self) -> None:
        """Change the purpose: other words."""
        wanted = (
            InvitationPurpose.ASK_QUESTIONS
            if self._column("purpose") != "ask_questions"
            else InvitationPurpose.MEET_THE_THERAPIST
        )
        change = InvitationChange(purpose=wanted)
        code = self.moved(lambda work, one, version: InvitationWriting(work).reword(one, change, version))
        assert code == self.expected(moves.REWORD, "draft")
        if code is None:
            self.model.state, self.model.purpose = "draft", True
            self.model.approved = self.model.agreed = False

    @precondition(lambda self: self.invitation_id is not None)
    @rule(right=st.booleans())
    def agree(self, right: bool) -> None:
        """Have the clinician agree, to these words or to others."""
        sha = self._column("text_sha256") if right else SHA
        code = self.moved(lambda work, one, version: InvitationWriting(work).agree(one, sha, version))
        if self.model.case == "closed":
            assert code == "case_closed"
        elif self.model.seen not in ("draft", "approved"):
            assert code == "invitation_transition_refused"
        elif not right:
            assert code == "invitation_text_changed"
        else:
            assert code is None
            self.model.agreed = True

    @precondition(lambda self: self.invitation_id is not None)
    @rule(right=st.booleans())
    def approve(self, right: bool) -> None:
        """Have the client approve."""
        sha = self._column("text_sha256") if right else SHA
        paper = SignedApproval(
            text_sha256=sha, paper_sha256=SHA, signed_on=self.model.today - timedelta(days=1)
        )
        code = self.moved(
            lambda work, one, version: InvitationWriting(work).approve_on_paper(one, paper, version)
        )
        expected = self.expected(moves.APPROVE, "approved")
        if expected is None and not right:
            expected = "invitation_text_changed"
        if expected is None and self.model.standing("approve"):
            expected = "invitation_held"
        assert code == expected
        if code is None:
            self.model.state, self.model.approved = "approved", True

    @precondition(lambda self: self.invitation_id is not None)
    @rule(hold=st.sampled_from([*OVERRIDABLE, "ipv_positive", "ultimatum_active", "already_invited"]))
    def override(self, hold: str) -> None:
        """Try to go past a hold."""
        content = OverrideCreate(hold=Hold(hold), reason="x")
        one = self.invitation_id
        assert one is not None
        code = self.tried(lambda work: InvitationWriting(work).override(one, content))
        if self.model.case == "closed":
            assert code == "case_closed"
        elif self.model.seen in UNDER_WAY:
            may = hold in OVERRIDABLE and hold in self.model.standing("send")
            assert code == (None if may else "hold_not_overridable")
            if code is None:
                self.model.overridden.add(hold)
        else:
            assert code == "invitation_transition_refused"

    @precondition(lambda self: self.invitation_id is not None)
    @rule()
    def hand_over(self) -> None:
        """Let it go."""
        code = self.moved(lambda work, one, version: InvitationService(work).hand_over(one, version))
        expected = self.expected(moves.HAND_OVER, "delivered")
        if expected is None and self.model.standing("send"):
            expected = "invitation_held"
        assert code == expected
        if code is None:
            self.model.state = "delivered"
            if self.model.of_event is not None:
                self.model.used.add(self.model.of_event)
            self.model.delivered.append(self.model.today)
            self.model.expires_at = self.model.now + timedelta(days=30)

    @precondition(lambda self: self.invitation_id is not None)
    @rule()
    def withdraw(self) -> None:
        """Take it back."""
        code = self.moved(lambda work, one, version: InvitationService(work).withdraw(one, version))
        assert code == self.expected(moves.WITHDRAW, "withdrawn")
        if code is None:
            self.model.state = "withdrawn"

    @precondition(lambda self: self.invitation_id is not None)
    @rule(said=st.sampled_from(list(PartnerAnswer)))
    def answer(self, said: PartnerAnswer) -> None:
        """Have the partner answer, by the link."""

        def call(work: Work) -> None:
            row = work.get(Invitation, self.invitation_id)  # type: ignore[arg-type]
            if row.link_id is None:
                raise LinkNotValid
            invitation = partner_side.invitation_of(work, work.get(AccessLink, row.link_id))
            partner_side.answer(work, invitation, said, None, may_be_read=False)

        code = self.tried(call)
        if self.model.seen != "delivered":
            assert code == "link_not_valid"
        else:
            assert code is None
            self.model.answered = said.value
            if said is PartnerAnswer.ACCEPTED:
                self.model.state = "accepted"

    @precondition(lambda self: self.invitation_id is not None)
    @rule()
    def confirm(self) -> None:
        """Confirm that the partner may come."""
        code = self.moved(lambda work, one, version: AgreedVisits(work).confirm(one, version))
        self._after_yes(code, moves.CONFIRM, "confirmed")

    @precondition(lambda self: self.invitation_id is not None)
    @rule()
    def schedule(self) -> None:
        """Agree on a day."""
        at = self.model.now + timedelta(days=3)
        code = self.moved(lambda work, one, version: AgreedVisits(work).schedule(one, at, version))
        self._after_yes(code, moves.SCHEDULE, "scheduled")

    def _after_yes(self, code: str | None, move: str, state: str) -> None:
        expected = self.expected(move, state)
        if expected is None:
            facts = self.model._facts(under_way=False)
            held = facts & SAFE
            if len(self.model.delivered) > 1 and self.model.of_event is None:
                held.add("already_invited")
            expected = "invitation_held" if held else None
        assert code == expected
        if code is None:
            self.model.state = state

    @precondition(lambda self: self.invitation_id is not None)
    @rule(move=st.sampled_from([moves.MISS, moves.CALL_OFF, moves.CLOSE]))
    def after_the_visit(self, move: str) -> None:
        """Record a no-show, call it off, close it."""
        closing = VisitClosing.ATTENDED_ONCE if move == moves.CLOSE else None
        code = self.moved(lambda work, one, version: AgreedVisits(work).move(one, move, version, closing))
        state = {moves.MISS: "no_show", moves.CALL_OFF: "cancelled", moves.CLOSE: "closed"}[move]
        assert code == self.expected(move, state)
        if code is None:
            self.model.state = state

    @precondition(lambda self: self.invitation_id is not None)
    @rule()
    def sign(self) -> None:
        """File the partner's consent to the visit."""
        one = self.invitation_id
        assert one is not None
        content = CollateralConsentCreate.model_validate(
            {"text_sha256": SHA, "method": "paper_signature"}, strict=False
        )
        code = self.tried(lambda work: VisitService(work).consent(one, content))
        if self.model.case == "closed":
            assert code == "case_closed"
        else:
            assert code == ("collateral_consent_exists" if self.model.consented else None)
            self.model.consented = True

    @precondition(lambda self: self.invitation_id is not None)
    @rule()
    def attend(self) -> None:
        """Record that the partner came."""
        one = self.invitation_id
        assert one is not None
        content = CollateralVisitCreate.model_validate(
            {"format": "together", "voluntariness": 6}, strict=False
        )
        code = self.tried(lambda work: VisitService(work).attend(one, content))
        expected = self.expected(moves.ATTEND, "attended")
        if expected is None and not self.model.consented:
            expected = "collateral_consent_missing"
        assert code == expected
        if code is None:
            self.model.state = "attended"

    # --- what happens around it ---

    @rule(days=st.sampled_from([1, 7, 13, 29, 30, 31, 61, 91]))
    def time_passes(self, days: int) -> None:
        """Let days pass."""
        self.world.clock.move(timedelta(days=days))
        self.model.now = self.world.clock.now()

    @rule()
    def screen(self) -> None:
        """Find nothing, alone with the client."""
        with self.work() as work:
            work.add(
                SafetyScreen(
                    **self.item(),
                    visibility="clinician_private",
                    taken_on=work.today,
                    result="negative",
                    **SCREEN,
                )
            )
        self.model.screen_on = self.model.today

    @rule()
    def flag(self) -> None:
        """Find violence."""
        with self.work() as work:
            raise_flag(
                work, case_id=self.chart.case_id, client_id=self.chart.client_id, kind=FlagKind.IPV_POSITIVE
            )
        self.model.flagged = True
        self.model.revoke()

    @precondition(lambda self: self.model.flagged and self.model.screen_on is not None)
    @rule()
    def release(self) -> None:
        """Let the flag go, as two people do after a new screen."""
        with self.work() as work:
            flag = work.db.scalars(
                select(SafetyFlag).where(
                    SafetyFlag.client_id == self.chart.client_id, SafetyFlag.status != "released"
                )
            ).one()
            screen = work.db.scalars(
                select(SafetyScreen.id).where(SafetyScreen.case_id == self.chart.case_id)
            ).first()
            flag.status, flag.released_at, flag.release_screen_id = "released", work.now, screen
            people = self.world.home.people
            flag.requested_by, flag.released_by = people["therapist"].id, people["supervisor"].id
        self.model.flagged, self.model.released_at = False, self.model.now

    @rule()
    def consent_to_contact(self) -> None:
        """Have the client consent to contact with the partner."""
        with self.work() as work:
            work.add(
                Consent(
                    client_id=self.chart.client_id,
                    partner_id=self.chart.partner_id,
                    kind="partner_contact",
                    text_version="1",
                    text_sha256=SHA,
                    method="paper_signature",
                    given_at=work.now,
                    recorded_by=work.staff_id,
                )
            )
        self.model.contact_at = self.model.now

    @rule(back=st.integers(0, 6), times=st.integers(1, 5))
    def press(self, back: int, times: int) -> None:
        """Record attempts to move the partner, of a day some weeks ago."""
        with self.work() as work:
            day = work.today - timedelta(weeks=back)
            work.add(PressureEvent(**self.item(), occurred_on=day, type="ask", times=times))
        monday = day - timedelta(days=day.weekday())
        self.model.pressure[monday] = self.model.pressure.get(monday, 0) + times

    @rule()
    def threaten(self) -> None:
        """Issue an ultimatum, or withdraw the one that stands."""
        with self.work() as work:
            if self.model.ultimatum == "issued":
                row = work.db.scalars(
                    select(Ultimatum).where(
                        Ultimatum.case_id == self.chart.case_id, Ultimatum.status == "issued"
                    )
                ).one()
                row.status, row.withdrawn_on = "withdrawn", work.today
                self.model.ultimatum, self.model.withdrawn_on = "withdrawn", work.today
            else:
                work.add(
                    Ultimatum(
                        **self.item(),
                        considered_on=work.today,
                        issued_on=work.today,
                        status="issued",
                        terms="x",
                        stay=6,
                        leave=7,
                    )
                )
                self.model.ultimatum = "issued"

    @rule(days=st.integers(1, 60))
    def promise(self, days: int) -> None:
        """Begin a pact, or end the one that holds."""
        with self.work() as work:
            if self.model.pact is not None:
                row = work.db.scalars(
                    select(StopAskingPact).where(
                        StopAskingPact.case_id == self.chart.case_id, StopAskingPact.ended_on.is_(None)
                    )
                ).one()
                row.ended_on, self.model.pact = work.today, None
            else:
                work.add(StopAskingPact(**self.item(), started_on=work.today, target_days=days))
                self.model.pact = (work.today, days)

    @rule(what=st.sampled_from(["secret", "litigation", "leaving"]))
    def turn(self, what: str) -> None:
        """Let a secret, proceedings or a decision to leave begin, or end."""
        now_on = not getattr(self.model, what)
        with self.work() as work:
            kind: type[Any] = {"secret": Secret, "litigation": LegalProceeding, "leaving": PartnerStance}[
                what
            ]
            rows = work.db.scalars(select(kind).where(kind.case_id == self.chart.case_id)).all()
            if what == "leaving":
                stance = "decided_to_leave" if now_on else "ambivalent"
                work.add(
                    PartnerStance(**self.item(), occurred_on=work.today, stance=stance, reported_by="client")
                )
            elif what == "secret":
                for row in rows:
                    row.state, row.resolved_on = "resolved_kept", work.today
                if now_on:
                    work.add(
                        Secret(
                            **self.item(),
                            visibility="clinician_private",
                            occurred_on=work.today,
                            holder="client",
                            kind="money",
                            text="x",
                            state="open",
                        )
                    )
            else:
                for row in rows:
                    row.ended_on = work.today
                if now_on:
                    work.add(LegalProceeding(**self.item(), kind="custody", begun_on=work.today))
        setattr(self.model, what, now_on)

    @rule(back=st.integers(0, 40))
    def partner_asks(self, back: int) -> None:
        """Record that the partner asked to come, on a day some time ago."""
        with self.work() as work:
            day = work.today - timedelta(days=back)
            row = work.add(
                SystemResponse(
                    **self.item(),
                    occurred_on=day,
                    valence="harmony",
                    type="asks_to_come",
                    domain="partner",
                    initiated_by="partner",
                    reported_by="client",
                    with_fear=False,
                )
            )
            self.events.append(row.id)
        self.model.asked.append(day)

    @rule(chance=st.integers(0, 9))
    def ask_not_to_be_contacted(self, chance: int) -> None:
        """Record, now and then, that the partner is not to be contacted: nothing undoes it."""
        if chance:
            return
        with self.work() as work:
            DoNotContactService(work).record(
                self.chart.case_id, DoNotContactCreate.model_validate({"partner": True}, strict=False)
            )
        self.model.not_to_contact = True
        self.model.revoke()

    @rule(status=st.sampled_from(["active", "on_hold", "active", "inactive"]))
    def case_status(self, status: str) -> None:
        """Put the case on hold, or go on with it."""
        self.chart.set(Case, self.chart.case_id, status=status)
        self.model.case = status

    @rule()
    def end_all(self) -> None:
        """End whatever is under way, as a closing or a wish not to be contacted does."""
        with self.work() as work:
            revoke(work, Invitation.case_id == self.chart.case_id)
        self.model.revoke()

    # --- what must hold after every step ---

    @invariant()
    def both_say_the_same(self) -> None:
        """State and holds are what the model says."""
        if not hasattr(self, "model"):
            return
        with self.work() as work:
            row = None if self.invitation_id is None else work.get(Invitation, self.invitation_id)
            assert (row and row.state_at(work.now)) == self.model.seen
            current = row if row is not None and row.state in UNDER_WAY else None
            seen = situation(work, self.chart.case_id, current)
            assert work.today == self.model.today
        found = standing_for(seen, Step.SEND, current)
        assert {one.hold.value for one in found} == self.model.standing("send")
        index = self.model.usable
        assert seen.partner_asked_id == (None if index is None else self.events[index])

    def _column(self, name: str) -> Any:
        with self.work() as work:
            return getattr(work.get(Invitation, self.invitation_id), name)  # type: ignore[arg-type]


SCREEN: dict[str, Any] = {
    "taken_alone": True,
    "how": "in_person",
    "answered_by": "client",
    "high_hits_total": 15,
}


def test_no_step_leads_apart_from_the_model(world: World) -> None:
    """500 runs of 50 steps on SQLite; fewer on PostgreSQL, where the same code runs and each step costs more."""
    on_sqlite = world.works.database.engine.dialect.name == "sqlite"
    with world.works.open(world.home.id) as work:
        work.practice()
        work.actor = Principal(
            kind=ActorKind.STAFF,
            practice_id=world.home.id,
            staff_id=world.home.people["owner"].id,
            credential_id=None,
            roles=frozenset({Role.OWNER}),
        )
        set_text(work, TextKey.COLLATERAL_TEXT, "A visit is one talk.", None)
    run_state_machine_as_test(
        type("Lived", (Life,), {"world": world}),
        settings=settings(
            max_examples=RUNS if on_sqlite else RUNS // 20,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
