"""The page editor offers to convert a translation to an alias to those who may."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail_localize.models import Translation

from tests.factories import make_standard, publish, translate_page
from tests.factories.accounts import sign_in


@pytest.mark.parametrize(("role", "offers"), [("translator-en", False), ("approver-en", True)])
def test_alias(home: Any, staff: dict[str, Any], role: str, offers: bool) -> None:
    page = publish(make_standard(home, title="Lapa"))
    english = translate_page(page, title="Page", summary="Summary.")
    Translation.objects.update(enabled=False)
    response = sign_in(staff[role]).get(reverse("wagtailadmin_pages:edit", args=[english.pk]))
    assert ("localize-convert-to-alias" in response.content.decode()) == offers
