"""C4: a positive safety screen; what asks the client to give way is refused, and so is any way to the partner."""

from __future__ import annotations

from couplesone.cli.demo.story import Day, Person, ReferralStory, Refusal, ScreenStory, WorkedCase

ELENA = WorkedCase(
    code="C4",
    client=Person("Elena M.", "she/her", 34),
    partner=Person("Craig", "he/him"),
    relationship="married",
    years_together=8,
    purpose="I want to think in a place where nobody shouts, and to know what I can do.",
    values="I want to be safe, and my son too.",
    next_step="Ask alone, at work, how the talk with the counselling centre went.",
    focus="agency",
    weeks=3,
    session_weekday=1,
    plan_week=None,
    counts={},
    scales={"agency": (2, 3, 4)},
    goals=(),
    ratings={},
    refusal=Refusal(
        answer="firm_no",
        how_asked="She never asked; he said it when he found the leaflet.",
        words="Nobody tells me how to run my house.",
        reasons=(
            {"code": "blamer_cannot_relinquish", "reported_by": "therapist_hypothesis", "confidence": 1},
        ),
    ),
    asked_before=(),
    motives={},
    cycle=None,
    own_part=None,
    stances={Day(1, 1): "refuses"},
    reactions={Day(1, 1): {"helpless": 8, "powerless": 8}},
    notes={1: "Comes in her lunch break. Wants no letter and no message on the phone at home."},
    hopes={},
    measures={Day(1, 1): {"phq9": 17, "csi16": 31}, Day(3, 1): {"phq9": 13, "csi16": 40}},
    stage_ends=(Day(1, 1),),
    screens={
        Day(1, 1): ScreenStory(
            (
                {"instrument": "hark", "variant": "standard", "values": [1, 1, 0, 0]},
                {"instrument": "hits", "variant": "original", "values": [3, 4, 3, 2]},
                {"instrument": "hits", "variant": "uspstf", "values": [3, 4, 3, 2]},
                {"instrument": "pvs", "variant": "standard", "values": [0, 1, 0]},
            ),
            {"fear": True, "threat_of_retaliation": True, "weapon": False, "strangulation": False},
        )
    },
    safety_plans={
        Day(2, 1): {
            "warning_signs": "He counts the money aloud and locks the front door.",
            "own_coping": "I take the boy to bed and stay with him.",
            "people": "My colleague Ines, who knows.",
            "places": "Ines has a spare room; the bag is at work.",
            "professional_contacts": "The counselling centre, by day and night.",
            "safe_communication": "Text to the phone at work, neutral words, no voicemail.",
        }
    },
    referrals={Day(2, 1): ReferralStory("violence_service", "Women's counselling centre", 3)},
    refused_tools=(
        (Day(2, 1), "repair_attempt"),
        (Day(2, 1), "compassion_practice"),
        (Day(2, 1), "soft_tone"),
    ),
    contact={
        "channel": "text_message",
        "allowed": True,
        "discreet": True,
        "voicemail": False,
        "hours": "Mon-Fri 9-15, the phone at work",
    },
)
"""HARK 2, HITS 12 (positive by both cuts), PVS 1, afraid of retaliation: a high flag (domain.md section 6)."""
