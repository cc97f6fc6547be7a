"""What can go wrong with conflicts of interest, and what others are told instead."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class AdministrativeReview(Conflict):
    """Something has to be looked at by the clinical lead first; what it is, is told to nobody else."""

    code = "administrative_review"
    title = "The practice has to look at something first"
    detail = "The clinical lead of the practice looks at it, and can do this."


class ConflictDecided(Conflict):
    """The conflict was decided before."""

    code = "conflict_decided"
    title = "This was decided before"
    detail = "Only an open conflict of interest is cleared or declared; a new ground opens it again."


class NotTheOneClinician(Conflict):
    """The practice has other clinicians, so that the exception of a practice of one does not hold."""

    code = "not_the_one_clinician"
    title = "The practice has other clinicians"
    detail = "Only the one clinician of a practice declares a conflict of interest; here somebody else can take over."
