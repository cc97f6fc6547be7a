"""The words as data. A word ends with ``*`` where any ending tells as much; all are compared in small letters."""

from __future__ import annotations

from typing import Final

TELLING: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        "therap*", "psychotherap*", "couple", "couples", "couple's", "counsel*", "counselling", "divorc*", "separat*",
        "affair*", "infidel*", "unfaithful*", "cheat*", "violen*", "abus*", "assault*", "batter*", "stalk*",
        "marriage*", "marital*", "married", "spouse*", "wife", "husband", "partner*", "boyfriend*", "girlfriend*",
        "relationship*", "psych*", "mental*", "depress*", "anxi*", "suicid*", "clinic*", "patient*", "diagnos*",
        "treatment*", "refus*", "clinician*", "screening*", "shelter*", "intimate*", "sex*", "session*", "invit*",
    ),
    "de": (
        "therap*", "psychotherap*", "paar", "paare", "paar-*", "paarthera*", "paarbera*", "berat*", "eheberat*",
        "scheid*", "trenn*", "affär*", "seitensprung*", "untreu*", "betrüg*", "betrog*", "gewalt*", "missbrauch*",
        "misshand*", "ehe", "ehen", "ehefrau*", "ehemann*", "gatt*", "partner*", "freundin*", "beziehung*", "psych*",
        "seelisch*", "depress*", "angst*", "suizid*", "selbstmord*", "klinik*", "patient*", "diagnos*", "behandlung*",
        "frauenhaus*", "intim*", "sex*", "sitzung*", "einlad*", "praxis*", "weiger*",
    ),
}  # fmt: skip
"""By locale. What is written for people of one locale is read by people of another, so all are asked."""
