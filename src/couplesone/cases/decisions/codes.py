"""Vocabularies of decision points."""

from __future__ import annotations

from couplesone.kernel.coded import Coded
from couplesone.rendering.translation import message


class DecisionOption(Coded):
    """What can be decided (S1.13); in the order of the alphabet, which ranks nothing."""

    DISCERNMENT = "discernment", message("Take time to find out, with help, whether to go on")
    SEPARATE = "separate", message("Separate")
    STAY_AS_IS = "stay_as_is", message("Stay, with things as they are")
    UNDECIDED = "undecided", message("Not decided yet")
    WORK_ON_SELF = "work_on_self", message("Do my own work")


class DecisionMethod(Coded):
    """By what act of the client the decision came (decisions B9)."""

    ACCESS_LINK = "access_link", "By an access link"
    IN_ROOM_CODE = "in_room_code", "By a code shown in the room"
    SIGNED_PAPER = "signed_paper", "On paper that the client signed"


VOCABULARIES: tuple[type[Coded], ...] = (DecisionOption, DecisionMethod)
for _vocabulary in VOCABULARIES:
    _vocabulary.version = 1
