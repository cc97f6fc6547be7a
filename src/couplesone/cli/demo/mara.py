"""C1: the partner declines for good; the client stops pressing, and reaches her own goals all the same."""

from __future__ import annotations

from couplesone.cli.demo.story import Day, GoalStory, Person, Refusal, WorkedCase

MARA = WorkedCase(
    code="C1",
    client=Person("Mara L.", "she/her", 38),
    partner=Person("Tobias", "he/him"),
    relationship="married",
    years_together=11,
    purpose=(
        "I have asked and asked, and I do not like who I am when I ask. "
        "I want to find out what I can do myself, whether or not Tobias ever comes."
    ),
    values="I want to say what matters to me and leave Tobias his answer.",
    next_step="Go through the three goals together and decide what to keep up.",
    focus="pressure",
    weeks=16,
    session_weekday=2,
    plan_week=6,
    counts={
        "pressure": (6, 5, 7, 6, 6, 5, 4, 3, 3, 2, 2, 1, 1, 1, 0, 0),
        "need_statements": (0, 1, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 5, 6, 5),
    },
    scales={
        "agency": (2, 2, 3, 2, 3, 4, 4, 5, 5, 6, 6, 7, 7, 7, 8, 8),
        "urgency": (9, 9, 8, 9, 8, 7, 7, 6, 5, 5, 4, 4, 3, 3, 2, 2),
        "acceptance_of_refusal": (1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 6, 7, 7, 8, 8),
    },
    goals=(
        GoalStory(
            title="I let the evening pass without bringing up therapy",
            category="pattern",
            weight=3,
            less=("asking again", "sending articles"),
            more=("saying in one sentence how my day was",),
            instead_of=("explaining once more why therapy would help",),
            context="Evenings after supper, when the children are in bed",
            indicator="Evenings of the week on which I did not bring it up",
            levels=(
                "I bring it up every evening",
                "I let one or two evenings pass",
                "I let four evenings pass",
                "I let six evenings pass",
                "I let every evening pass for a month",
            ),
        ),
        GoalStory(
            title="I say what I need without blame",
            category="voice_needs",
            weight=2,
            less=("starting a sentence with 'you never'",),
            more=("saying what I feel and what I would like",),
            instead_of=("keeping a list of his mistakes",),
            context="When I am disappointed about the weekend",
            indicator="Needs said in the week without a reproach",
            levels=(
                "I say none",
                "I say one, with a reproach in it",
                "I say two without a reproach",
                "I say four without a reproach",
                "I say one every day without a reproach",
            ),
        ),
        GoalStory(
            title="I go to choir on Thursdays",
            category="self",
            weight=1,
            less=("staying at home to wait for a talk",),
            more=("singing with people I like",),
            instead_of=("cancelling at the last minute",),
            context="Thursday evenings",
            indicator="Rehearsals of the month that I went to",
            levels=(
                "I go to none",
                "I go to one",
                "I go to two",
                "I go to three",
                "I go to all and sing in the concert",
            ),
        ),
    ),
    ratings={13: (0, 1, 0), 16: (1, 1, 0)},
    refusal=Refusal(
        answer="firm_no",
        how_asked="At the kitchen table, with the number of the practice written down.",
        words="I do not discuss us with a stranger.",
        reasons=(
            {"code": "exposure_to_outsider", "reported_by": "client", "confidence": 2, "quoted": True},
            {"code": "autonomy", "reported_by": "therapist_hypothesis", "confidence": 1},
        ),
    ),
    asked_before=(60, 19),
    stances={Day(1, 2): "refuses"},
    reactions={
        Day(1, 2): {"disappointment": 8, "rejected": 7, "helpless": 7},
        Day(9, 2): {"disappointment": 5, "resentment": 4},
        Day(16, 2): {"disappointment": 3},
    },
    notes={
        1: "Told the story of the last no, and how alone it left her.",
        5: "Saw on paper that each ask was followed by two silent days.",
        9: "Would like to ask him once more; looked at what the asking does first.",
        13: "Eight weeks of fewer asks. Says the house has become quieter, and she too.",
        16: "Tobias has not changed his mind. She sleeps, sings, and says what she needs.",
    },
    hopes={Day(3, 2): "That Tobias asks one day what I learn here."},
    stage_ends=(Day(1, 2), Day(5, 6), Day(5, 6), Day(6, 0), Day(9, 2), Day(13, 6)),
    refused_goal=GoalStory(
        title="Tobias comes along to therapy",
        category="connection",
        weight=1,
        less=("arguing about it",),
        more=("going together",),
        instead_of=(),
        context="By the summer",
        indicator="Sessions that Tobias came to",
        levels=("Never", "He thinks about it", "He comes once", "He comes twice", "He comes every week"),
    ),
)
