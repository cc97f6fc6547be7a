"""Why a goal's sentence is refused."""

from enum import StrEnum


class WordingRule(StrEnum):
    """Why a sentence is no goal of the client's own; `explanation` says it to the therapist."""

    PARTNER_IS_SUBJECT = "partner_is_subject"
    OTHER_IS_SUBJECT = "other_is_subject"
    WISHES_PARTNER_TO_ACT = "wishes_partner_to_act"
    CAUSES_PARTNER_TO_ACT = "causes_partner_to_act"
    AIMS_AT_PARTNER_CHANGE = "aims_at_partner_change"
    PARTNER_MUST_RESPOND = "partner_must_respond"
    NEEDS_BOTH = "needs_both"
    AIMS_TO_CONVINCE = "aims_to_convince"

    @property
    def explanation(self) -> str:
        """One sentence for the therapist who wrote the goal."""
        return _EXPLANATIONS[self]


_EXPLANATIONS = {
    WordingRule.PARTNER_IS_SUBJECT: "The partner acts in this sentence; a goal says what the client does.",
    WordingRule.OTHER_IS_SUBJECT: "Somebody else acts in this sentence; a goal says what the client does.",
    WordingRule.WISHES_PARTNER_TO_ACT: "This wishes something of the partner; a goal is in the client's own hands.",
    WordingRule.CAUSES_PARTNER_TO_ACT: "The client is to make the partner do something, and nobody can.",
    WordingRule.AIMS_AT_PARTNER_CHANGE: "The client's step is measured here by what the partner does next.",
    WordingRule.PARTNER_MUST_RESPOND: "Only the partner can give what this sentence asks for.",
    WordingRule.NEEDS_BOTH: "This takes both partners; a goal is what the client does alone.",
    WordingRule.AIMS_TO_CONVINCE: "This aims at being right against the partner, which counselling never decides.",
}
