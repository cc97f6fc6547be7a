"""What can go wrong in the course of a case."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict, Invalid


class StageRulesUnmet(Conflict):
    """Exit rules of the stage are neither met nor waived; ``rules`` lists every rule with its state."""

    code = "stage_rules_unmet"
    title = "The stage is not finished"
    detail = "Some exit rules are unmet or not tracked yet: meet them, or waive them with a written reason."


class StageMoveRefused(Conflict):
    """The case cannot go to that stage."""

    code = "stage_move_refused"
    title = "The case cannot go to that stage"
    detail = "A case goes on one stage at a time up to the last, and back to any earlier one."


class RuleUnknown(Invalid):
    """The present stage has no such exit rule."""

    code = "stage_rule_unknown"
    title = "The stage has no such rule"
    detail = "Waive one of the rules that the present stage of the case lists."


class NoSafetyBlock(Conflict):
    """No safety block stands that could be the ground of a waiver (decisions B12)."""

    code = "no_safety_block"
    title = "No safety block stands"
    detail = "A rule is waived on the ground of a safety block only while one stands; else give the clinician's reason."


class RuleNotWaivable(Conflict):
    """The rule is met or waived already."""

    code = "stage_rule_settled"
    title = "There is nothing to waive"
    detail = "This rule is met or waived already."
