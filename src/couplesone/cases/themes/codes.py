"""The vocabulary of themes."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class Theme(Coded):
    """A theme in the client's telling (S0.10, S1.8, S2.32); a lens of the clinician's, no finding."""

    VICTIM_POSITION = "victim_position", "Tells it as done to them"
    OVER_RESPONSIBLE = "over_responsible", "Carries more than their part"
    BLAMED = "blamed", "Feels blamed"
    UNHEARD = "unheard", "Has not been heard for long"
    SELF_SILENCING = "self_silencing", "Keeps quiet to keep the peace"
    RESCUING = "rescuing", "Takes care of the other first"
    SCOREKEEPING = "scorekeeping", "Keeps count of who did what"
    RESIGNATION = "resignation", "Expects nothing any more"
    CONTROL_BY_WILL = "control_by_will", "Hopes that will power settles it"


VOCABULARIES: tuple[type[Coded], ...] = (Theme,)
Theme.version = 1
