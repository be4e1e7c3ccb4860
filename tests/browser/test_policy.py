"""Pages outside the administration get along with a policy that allows nothing inline."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from playwright.sync_api import Page, expect
from wagtail.models import PageViewRestriction

from govlab.delivery.log import relay
from tests.factories import make_standard, publish
from tests.factories.accounts import make_account

pytestmark = pytest.mark.browser

RECORD = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => {
    window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""
LOGIN_PAGES = [
    "/admin/login/",
    "/admin/password_reset/",
    "/admin/password_reset/done/",
    "/admin/password_reset/confirm/x/y-z/",
    "/admin/password_reset/complete/",
]


@pytest.fixture
def refused(tab: Page) -> Callable[[], list[str]]:
    """Gives what the browser refused on the present page."""
    tab.add_init_script(RECORD)

    def ask() -> list[str]:
        tab.wait_for_load_state("networkidle")
        found: list[str] = tab.evaluate("window.refused")
        return found

    return ask


def test_pages_with_passwords(
    site: str, home: Any, tab: Page, refused: Callable[[], list[str]]
) -> None:
    account = make_account(email="kada@example.org")
    name = urlsafe_base64_encode(force_bytes(account.pk))
    token = default_token_generator.make_token(account)
    for path in [*LOGIN_PAGES, f"/admin/password_reset/confirm/{name}/{token}/"]:
        tab.goto(site + path)
        assert refused() == [], path
    tab.goto(f"{site}/admin/login/")
    tab.fill("input[name=username]", "nav")
    tab.fill("input[name=password]", "nav")
    tab.click("button[type=submit]")
    tab.locator(".messages .error").wait_for()
    assert refused() == []


def test_a_page_with_a_password_of_its_own(
    site: str, home: Any, tab: Page, refused: Callable[[], list[str]]
) -> None:
    page = publish(make_standard(home))
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="parole")
    relay.drain()
    tab.goto(site + page.url)
    assert refused() == []
    tab.fill("input[type=password]", "parole")
    tab.keyboard.press("Enter")
    tab.wait_for_url(site + page.url)
    expect(tab.locator("h1")).to_have_text(page.title)
    assert refused() == []


def test_the_documentation_of_the_api(
    site: str, home: Any, tab: Page, refused: Callable[[], list[str]]
) -> None:
    tab.goto(f"{site}/api/v1/docs")
    tab.locator(".opblock-summary").first.click()
    tab.locator(".opblock-body").first.wait_for()
    assert refused() == []


def test_the_browser_would_refuse_something(
    site: str, home: Any, tab: Page, refused: Callable[[], list[str]]
) -> None:
    tab.goto(f"{site}/admin/login/")
    tab.evaluate("document.body.insertAdjacentHTML('beforeend', '<b style=\"color: red\">x</b>')")
    assert len(refused()) == 1
