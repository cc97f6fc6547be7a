"""Danger signs: what a client said by a page that tells of danger, until somebody has seen it (decisions B13)."""
