"""Pictures and files that documents show: replaced, renamed, deleted, moved out of sight."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from cases.models import CaseGalleryImage
from tests.factories import make_case, make_case_index, make_document, make_image, make_standard
from tests.factories import publish as publish_in_code

from .admin import bulk, post, publish
from .portal import NOTHING, Portal


@pytest.fixture
def image(portal: Portal) -> Any:
    return make_image()


@pytest.fixture
def file(portal: Portal) -> Any:
    return make_document()


def with_file(home: Any, file: Document) -> Any:
    block = {"title": "Faili", "documents": [{"document": file, "title": ""}]}
    link = f'<p><a linktype="document" id="{file.pk}">lejupielādei</a></p>'
    return publish_in_code(make_standard(home, body=[("documents", block), ("rich_text", link)]))


def assert_absent(document: dict[str, Any]) -> None:
    assert document["linked_files"] == []
    assert [block["type"] for block in document["body"]] == ["rich_text"]
    assert document["body"][0]["html"] == "<p>lejupielādei</p>"


def closed_collection(client: Client) -> Collection:
    closed = Collection.get_first_root_node().add_child(name="Slēgta")
    close(client, closed, "login")
    return closed


def close(client: Client, collection: Collection, kind: str) -> None:
    url = reverse("wagtailadmin_collections:set_privacy", args=[collection.pk])
    assert client.post(url, {"restriction_type": kind}).json()["step"] == "set_privacy_done"


def test_image_replaced(portal: Portal, editor_client: Client, home: Any, image: Any) -> None:
    page = publish_in_code(make_standard(home, listing_image=image))
    block = {"image": image, "alt": "Tilts", "decorative": False, "caption": ""}
    other = publish_in_code(make_standard(home, body=[("image", block)]))
    portal.follow()
    before = portal[page]["image"]
    picture = get_test_image_file(size=(100, 50)).file.getvalue()
    file = ContentFile(picture, name="cits.png")
    data = {"title": image.title, "collection": str(image.collection_id)}
    post(editor_client, "wagtailimages:edit", image.pk, **data, file=file)
    assert set(portal.follow().documents) == {page.pk, other.pk}
    after = portal[page]["image"]
    assert (after["width"], after["height"]) == (100, 50)
    assert not {source["url"] for source in before["srcset"]} & {
        source["url"] for source in after["srcset"]
    }


def test_image_in_a_card(portal: Portal, editor_client: Client, home: Any, image: Any) -> None:
    target = publish_in_code(make_standard(home, listing_image=image))
    related = {"title": "", "pages": [target]}
    page = publish_in_code(make_standard(home, body=[("related_pages", related)]))
    portal.follow()
    data = {"title": image.title, "collection": str(image.collection_id)}
    post(editor_client, "wagtailimages:edit", image.pk, **data, credit="A. Ozols, CC BY")
    assert set(portal.follow().documents) == {target.pk, page.pk}
    assert portal[page]["body"][0]["pages"][0]["image"]["credit"] == "A. Ozols, CC BY"


def test_alt_changed(portal: Portal, editor_client: Client, home: Any, image: Any) -> None:
    page = publish_in_code(make_standard(home, listing_image=image, listing_image_alt="Tilts"))
    other = publish_in_code(make_standard(home, listing_image=image, listing_image_alt="Tilts"))
    portal.follow()
    publish(editor_client, page, listing_image_alt="Koka tilts")
    assert list(portal.follow().documents) == [page.pk]
    assert portal[page]["image"]["alt"] == "Koka tilts"
    assert portal[other]["image"]["alt"] == "Tilts"


def test_image_deleted(portal: Portal, editor_client: Client, home: Any, image: Any) -> None:
    page = publish_in_code(make_standard(home, listing_image=image))
    block = {"image": image, "alt": "Tilts", "decorative": False, "caption": ""}
    other = publish_in_code(make_standard(home, body=[("image", block)]))
    portal.follow()
    post(editor_client, "wagtailimages:delete", image.pk)
    assert set(portal.follow().documents) == {page.pk, other.pk}
    assert (portal[page]["image"], portal[other]["body"]) == (None, [])


def test_images_deleted_in_bulk(
    portal: Portal, editor_client: Client, home: Any, image: Any
) -> None:
    second = make_image()
    pages = [publish_in_code(make_standard(home, listing_image=each)) for each in (image, second)]
    portal.follow()
    bulk(editor_client, "delete", [image, second])
    assert set(portal.follow().documents) == {page.pk for page in pages}


def test_file_changed(portal: Portal, editor_client: Client, home: Any, file: Any) -> None:
    page = with_file(home, file)
    portal.follow()
    data = {"title": "Jauns nosaukums", "collection": str(file.collection_id)}
    post(
        editor_client,
        "wagtaildocs:edit",
        file.pk,
        **data,
        file=ContentFile(b"cits teksts", name="cits.txt"),
    )
    assert list(portal.follow().documents) == [page.pk]
    shown = portal[page]["body"][0]["files"][0]
    assert (shown["title"], shown["size"]) == ("Jauns nosaukums", 11)
    assert shown["filename"].startswith("cits")
    # The text links to it too.
    (linked,) = portal[page]["linked_files"]
    assert (linked["id"], linked["digest"]) == (file.pk, shown["digest"])


def test_file_deleted(portal: Portal, editor_client: Client, home: Any, file: Any) -> None:
    page = with_file(home, file)
    portal.follow()
    post(editor_client, "wagtaildocs:delete", file.pk)
    assert list(portal.follow().documents) == [page.pk]
    assert_absent(portal[page])


def test_collection_closed_and_opened(
    portal: Portal, editor_client: Client, home: Any, file: Any
) -> None:
    closed = Collection.get_first_root_node().add_child(name="Slēgta")
    file.collection = closed.add_child(name="Iekšā")
    file.save()
    page = with_file(home, file)
    portal.follow()
    for kind, present in (("login", False), ("none", True), ("login", False)):
        close(editor_client, closed, kind)
        assert list(portal.follow().documents) == [page.pk]
        assert (len(portal[page]["body"]) == 2) is present
    assert_absent(portal[page])


def test_file_moved_into_a_closed_collection(
    portal: Portal, editor_client: Client, home: Any, file: Any
) -> None:
    closed = closed_collection(editor_client)
    page = with_file(home, file)
    portal.follow()
    data = {"title": file.title, "collection": str(closed.pk)}
    post(editor_client, "wagtaildocs:edit", file.pk, **data)
    portal.follow()
    assert_absent(portal[page])


def test_files_moved_into_a_closed_collection_in_bulk(
    portal: Portal, editor_client: Client, home: Any, file: Any
) -> None:
    """Wagtail does it with one update, which sends no signal."""
    closed = closed_collection(editor_client)
    page = with_file(home, file)
    portal.follow()
    bulk(editor_client, "add_to_collection", [file], collection=str(closed.pk))
    assert list(portal.follow().documents) == [page.pk]
    assert_absent(portal[page])


def test_collection_moved_under_a_closed_one(
    portal: Portal, editor_client: Client, home: Any, file: Any
) -> None:
    closed = closed_collection(editor_client)
    moved = Collection.get_first_root_node().add_child(name="Pārceļama")
    file.collection = moved
    file.save()
    page = with_file(home, file)
    portal.follow()
    data = {"name": moved.name, "parent": str(closed.pk)}
    post(editor_client, "wagtailadmin_collections:edit", moved.pk, **data)
    portal.follow()
    assert_absent(portal[page])


def test_file_that_no_document_shows(
    portal: Portal, editor_client: Client, home: Any, file: Any
) -> None:
    post(editor_client, "wagtaildocs:delete", file.pk)
    assert portal.follow() == NOTHING


def test_picture_that_cannot_be_read_is_left_out_of_the_gallery(
    portal: Portal, home: Any, image: Any
) -> None:
    case = make_case(publish_in_code(make_case_index(home)))
    lost = make_image()
    lost.file.storage.delete(lost.file.name)
    # It was lost before anybody read it.
    type(lost).objects.filter(pk=lost.pk).update(file_hash="")
    for place, picture in enumerate((lost, image)):
        CaseGalleryImage.objects.create(
            page=case, image=picture, alt="Attēls", sort_order=place, locale=case.locale
        )
    publish_in_code(case)
    portal.follow()
    assert [entry["image"]["width"] for entry in portal[case]["gallery"]] == [image.width]
