"""Instruments that a practice brings itself: a FHIR R4 Questionnaire with a scoring rule."""
