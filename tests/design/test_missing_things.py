"""Pages show themselves when what they refer to was deleted, is empty or lost its file."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from wagtail import blocks
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from cases.models import CaseAttachment, CaseGalleryImage
from govlab.core.blocks import BodyBlock
from govlab.delivery.log import relay
from govlab.delivery.models import Mark
from home.models import MethodMaterial, MethodStep
from tests.factories import (
    make_case,
    make_case_index,
    make_document,
    make_image,
    make_method,
    make_method_index,
    make_mission,
    make_news,
    make_news_index,
    make_standard,
    publish,
)

pytestmark = pytest.mark.django_db

BLOCKS = BodyBlock().child_blocks
# Nothing, and what is not there.
EMPTY: list[Any] = [None, ""]


def emptied(block: blocks.Block, empty: Any) -> Any:
    """A stored value of the block in which everything is missing."""
    if isinstance(block, blocks.StructBlock):
        return {name: emptied(child, empty) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.ListBlock):
        return [emptied(block.child_block, empty)]
    if isinstance(block, blocks.ChooserBlock):
        return 999_999 if empty is not None else None
    return empty


@pytest.fixture
def _stored_before_the_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that no form would take any more: stored by an earlier version, or by hand."""
    monkeypatch.setattr("govlab.core.publication.gate.ensure_publishable", lambda page: None)


def lose(file: Any) -> None:
    Path(default_storage.path(file.name)).unlink()


def shows(client: Client, page: Any) -> str:
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.usefixtures("_stored_before_the_gate")
@pytest.mark.parametrize("empty", EMPTY)
@pytest.mark.parametrize("name", list(BLOCKS))
def test_empty_block(client: Client, home: Any, name: str, empty: Any) -> None:
    page = make_standard(home)
    value = emptied(BLOCKS[name], empty)
    page.body = page._meta.get_field("body").stream_block.to_python(
        [{"type": name, "value": value, "id": "00000000-0000-0000-0000-000000000001"}]
    )
    page.save(clean=False)
    shows(client, page)
    if empty is not None:  # which no form gives, and the contract has no null for
        relay.drain()
        assert not Mark.objects.exists(), Mark.objects.values_list("error", flat=True)


def test_deleted_files_and_pictures(client: Client, home: Any) -> None:
    files, pictures = [make_document() for _ in range(2)], [make_image() for _ in range(2)]
    listed = {
        "title": "Faili",
        "documents": [
            {"document": file, "title": title} for file, title in zip(files, ["", "T"], strict=True)
        ],
    }
    body = [
        ("documents", listed),
        ("image", {"image": pictures[0], "alt": "a", "decorative": False, "caption": "c"}),
        ("rich_text", f'<p><a linktype="document" id="{files[0].pk}">te</a></p>'),
        (
            "call_to_action",
            {"title": "Nāc", "text": "", "link": {"label": "te", "document": files[0]}},
        ),
    ]
    page = publish(make_standard(home, body=body, listing_image=pictures[1]))
    assert "dokuments" in shows(client, page)
    files[0].delete()
    for picture in pictures:
        picture.delete()
    html = shows(client, page)
    assert html.count("/documents/") == 1
    files[1].delete()
    html = shows(client, page)
    assert "/documents/" not in html
    assert "Faili" not in html


def test_rows_of_deleted_files(client: Client, home: Any) -> None:
    case = make_case(make_case_index(home))
    method = make_method(make_method_index(home))
    file, picture = make_document(), make_image()
    CaseAttachment.objects.create(page=case, document=file)
    CaseGalleryImage.objects.create(page=case, image=picture, alt="a")
    MethodMaterial.objects.create(page=method, document=file)
    MethodStep.objects.create(page=method, title="S", text="", image=picture)
    assert "dokuments" in shows(client, case)
    assert "dokuments" in shows(client, method)
    file.delete()
    picture.delete()
    assert "/documents/" not in shows(client, case) + shows(client, method)


@pytest.mark.usefixtures("_stored_before_the_gate")
def test_lost_originals(client: Client, home: Any) -> None:
    picture = make_image()
    block = {"image": picture, "alt": "a", "decorative": False, "caption": ""}
    rich = f'<embed embedtype="image" id="{picture.pk}" format="fullwidth" alt="a"/>'
    pages = [
        make_standard(home, listing_image=picture, body=[("image", block), ("rich_text", rich)]),
        make_news(make_news_index(home), listing_image=picture),
        make_case(make_case_index(home), listing_image=picture),
    ]
    lose(picture.file)
    for page in [*pages, home, *(page.get_parent() for page in pages)]:
        assert "not-found" not in shows(client, page).partition("<body>")[0]


@pytest.mark.usefixtures("_stored_before_the_gate")
@pytest.mark.parametrize("make", [make_mission, make_standard])
def test_page_with_as_little_as_it_may_have(client: Client, home: Any, make: Any) -> None:
    page = make(home)
    page.title = page.summary = page.seo_title = page.search_description = ""
    page.save(clean=False)
    shows(client, page)


def restrict(file: Document, kind: str) -> None:
    collection = Collection.get_first_root_node().add_child(name="Slēgta")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=kind)
    file.collection = collection.add_child(name="Iekšā")
    file.save()


def test_closed_files_are_shown_to_those_whom_their_collection_lets_in(
    client: Client, home: Any, admin_user: Any
) -> None:
    file = make_document()
    block = {"title": "Faili", "documents": [{"document": file, "title": ""}]}
    link = f'<p><a linktype="document" id="{file.pk}">te</a></p>'
    action = {"title": "Nāc", "text": "", "link": {"label": "te", "document": file}}
    body = [("documents", block), ("rich_text", link), ("call_to_action", action)]
    page = publish(make_standard(home, body=body))
    assert shows(client, page).count("/documents/") == 3
    restrict(file, "login")
    assert "/documents/" not in shows(client, page)
    client.force_login(admin_user)
    assert "/documents/" not in shows(client, page), "a public page is the same for everybody"
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert shows(client, page).count("/documents/") == 3
