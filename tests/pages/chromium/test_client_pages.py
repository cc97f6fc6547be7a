"""The client's pages in a real browser: without JavaScript, by keyboard alone, for a screen reader, left in a hurry."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, Page, expect

from support import browser
from support.site import (
    TYPED,
    Site,
    check_in,
    crisis,
    decision,
    door,
    fill,
    item,
    measure,
    over,
    second_measure,
    worded_measure,
    wrong,
    wrong_decision,
    wrong_measure,
)

pytestmark = pytest.mark.skipif(browser.missing(), reason=browser.NOT_RUN)
PAGES = [
    *(door, over, check_in, wrong, crisis, decision, wrong_decision),
    *(measure, wrong_measure, worded_measure, second_measure),
]


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("come_to", PAGES, ids=lambda page: page.__name__)
def test_axe_finds_nothing_and_nothing_is_cut_off(
    site: Site, come_to: Callable[[Site], Page], width: int
) -> None:
    page = come_to(site)
    page.set_viewport_size({"width": width, "height": 800})
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.get_attribute("html", "lang") == "en"
    assert page.title() in ("Weekly note", "Error: Weekly note")


def test_axe_would_find_something(site: Site) -> None:
    page = door(site)
    page.evaluate("document.querySelector('label').remove()")
    assert Axe().run(page).violations_count > 0


def test_the_summary_of_errors_has_the_focus_and_leads_to_the_fields(site: Site) -> None:
    page = wrong(site)
    expect(page.locator("#summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    field_in_error = page.get_by_label("How much was your week in your own hands?")
    expect(field_in_error).to_be_focused()
    expect(field_in_error).to_have_attribute("aria-invalid", "true")
    expect(field_in_error).to_have_accessible_description("Type a whole number from 0 to 10.")


def test_the_summary_of_errors_leads_into_a_measure(site: Site) -> None:
    page = wrong_measure(site)
    expect(page.locator("#summary")).to_be_focused()
    page.get_by_role("link", name="Answer at least one item.").press("Enter")
    expect(item(page, 1).get_by_label("0")).to_be_focused()
    expect(item(page, 1)).to_have_accessible_description("Answer at least one item.")
    page = worded_measure(site)
    page.get_by_role("link", name="Item 1: Type a whole number from 0 to 100.").press("Enter")
    typed = page.get_by_label("How warm was it?")
    expect(typed).to_be_focused()
    expect(typed).to_have_attribute("aria-invalid", "true")


def test_the_summary_of_errors_leads_to_what_is_wrong_with_all_answers(site: Site) -> None:
    page = second_measure(site)
    page.get_by_role("link", name="Answers of today are here already").press("Enter")
    expect(page.locator("#sheet")).to_be_focused()
    expect(page.locator("#sheet")).to_contain_text("these were not kept")


# -- by keyboard alone ----------------------------------------------------------------------------------


def test_by_keyboard_alone(site: Site) -> None:
    page = site.page()
    page.goto(site.link().partition("#")[0])
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Leave this page")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type(site.code().lower())
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Send").wait_for()
    names = []
    for _ in range(40):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.name || document.activeElement.id")
        names.append(name)
        if name == "agency":
            page.keyboard.type("7")
        if name == "week":
            page.keyboard.press("ArrowDown")
        if name == "send":
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    order = page.evaluate(
        "[...new Set([...document.querySelectorAll('#exit, input:not([type=hidden]), textarea, button')]"
        ".map(e => e.name || e.id))]"
    )
    assert names == order
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Thank you").wait_for()
    assert [item["ratings"] for item in site.check_ins()] == [{"agency": 7}]


def test_a_measure_by_keyboard_alone(site: Site) -> None:
    page = site.opened("measure", "csi32")
    names = []
    for _ in range(40):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.name || document.activeElement.id")
        names.append(name)
        if name == "send":
            break
        if name == "item_1":
            page.keyboard.press("ArrowUp")  # the highest number: No answer comes after it
        if name == "item_32":
            page.keyboard.press("ArrowDown")  # round to the lowest number
    order = ["exit", *(f"item_{place}" for place in range(1, 33)), "send"]
    assert names == order
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Thank you").wait_for()
    assert site.answers() == [[6, *[None] * 30, 0]]


# -- without JavaScript ---------------------------------------------------------------------------------


def test_without_javascript(site: Site) -> None:
    page = site.page(java_script_enabled=False)
    page.goto(site.link())
    page.get_by_label("Your code").fill(site.code())
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("How much was your week in your own hands?").fill("11")
    page.get_by_role("button", name="Send").click()
    page.get_by_role("link", name="Type a whole number from 0 to 10.").click()
    page.get_by_label("How much was your week in your own hands?").fill("7")
    page.get_by_role("button", name="Send").click()
    page.get_by_role("heading", name="Thank you").wait_for()
    assert [item["ratings"] for item in site.check_ins()] == [{"agency": 7}]


def test_a_measure_without_javascript(site: Site) -> None:
    page = site.page(java_script_enabled=False)
    page.goto(site.link("measure", "phq9"))
    page.get_by_label("Your code").fill(site.code("measure", "phq9"))
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Send").click()
    page.get_by_role("link", name="Answer at least one item.").click()
    item(page, 1).get_by_label("3").check()
    item(page, 2).get_by_label("2").check()
    item(page, 2).get_by_label("No answer").check()
    item(page, 9).get_by_label("1").check()
    page.get_by_role("button", name="Send").click()
    page.get_by_role("heading", name="Thank you").wait_for()
    expect(page.get_by_role("alert")).to_contain_text("112")
    assert site.answers() == [[3, *[None] * 7, 1]]


def test_without_javascript_the_way_out_is_a_link(site: Site) -> None:
    page = site.page(java_script_enabled=False)
    page.goto(f"{site.address}/note")
    page.get_by_role("link", name="Leave this page").click()
    page.wait_for_url(site.exit_url)


# -- with JavaScript ------------------------------------------------------------------------------------


def test_a_link_opens_its_page_and_leaves_the_address_bar_clean(site: Site) -> None:
    page = site.opened()
    assert urlsplit(page.url).fragment == ""
    assert urlsplit(page.url).path.startswith("/note/")
    fill(page)
    page.get_by_role("button", name="Send").click()
    page.get_by_role("heading", name="Thank you").wait_for()
    assert [item["note"] for item in site.check_ins()] == [TYPED]
    assert [url for url in site.asked if "c1l_" in urlsplit(url)._replace(fragment="").geturl()] == []


def test_two_clicks_send_one_note(site: Site) -> None:
    page = site.opened()
    fill(page)
    page.get_by_role("button", name="Send").dblclick()
    page.get_by_role("heading", name="Thank you").wait_for()
    assert len(site.check_ins()) == 1


def test_a_decision_is_written(site: Site) -> None:
    page = decision(site)
    page.get_by_role("group", name="What do you decide").get_by_label("Do my own work").check()
    page.get_by_label("want to stay").fill("7")
    page.get_by_label("want to leave").fill("6")
    page.get_by_label("On which day").fill("2026-06-01")
    page.get_by_label("This is my decision").check()
    page.get_by_role("button", name="Send").click()
    page.get_by_role("heading", name="Thank you").wait_for()
    (found,) = site.chart.world.therapist.get(f"/v1/cases/{site.chart.case_id}/decision-points")["items"]
    assert (found["choice"], found["evidence"]["method"]) == ("work_on_self", "access_link")


def test_a_measure_is_answered_once(site: Site) -> None:
    page = measure(site)
    for place in range(1, 33):
        item(page, place).get_by_label("4").check()
    page.get_by_role("button", name="Send").dblclick()
    page.get_by_role("heading", name="Thank you").wait_for()
    assert site.answers() == [[4] * 32]


def test_no_other_host_is_asked_and_the_policy_is_never_broken(site: Site) -> None:
    for come_to in (check_in, crisis, decision, measure):
        come_to(site)
    assert {urlsplit(url).netloc for url in site.asked} == {urlsplit(site.address).netloc}
    assert site.complaints == []


# -- left in a hurry ------------------------------------------------------------------------------------


def by_click(page: Page) -> None:
    """Leave by the link."""
    page.get_by_role("link", name="Leave this page").click()


def by_shift(page: Page) -> None:
    """Leave by pressing Shift three times."""
    for _ in range(3):
        page.keyboard.press("Shift")


@pytest.mark.parametrize("leave", [by_click, by_shift])
@pytest.mark.parametrize("come_to", [check_in, wrong, crisis, second_measure], ids=lambda page: page.__name__)
def test_there_is_no_way_back(
    site: Site, come_to: Callable[[Site], Page], leave: Callable[[Page], None]
) -> None:
    page = come_to(site)
    if come_to is check_in:
        fill(page)
    leave(page)
    page.wait_for_url(site.exit_url)
    for _ in range(3):
        with suppress(Error):  # there is nothing to go back to, or what was there is not kept
            page.go_back(wait_until="load", timeout=3000)
        page.wait_for_timeout(300)
        shown = page.content()
        assert TYPED not in shown
        assert "own hands" not in shown
        assert "Item 1" not in shown
        assert "emergency" not in shown


def test_two_shifts_or_a_capital_letter_do_not_leave(site: Site) -> None:
    page = site.opened()
    page.get_by_label("Anything you want to add?").focus()
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.type("ABC")
    page.keyboard.press("Shift")
    page.wait_for_timeout(300)
    assert page.url.startswith(site.address)


def test_whoever_left_may_come_again(site: Site) -> None:
    page = site.opened()
    by_click(page)
    page.wait_for_url(site.exit_url)
    page.goto(site.link())
    page.get_by_role("button", name="Send").wait_for()
