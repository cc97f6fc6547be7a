"""C6: the partner becomes curious, after the client has stopped asking and changed her own steps of the dance."""

from __future__ import annotations

from couplesone.cli.demo.story import Day, GoalStory, Person, Refusal, WorkedCase

BEATRIZ = WorkedCase(
    code="C6",
    client=Person("Beatriz C.", "she/her", 44),
    partner=Person("Miguel", "he/him"),
    relationship="living_together",
    years_together=6,
    purpose=(
        "When Miguel goes quiet I get louder. I want to learn my own half of that, "
        "and to notice again what is good between us."
    ),
    values="I want to be somebody whom it is safe to talk to.",
    next_step="Talk through with Beatriz alone what a joint hour would be for.",
    focus="positive_responses",
    weeks=11,
    session_weekday=1,
    plan_week=6,
    counts={
        "positive_responses": (2, 3, 2, 3, 2, 3, 4, 4, 5, 5, 6),
        "appreciations": (1, 1, 2, 1, 2, 3, 4, 5, 5, 6, 6),
        "pressure": (2, 1, 2, 1, 1, 0, 0, 0, 0, 0, 0),
    },
    scales={
        "agency": (3, 3, 4, 3, 4, 5, 5, 6, 6, 7, 7),
        "reactivity": (8, 7, 8, 7, 7, 6, 5, 5, 4, 4, 3),
        "partner_openness": (1, 1, 2, 1, 2, 3, 4, 5, 6, 7, 7),
    },
    goals=(
        GoalStory(
            title="I take three breaths before I answer",
            category="pattern",
            weight=3,
            less=("answering at once", "following him into the next room"),
            more=("taking three breaths",),
            instead_of=("repeating my question louder",),
            context="When a talk stalls",
            indicator="Stalled talks of the week in which I took the breaths",
            levels=(
                "I take them in none",
                "I take them in one of four",
                "I take them in half",
                "I take them in three of four",
                "I take them in every one",
            ),
        ),
        GoalStory(
            title="I say one thing that I value each day",
            category="connection",
            weight=2,
            less=("counting what is missing",),
            more=("saying thank you for something small",),
            instead_of=("sighing over the dishes",),
            context="At supper",
            indicator="Days of the week on which I said it",
            levels=(
                "I say it on no day",
                "I say it on one or two days",
                "I say it on four days",
                "I say it on six days",
                "I say it every day for a month",
            ),
        ),
        GoalStory(
            title="I take a break before I get loud",
            category="skill",
            weight=1,
            less=("raising my voice",),
            more=("saying when I will be back, and coming back",),
            instead_of=("slamming the door",),
            context="Talks about money",
            indicator="Talks about money in which I took the break in time",
            levels=(
                "I take it in none",
                "I take it in one of four",
                "I take it in half",
                "I take it in three of four",
                "I take it in every one",
            ),
        ),
        GoalStory(
            title="I draw on Sunday mornings",
            category="self",
            weight=1,
            less=("tidying up until noon",),
            more=("drawing for an hour",),
            instead_of=("waiting to be asked what I would like",),
            context="Sundays from nine to ten",
            indicator="Sundays of the month on which I drew",
            levels=(
                "I draw on none",
                "I draw on one",
                "I draw on two",
                "I draw on three",
                "I draw on all and show a drawing",
            ),
        ),
    ),
    ratings={11: (1, 1, 0, 1)},
    refusal=Refusal(
        answer="no",
        how_asked="In the car, after a weekend with friends.",
        words="Therapy is where one gets told what one did wrong.",
        reasons=(
            {"code": "blame_venue", "reported_by": "client", "confidence": 2, "quoted": True},
            {"code": "outnumbered_side_taking", "reported_by": "therapist_hypothesis", "confidence": 1},
        ),
    ),
    asked_before=(33,),
    stances={
        Day(1, 1): "refuses",
        Day(6, 4): "ambivalent",
        Day(8, 4): "conditional",
        Day(9, 4): "willing",
    },
    reactions={
        Day(1, 1): {"frustration": 7, "rejected": 5},
        Day(6, 1): {"frustration": 4},
        Day(11, 1): {"frustration": 2},
    },
    notes={
        1: "Laughs at herself getting louder; is tired of it too.",
        6: "Miguel asked what she learns here. She told him of the three breaths.",
        8: "Miguel read the sheet about breaks that lay on the table.",
        9: "Miguel says that he might come along. She left it at that.",
        11: "Four goals gone through. Wants to think about what a joint hour would be for.",
    },
    hopes={Day(2, 1): "That Miguel tells me what he is thinking when he goes quiet."},
    stage_ends=(Day(1, 1), Day(5, 6), Day(5, 6), Day(6, 0), Day(8, 1), Day(10, 6)),
)
