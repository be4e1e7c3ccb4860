"""Reports list what the account may see."""

from typing import Any

import pytest
from django.urls import reverse

from tests.factories import make_news, make_news_index, publish, translate_page
from tests.factories.accounts import ENTER, make_account, make_editor, make_group, sign_in


@pytest.fixture
def news(home: Any) -> Any:
    home = publish(home)
    translate_page(home, title="Home", summary="Summary.")
    index = publish(make_news_index(home))
    translate_page(index, title="News", summary="Summary.")
    return index


def test_a_source_that_the_account_may_not_see_is_not_listed(news: Any) -> None:
    draft = make_news(news, "Slepena", live=False)
    translation = translate_page(draft, title="Secret", summary="Summary.")
    translation.unpublish()
    english = make_editor(translation.get_parent())
    latvian = make_editor(news)
    address = reverse("govlab_translation_report")
    assert "Slepena" not in sign_in(english).get(address).content.decode()
    assert "Secret" not in sign_in(latvian).get(address).content.decode()
    own = sign_in(latvian).get(reverse("govlab_translation_report")).content.decode()
    assert "Slepena" in own
    assert reverse("wagtailadmin_pages:edit", args=[translation.pk]) not in own


def test_a_spreadsheet_has_the_same_rows(news: Any) -> None:
    make_news(news, "Slepena", live=False)
    account = make_account(make_group(ENTER, pages={news.get_translations().get(): ("change",)}))
    response = sign_in(account).get(
        reverse("govlab_translation_report"), {"export": "csv", "state": "all"}
    )
    text = b"".join(response.streaming_content).decode()
    assert "Jaunumi" in text
    assert "Slepena" not in text
