"""The results of measures, read with what says whether a change may be shown, and whether the course is complete."""
