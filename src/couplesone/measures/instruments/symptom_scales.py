"""Scales of symptoms and drinking: PHQ-9, GAD-7, AUDIT-C (domain.md section 3)."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from couplesone.cases.weekly import Direction
from couplesone.measures.codes import AppliesTo, Comparator, ScoringMethod
from couplesone.measures.instruments.records import Instrument, SourceNote
from couplesone.measures.scoring.rule import Band, CutOff, ItemRule, ReliableChange, ScoringRule

_FREE: Final = "Free to use without permission; no wording is shipped."
_MISSING: Final = SourceNote(
    "One item may be missing and is prorated; with more there is no total.",
    "Product default of this program",
    verified=True,
)


def _bands(*bands: tuple[str, str, int]) -> tuple[Band, ...]:
    return tuple(Band(code=code, label=label, low=Decimal(low)) for code, label, low in bands)


def _case(code: str, label: str, value: int) -> tuple[CutOff, ...]:
    return (
        CutOff(code=code, label=label, comparator=Comparator.AT_LEAST, value=Decimal(value), recovery=True),
    )


def _points(points: int, source: str) -> tuple[ReliableChange, ...]:
    return (
        ReliableChange(
            code=f"points_{points}",
            comparator=Comparator.AT_LEAST,
            points=Decimal(points),
            source=source,
            verified=True,
        ),
    )


PHQ_9: Final = Instrument(
    code="phq9",
    version=1,
    name="Patient Health Questionnaire, 9 items",
    rule=ScoringRule(
        method=ScoringMethod.SUM,
        direction=Direction.LOWER_IS_BETTER,
        items=tuple(ItemRule(low=0, high=3, risk=place == 9) for place in range(1, 10)),
        least_answered=8,
        bands=_bands(
            ("minimal", "Minimal", 0),
            ("mild", "Mild", 5),
            ("moderate", "Moderate", 10),
            ("moderately_severe", "Moderately severe", 15),
            ("severe", "Severe", 20),
        ),
        cut_offs=_case("case", "At or above the cut-off for a case", 10),
        reliable_change=_points(6, "NHS Talking Therapies manual, cited at cbtwatch"),
    ),
    licence=_FREE,
    loinc={"panel": "44249-1", "total": "44261-6"},
    sources=(
        SourceNote(
            "9 items 0 to 3; bands from 5, 10, 15 and 20; a case from 10.", "Published", verified=True
        ),
        SourceNote("Reliable change 6 points; recovery below 10.", "NHS Talking Therapies", verified=True),
        SourceNote("An answer above 0 to item 9 opens the risk path.", "Published", verified=True),
        SourceNote("LOINC 44249-1, 44261-6.", "HL7 PCO STU1", verified=True),
        _MISSING,
    ),
)
GAD_7: Final = Instrument(
    code="gad7",
    version=1,
    name="Generalized Anxiety Disorder scale, 7 items",
    rule=ScoringRule(
        method=ScoringMethod.SUM,
        direction=Direction.LOWER_IS_BETTER,
        items=tuple(ItemRule(low=0, high=3) for _ in range(7)),
        least_answered=6,
        bands=_bands(
            ("minimal", "Minimal", 0),
            ("mild", "Mild", 5),
            ("moderate", "Moderate", 10),
            ("severe", "Severe", 15),
        ),
        cut_offs=_case("case", "At or above the cut-off for a case", 8),
        reliable_change=_points(4, "NHS Talking Therapies manual"),
    ),
    licence=_FREE,
    loinc={"panel": "69737-5", "total": "70274-6"},
    sources=(
        SourceNote("7 items 0 to 3; bands from 5, 10 and 15; a case from 8.", "Published", verified=True),
        SourceNote("Reliable change 4 points; recovery below 8.", "NHS Talking Therapies", verified=True),
        SourceNote("LOINC 69737-5, 70274-6.", "LOINC", verified=True),
        _MISSING,
    ),
)
AUDIT_C: Final = Instrument(
    code="audit_c",
    version=1,
    name="Alcohol Use Disorders Identification Test, consumption items",
    rule=ScoringRule(
        method=ScoringMethod.SUM,
        direction=Direction.LOWER_IS_BETTER,
        items=tuple(ItemRule(low=0, high=4) for _ in range(3)),
        least_answered=3,
        cut_offs=(
            CutOff(
                code="positive_men",
                label="Positive for men",
                comparator=Comparator.AT_LEAST,
                value=Decimal(4),
                applies_to=AppliesTo.MEN,
            ),
            CutOff(
                code="positive_women",
                label="Positive for women",
                comparator=Comparator.AT_LEAST,
                value=Decimal(3),
                applies_to=AppliesTo.WOMEN,
            ),
        ),
    ),
    licence="General knowledge: WHO, free for non-commercial use; no wording is shipped.",
    loinc={
        "panel": "72109-2",
        "item_1": "68518-0",
        "item_2": "68519-8",
        "item_3": "68520-6",
        "total": "75626-2",
    },
    sources=(
        SourceNote(
            "3 items 0 to 4; positive from 4 for men, from 3 for women.", "ementalhealth.ca", verified=True
        ),
        SourceNote("Only the client may answer it.", "Product default of this program", verified=True),
        SourceNote("Free for non-commercial use.", "General knowledge", verified=False),
        SourceNote("Every item must be answered.", "Product default of this program", verified=True),
    ),
)
