"""A typed address says nothing of a page that the account may not see."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction, Site

from tests.factories import make_standard, publish
from tests.factories.accounts import make_editor, sign_in

URL = "wagtailadmin_choose_page_external_link"


def typed(account: Any, address: str) -> tuple[dict[str, Any], str]:
    """The response as JSON, and as text."""
    prefix = "external-link-chooser"
    response = sign_in(account).post(
        reverse(URL), {f"{prefix}-url": address, f"{prefix}-link_text": ""}
    )
    return response.json(), response.content.decode()


@pytest.fixture
def sections(home: Any, settings: Any) -> tuple[Any, Any]:
    """Two sections; an account edits the first. The second's only page is private."""
    settings.GOVLAB_SITE_URL = "https://lab.example.org"
    Site.objects.get().save()
    own, other = publish(make_standard(home, "Mana")), publish(make_standard(home, "Cita"))
    secret = publish(make_standard(other, "Slepeni plāni"))
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    return own, secret


@pytest.mark.parametrize("suffix", ["", "?a=1", "#b"])
def test_a_page_that_may_not_be_seen_stays_an_address(
    sections: tuple[Any, Any], suffix: str
) -> None:
    own, secret = sections
    address = secret.full_url + suffix
    answer, text = typed(make_editor(own), address)
    assert answer["step"] == "external_link_chosen"
    assert answer["result"]["url"] == address
    assert "id" not in answer["result"]
    assert "pl\\u0101ni" not in text
    assert "plāni" not in text


@pytest.mark.parametrize("suffix", ["", "?a=1"])
def test_a_page_that_may_be_seen_is_found(
    sections: tuple[Any, Any], admin_user: Any, suffix: str
) -> None:
    _, secret = sections
    answer, _ = typed(admin_user, secret.full_url + suffix)
    found = answer["result"] if not suffix else answer["internal"]
    assert found["id"] == secret.pk


@pytest.mark.parametrize("suffix", ["", "?a=1"])
def test_a_draft_title_is_for_those_who_may_explore(
    sections: tuple[Any, Any], admin_user: Any, suffix: str
) -> None:
    own, secret = sections
    other = secret.get_parent().specific
    other.title = "Cita, bet slepena"
    other.save_revision()
    _, text = typed(make_editor(own), other.full_url + suffix)
    assert "slepena" not in text
    _, text = typed(admin_user, other.full_url + suffix)
    assert "slepena" in text
