"""Instruments: what can be scored, as data. Scoring facts only; the wording of no published item is shipped."""
