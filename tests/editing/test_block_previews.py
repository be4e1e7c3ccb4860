"""Every block can be previewed in the block picker."""

import pytest
from django.test import Client
from django.urls import reverse

from home.models import StandardPage

BLOCKS = StandardPage._meta.get_field("body").stream_block.child_blocks


@pytest.mark.django_db
@pytest.mark.parametrize("name", list(BLOCKS))
def test_preview(editor_client: Client, name: str) -> None:
    answer = editor_client.get(
        reverse("wagtailadmin_block_preview"), {"id": BLOCKS[name].definition_prefix}
    )
    assert answer.status_code == 200
    assert "govlab/" in answer.content.decode(), "the preview wears the site's styles"
