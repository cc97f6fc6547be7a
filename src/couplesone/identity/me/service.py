"""Who is asking, and changing one's own password."""

from __future__ import annotations

from couplesone.identity.credentials import set_password
from couplesone.identity.errors import CurrentPasswordWrong
from couplesone.identity.me.schemas import MeOut, MyCredential, MyPermission, MyPractice
from couplesone.identity.models import Staff
from couplesone.identity.passwords import check_strength
from couplesone.identity.sign_in_rules import rules_among
from couplesone.identity.sign_ins.attempts import Attempts
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work


class MeService:
    """Oneself."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def show(self) -> MeOut:
        """Return who is asking, through what, and every permission with its reach."""
        me, actor, practice = (
            self.work.get(Staff, self.work.staff_id),
            self.work.principal,
            self.work.practice(),
        )
        assert actor.credential_id is not None
        held = [(permission, actor.reach[permission]) for permission in Permission if actor.may(permission)]
        return MeOut(
            staff_id=me.id,
            email=me.email,
            display_name=me.display_name,
            roles=me.roles,
            clinical_lead=me.clinical_lead,
            couple_training=me.couple_training,
            ipv_training=me.ipv_training,
            credential=MyCredential(kind=actor.kind, id=actor.credential_id),
            test_mode=actor.test_mode,
            practice=MyPractice(id=practice.practice_id, name=practice.name, time_zone=practice.time_zone),
            permissions=[
                MyPermission.model_validate({"permission": permission, "reach": reach.name.lower()})
                for permission, reach in held
            ],
        )

    def change_password(self, *, current: str, new: str) -> MeOut:
        """Set a new password for oneself; every other sign-in ends.

        Wrong guesses count like failed sign-ins. Raises CurrentPasswordWrong, PasswordTooWeak, SignInThrottled.
        """
        work, rules = self.work, rules_among(self.work.extras)
        me = work.get(Staff, work.staff_id)
        attempts = Attempts(work, rules.attempts)
        account = attempts.account(me.email)
        attempts.admit(account)
        held, _ = rules.hasher.verify(current, me.password_hash)
        if not held:
            work.if_refused(lambda later: Attempts(later, rules.attempts).count(account))
            raise CurrentPasswordWrong
        check_strength(new, (me.display_name, me.email, work.practice().name))
        attempts.forgive(account)
        set_password(work, me.id, rules.hasher.hash(new), keep=work.principal.credential_id)
        return self.show()
