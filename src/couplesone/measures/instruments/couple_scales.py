"""Scales of the relationship: CSI-32, CSI-16, CSI-4, RDAS, RAS (domain.md section 3).

The acronym CSI also names a kind of therapy, so the codes always carry the number of items.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from couplesone.cases.weekly import Direction
from couplesone.measures.codes import Comparator, ScoringMethod
from couplesone.measures.instruments.records import Instrument, SourceNote
from couplesone.measures.scoring.rule import CutOff, ItemRule, ReliableChange, ScoringRule, Subscale

Z: Final = Decimal("1.96")
_CSI_LICENCE: Final = "The authors permit free use in research and clinical work; no wording is shipped."
_CSI_MISSING: Final = SourceNote(
    "A total needs 80 % of the items answered; missing ones are prorated.",
    "Product default of this program",
    verified=True,
)


def _satisfaction(
    *,
    code: str,
    name: str,
    items: int,
    reversed_items: tuple[int, ...],
    cut: str,
    sets: tuple[ReliableChange, ...],
    sources: tuple[SourceNote, ...],
) -> Instrument:
    """Return a Couples Satisfaction Index: item 1 takes 0 to 6, the others 0 to 5; more is more satisfied."""
    rules = tuple(
        ItemRule(low=0, high=6 if place == 1 else 5, reversed=place in reversed_items)
        for place in range(1, items + 1)
    )
    distressed = CutOff(
        code="distressed",
        label="Distressed",
        comparator=Comparator.BELOW,
        value=Decimal(cut),
        recovery=True,
    )
    return Instrument(
        code=code,
        version=1,
        name=name,
        rule=ScoringRule(
            method=ScoringMethod.SUM,
            direction=Direction.HIGHER_IS_BETTER,
            items=rules,
            least_answered=-(-items * 8 // 10),  # 80 percent, rounded up
            cut_offs=(distressed,),
            reliable_change=sets,
        ),
        licence=_CSI_LICENCE,
        sources=(*sources, _CSI_MISSING),
    )


def _spread(code: str, sd: str, r: str, source: str, *, verified: bool) -> ReliableChange:
    return ReliableChange(
        code=code,
        comparator=Comparator.ABOVE,
        sd=Decimal(sd),
        r=Decimal(r),
        z=Z,
        source=source,
        verified=verified,
    )


CSI_32: Final = _satisfaction(
    code="csi32",
    name="Couples Satisfaction Index, 32 items",
    items=32,
    reversed_items=(10,),
    cut="104.5",
    sets=(_spread("sd32_r98", "32", ".98", "SD 32 and alpha .98: general knowledge", verified=False),),
    sources=(
        SourceNote(
            "Item 1 takes 0 to 6, 31 items 0 to 5; item 10 is reversed.", "ravansanji.ir", verified=True
        ),
        SourceNote("A total below 104.5 is distressed.", "statistics.datanalysis.net", verified=True),
        SourceNote("SD 32, alpha .98.", "General knowledge", verified=False),
    ),
)
CSI_16: Final = _satisfaction(
    code="csi16",
    name="Couples Satisfaction Index, 16 items",
    items=16,
    reversed_items=(),
    cut="51.5",
    sets=(
        _spread("sd17_r98", "17", ".98", "SD 17 and alpha .98: general knowledge", verified=False),
        _spread(
            "sd17_r94",
            "17",
            ".94",
            "SD 17: general knowledge; alpha .94: statistics.datanalysis.net",
            verified=False,
        ),
    ),
    sources=(
        SourceNote("16 items, totals 0 to 81; the printed numbers count.", "Published scale", verified=True),
        SourceNote("A total below 51.5 is distressed.", "General knowledge", verified=False),
        SourceNote("SD 17, alpha .98.", "General knowledge", verified=False),
        SourceNote("Alpha .94.", "statistics.datanalysis.net", verified=True),
    ),
)
CSI_4: Final = _satisfaction(
    code="csi4",
    name="Couples Satisfaction Index, 4 items",
    items=4,
    reversed_items=(),
    cut="13.5",
    sets=(_spread("sd4_r94", "4", ".94", "SD 4 and alpha .94: general knowledge", verified=False),),
    sources=(
        SourceNote("Item 1 takes 0 to 6, three items 0 to 5.", "Published scale", verified=True),
        SourceNote("A total below 13.5 is distressed.", "General knowledge", verified=False),
        SourceNote("SD 4, alpha .94.", "General knowledge", verified=False),
    ),
)
RDAS: Final = Instrument(
    code="rdas",
    version=1,
    name="Revised Dyadic Adjustment Scale (scoring only)",
    rule=ScoringRule(
        method=ScoringMethod.SUM,
        direction=Direction.HIGHER_IS_BETTER,
        items=tuple(
            ItemRule(low=0, high=4 if place == 11 else 5, reversed=place in (7, 8, 9, 10))
            for place in range(1, 15)
        ),
        least_answered=14,
        subscales=(
            Subscale(code="consensus", label="Consensus", items=tuple(range(1, 7))),
            Subscale(code="satisfaction", label="Satisfaction", items=tuple(range(7, 11))),
            Subscale(code="cohesion", label="Cohesion", items=tuple(range(11, 15))),
        ),
        cut_offs=(
            CutOff(
                code="distressed",
                label="Distressed",
                comparator=Comparator.AT_MOST,
                value=Decimal(47),
                recovery=True,
            ),
        ),
        reliable_change=(
            ReliableChange(
                code="points_11_58",
                comparator=Comparator.ABOVE,
                points=Decimal("11.58"),
                source="Anderson 2014",
                verified=True,
            ),
        ),
    ),
    licence="General knowledge: permission from BYU or AAMFT; scoring only, no wording is shipped.",
    sources=(
        SourceNote(
            "14 items 0 to 5, item 11 0 to 4, items 7 to 10 reversed; totals 0 to 69, subscales 30, 20 and 19.",
            "simplified.tools",
            verified=True,
        ),
        SourceNote("48 and more is not distressed, 47 and less is; exact 47.31.", "Published", verified=True),
        SourceNote("Reliable change 11.58.", "Anderson 2014", verified=True),
        SourceNote("Every item must be answered.", "Product default of this program", verified=True),
        SourceNote("Permission from BYU or AAMFT.", "General knowledge", verified=False),
    ),
)
RAS: Final = Instrument(
    code="ras",
    version=1,
    name="Relationship Assessment Scale",
    rule=ScoringRule(
        method=ScoringMethod.SUM,
        direction=Direction.HIGHER_IS_BETTER,
        items=tuple(ItemRule(low=1, high=5, reversed=place in (4, 7)) for place in range(1, 8)),
        least_answered=7,
    ),
    licence="General knowledge: free to use with citation; no wording is shipped.",
    sources=(
        SourceNote("7 items 1 to 5, totals 7 to 35.", "Published scale", verified=True),
        SourceNote("Items 4 and 7 are reversed.", "General knowledge", verified=False),
        SourceNote("No firm cut-off exists; none is applied.", "Published scale", verified=True),
        SourceNote(
            "Reliability .86; a reliable change needs a local SD, so none is computed.",
            "Hendrick 1988",
            verified=True,
        ),
        SourceNote("Every item must be answered.", "Product default of this program", verified=True),
    ),
)
