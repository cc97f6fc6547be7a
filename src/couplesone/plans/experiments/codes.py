"""Vocabularies of experiments."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class ExperimentTemplate(Coded):
    """What sort of move an experiment tries out."""

    OWN_MOVE = "own_move", "A move of one's own"
    CREATE_SPACE = "create_space", "Creating space on planned days"
    SOFT_CONVERSATION = "soft_conversation", "A soft conversation"
    OWN_ACTIVITY = "own_activity", "Something for oneself"
    BOUNDARY = "boundary", "Keeping an own limit"


class ExperimentStatus(Coded):
    """Where an experiment stands."""

    PLANNED = "planned", "Planned"
    DONE = "done", "Done"
    DROPPED = "dropped", "Dropped"


VOCABULARIES: tuple[type[Coded], ...] = (ExperimentTemplate, ExperimentStatus)
for _vocabulary in VOCABULARIES:
    _vocabulary.version = 1
