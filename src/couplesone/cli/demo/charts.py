"""The pictures of a worked case, as the server draws them."""

from __future__ import annotations

from pathlib import Path

from couplesone.sdk import Couplesone


def draw(client: Couplesone, case_id: str, directory: Path, name: str) -> dict[str, str]:
    """Save the pictures of a case and return their paths: progress, and the ripple where anything came back."""
    drawn = {"progress": client.get_progress_chart(case_id)}
    if client.get_ripple(case_id)["responses_recorded"]:
        drawn["ripple"] = client.get_ripple_chart(case_id)
    paths: dict[str, str] = {}
    for kind, picture in drawn.items():
        path = directory / f"{name}-{kind}.svg"
        path.write_bytes(picture)
        paths[kind] = str(path)
    return paths
