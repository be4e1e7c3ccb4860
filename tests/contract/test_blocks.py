"""Every block that a page may hold is in its document as the contract declares it."""

from typing import Any

import pytest
from django.test import Client

from govlab.core.schemas.blocks import BLOCK_SCHEMAS
from govlab.delivery.log import relay
from tests.factories import make_document, make_image, make_standard, publish

from .schemas import errors, named


def values(page: Any) -> dict[str, Any]:
    step = {"title": "Solis", "text": "<p>Teksts</p>"}
    link = {"label": "Lasīt", "page": page.pk, "document": None, "url": ""}
    table = {"data": [["Gads", "Skaits"], ["2025", "3"]], "table_caption": "Skaiti"}
    table |= {"first_row_is_table_header": True, "first_col_is_header": False}
    return {
        "heading": {"text": "Virsraksts", "level": "2"},
        "rich_text": f'<p><a linktype="page" id="{page.pk}">Saite</a></p>',
        "quote": {"text": "Tā ir.", "author": "Anna"},
        "image": {"image": make_image().pk, "alt": "Galds", "decorative": False, "caption": ""},
        "embed": {"url": "https://vimeo.com/1", "title": "Video", "text_alternative": "Saruna."},
        "documents": {"title": "Faili", "documents": [{"document": make_document().pk}]},
        "steps": {"title": "Soļi", "steps": [step, step]},
        "facts": {"title": "Skaitļi", "facts": [{"value": "3", "label": "gadi"}], "source": ""},
        "table": table,
        "accordion": {"title": "Jautājumi", "entries": [step]},
        "call_to_action": {"title": "Nāc", "text": "", "link": link},
        "related_pages": {"title": "Skat. arī", "pages": [page.pk]},
    }


@pytest.mark.parametrize("name", BLOCK_SCHEMAS)
def test_block(client: Client, contract: Any, home: Any, name: str) -> None:
    relay.drain()
    page = make_standard(home)
    stream = page._meta.get_field("body").stream_block
    page.body = stream.to_python([{"type": name, "value": values(home)[name], "id": "b1"}])
    publish(page)
    relay.drain()
    document = client.get(f"/api/v1/pages/{page.pk}").json()
    assert [block["type"] for block in document["body"]] == [name]
    assert document["body"][0]["id"] == "b1"
    assert errors(contract, named("Document"), document) == []
