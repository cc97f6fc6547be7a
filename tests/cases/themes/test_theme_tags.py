"""Themes are the clinician's lens: they stay among clinicians by the table itself (S0.10)."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from couplesone.cases.themes.codes import Theme
from couplesone.cases.themes.models import ThemeTag


@pytest.mark.row("S0.10")
@pytest.mark.row("S1.8")
@pytest.mark.row("S2.32")
@pytest.mark.parametrize("theme", Theme)
def test_every_theme_can_be_tagged_with_a_note(therapist, case, theme, files):
    sent = {"theme": theme.value, "note": "Years of asking.", "occurred_on": "2026-02-02"}
    tag = therapist.post(f"/v1/cases/{case}/theme-tags", sent)
    expected = sent | {"visibility": "clinician_private", "confided_by": "therapist"}
    assert {name: tag[name] for name in expected} == expected
    assert therapist.get(f"/v1/theme-tags/{tag['id']}") == tag
    assert "asking" not in files.raw(ThemeTag, tag["id"], "note")


def test_the_themes_of_the_rows_are_there():
    assert {"victim_position", "over_responsible", "blamed", "unheard"} <= {theme.value for theme in Theme}


@pytest.mark.row("S0.10")
@pytest.mark.parametrize("visibility", ["solo", "joint", "author_private"])
def test_nothing_makes_a_theme_readable_for_others(world, therapist, case, mara, visibility):
    sent = {"theme": "blamed", "visibility": visibility}
    assert therapist.refused("POST", f"/v1/cases/{case}/theme-tags", sent) == (422, "validation_failed")
    tag = therapist.post(f"/v1/cases/{case}/theme-tags", {"theme": "blamed"})
    refusal = therapist.refused("PATCH", f"/v1/theme-tags/{tag['id']}", {"visibility": visibility}, etag=tag)
    assert refusal == (422, "validation_failed")
    with pytest.raises(IntegrityError), world.works.open(world.home.id) as work:
        work.add(
            ThemeTag(
                case_id=case,
                client_id=mara,
                recorded_by=world.home.people["therapist"].id,
                occurred_on=world.today,
                theme="blamed",
                visibility=visibility,
            )
        )


def test_a_theme_is_on_no_timeline_and_no_dashboard(therapist, case):
    before = therapist.get(f"/v1/cases/{case}/timeline"), therapist.get(f"/v1/cases/{case}/dashboard")
    therapist.post(f"/v1/cases/{case}/theme-tags", {"theme": "victim_position"})
    after = therapist.get(f"/v1/cases/{case}/timeline"), therapist.get(f"/v1/cases/{case}/dashboard")
    assert before == after
