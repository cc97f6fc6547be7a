"""What can go wrong with conjoint work."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class ConjointNotAsked(Conflict):
    """Neither did a visit close with the wish, nor did the partner ask, of their own accord."""

    code = "conjoint_not_asked"
    title = "Nobody asked for this"
    detail = (
        "It takes a visit of the case that closed with the wish to go on together, or an event of the case in which "
        "the partner, of their own accord, asked to come."
    )


class BothConsentsNeeded(Conflict):
    """Going on within the practice takes the written consent of both, and with the same therapist reasons too."""

    code = "both_consents_needed"
    title = "Both have to consent in writing"
    detail = (
        "A referral within the practice names the signed papers of client and partner; one to the client's own "
        "therapist also the reasons."
    )


class ReferralNotUsable(Conflict):
    """The referral does not lead to a conjoint case: it leads elsewhere, was used, or names other people."""

    code = "referral_not_usable"
    title = "This referral does not open a conjoint case"
    detail = (
        "It opens one conjoint case, by whom it was made to, for the client whom it names and one new client."
    )


class ConjointNotReady(Conflict):
    """Something is missing; ``extra["missing"]`` lists what, and never of whom."""

    code = "conjoint_not_ready"
    title = "Something is missing before the joint work"
    detail = "Both sign the no-secrets agreement and are screened alone first; missing says what is left."


class ConjointClosed(Conflict):
    """The conjoint case is closed."""

    code = "conjoint_closed"
    title = "The conjoint case is closed"
    detail = "Nothing new is recorded in it."


class NotOneOfTheTwo(Conflict):
    """The client is not one of the two of this conjoint case."""

    code = "not_one_of_the_two"
    title = "Not one of the two"
    detail = "Name the clients of this conjoint case."


class TreatsOneAlone(Conflict):
    """Whoever has a part in the care of one of the two alone would treat both, without a referral that says so."""

    code = "treats_one_alone"
    title = "They care for one of the two alone"
    detail = (
        "Whoever has a part in the care of one of the two alone treats both only if the referral names them, or was "
        "one to the same therapist, with reasons in writing."
    )


class AgreementExists(Conflict):
    """The client has signed already."""

    code = "agreement_exists"
    title = "This client has signed already"
    detail = "An agreement that holds is not signed twice; one that was withdrawn is followed by a new one."


class AgreementWithdrawn(Conflict):
    """The agreement was withdrawn before."""

    code = "agreement_withdrawn"
    title = "This agreement was withdrawn before"
    detail = "It stays so; a new one is signed."


class ReleaseNeedsBoth(Conflict):
    """The joint record leaves the practice with the signatures of both only."""

    code = "release_needs_both"
    title = "A release takes both"
    detail = "Name the signed paper of each of the two, once."


class GoalNotTheirs(Conflict):
    """The goal is not from the same client's work alone, or was taken along before."""

    code = "goal_not_taken_along"
    title = "This goal cannot be taken along"
    detail = "A client takes along goals of their own work alone, each once, and none that was cancelled."
