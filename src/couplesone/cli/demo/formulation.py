"""Recording the formulation of a worked case: the client's motives and own part."""

from __future__ import annotations

from datetime import date

from couplesone.cli.demo.story import Motives, OwnPart
from couplesone.sdk import Couplesone


def record_motives(client: Couplesone, case_id: str, on: date, motives: Motives) -> None:
    """Record what the client wants of the therapy besides their own change."""
    client.record_motive_check(
        case_id,
        occurred_on=on,
        validation_seeking=motives.validation_seeking,
        fix_partner=motives.fix_partner,
        build_case=motives.build_case,
    )


def name_own_part(client: Couplesone, case_id: str, on: date, part: OwnPart) -> None:
    """Record the own part that the client named."""
    client.record_own_part_item(
        case_id,
        named_on=on,
        category=part.category,
        behaviour=part.behaviour,
        trigger=part.trigger,
        frequency=part.frequency,
        impact=part.impact,
        alternative=part.alternative,
        responsibility_statement=part.responsibility,
        strategy=part.strategy,
    )
