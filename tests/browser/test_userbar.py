"""The editors' bar: on public pages for editors only, under the site's policy, with checks."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Page, expect

from tests.factories import make_news, make_news_index, publish

pytestmark = pytest.mark.browser


def test_the_bar_and_the_panel_of_checks(site: str, home: Any, tab: Page) -> None:
    page = publish(
        make_news(
            publish(make_news_index(publish(home))),
            summary="Teksts ar kļuddu.",
            body=[("rich_text", '<p>Lasiet <a href="https://piemers.lv/">šeit</a>.</p>')],
        )
    )
    requested: list[str] = []
    problems: list[str] = []
    tab.on("request", lambda request: requested.append(request.url))
    tab.on("console", lambda message: problems.append(message.text))
    tab.goto(f"{site}{page.url}")
    tab.wait_for_load_state("networkidle")
    assert not [url for url in requested if "userbar" in url and not url.endswith("userbar.js")]
    as_reader = tab.request.get(f"{site}{page.url}").text()

    get_user_model().objects.create_superuser("redaktore", "r@example.org", "parole-testam")
    tab.goto(f"{site}/admin/")
    tab.fill("input[name=username]", "redaktore")
    tab.fill("input[name=password]", "parole-testam")
    tab.click("button[type=submit]")
    tab.wait_for_url(f"{site}/admin/")
    assert tab.request.get(f"{site}{page.url}").text() == as_reader
    problems.clear()
    tab.goto(f"{site}{page.url}")
    tab.get_by_role("button", name="Rādīt Wagtail ātrās darbības").click()
    tab.get_by_role("menuitem", name="Rediģēt šo lapu").click()
    tab.wait_for_url(f"**/admin/pages/{page.pk}/edit/")
    refused = ("Content Security Policy", "Trusted")
    assert not [problem for problem in problems if any(word in problem for word in refused)]

    tab.locator("[data-side-panel-toggle=checks]").click()
    panel = tab.locator("[data-content-checks]")
    expect(panel).to_contain_text("Saites teksts „šeit” nepasaka")
    expect(panel).to_contain_text("Vārda „kļuddu” nav vārdnīcā.")
    panel.get_by_role("button", name="Pievienot vārdu sarakstam").click()
    expect(panel).not_to_contain_text("kļuddu")
    tab.goto("about:blank")
    tab.wait_for_load_state("networkidle")
