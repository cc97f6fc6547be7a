"""What can go wrong with measures."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict, Invalid


class ProxyMeasureRefused(Invalid):
    """Somebody else than the client answered, or the client answered about somebody else (invariant 11)."""

    code = "proxy_measure_refused"
    title = "A measure is answered by the client, about the client"
    detail = (
        "No measure is completed for the partner or by anybody but the client. "
        "What the client tells of the partner belongs among the reports, where nothing is scored."
    )


class AdministrationExists(Conflict):
    """The instrument was taken on that day already."""

    code = "administration_exists"
    title = "This instrument was taken on that day already"
    detail = (
        "A case holds each instrument once a day; correct the entry that is there, or mark it as an error."
    )


class InstrumentRetired(Conflict):
    """The practice retired its instrument."""

    code = "instrument_retired"
    title = "This instrument is retired"
    detail = "The practice does not take this instrument any more; what was scored with it stays."


class InstrumentCodeTaken(Conflict):
    """The code is that of a shipped instrument."""

    code = "instrument_code_taken"
    title = "This code is taken"
    detail = "A shipped instrument has this code; choose another one for the practice's own."


class QuestionnaireInvalid(Invalid):
    """The Questionnaire, or the scoring rule beside it, cannot be used; ``errors`` names each place."""

    code = "questionnaire_invalid"
    title = "The questionnaire cannot be scored"
    detail = "The FHIR R4 Questionnaire and its scoring rule do not fit what can be scored; see errors."


class InstrumentTransitionRefused(Conflict):
    """The version cannot go from its status to the one asked for."""

    code = "instrument_transition_refused"
    title = "The instrument cannot do that now"
    detail = "An active version can be retired, and a retired one reinstated."
