"""Every way that a file comes in asks the same; what is wrong is a form error, never a failure."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Collection
from wagtail.users.models import UserProfile

from govlab.core.images import SiteImage
from tests.factories import make_document, make_image
from tests.pictures import bomb, encoded, from_camera, scene

pytestmark = pytest.mark.django_db

AJAX = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}
Send = Callable[[Client, SimpleUploadedFile], str]


def fields(file: SimpleUploadedFile, prefix: str = "") -> dict[str, Any]:
    collection = Collection.get_first_root_node().pk
    return {
        f"{prefix}{name}": value
        for name, value in {"title": "Nosaukums", "collection": collection, "file": file}.items()
    }


def add(app: str) -> Send:
    return lambda client, file: answered(client.post(reverse(f"{app}:add"), fields(file)))


def several(app: str) -> Send:
    def send(client: Client, file: SimpleUploadedFile) -> str:
        data = {"title": "Nosaukums", "files[]": file}
        response = client.post(reverse(f"{app}:add_multiple"), data, **AJAX)  # type: ignore[arg-type]
        result = json.loads(answered(response))
        return "" if result["success"] else str(result["error_message"])

    return send


def choose(app: str, prefix: str) -> Send:
    return lambda client, file: answered(
        client.post(reverse(f"{app}_chooser:create"), fields(file, prefix))
    )


def edit(app: str, make: Callable[[], Any]) -> Send:
    return lambda client, file: answered(
        client.post(reverse(f"{app}:edit", args=[make().pk]), fields(file))
    )


def answered(response: Any) -> str:
    assert response.status_code in {200, 302}
    return response.content.decode() if response.status_code == 200 else ""


DOCUMENTS: dict[str, Send] = {
    "add": add("wagtaildocs"),
    "several": several("wagtaildocs"),
    "choose": choose("wagtaildocs", "document-chooser-upload-"),
    "edit": edit("wagtaildocs", make_document),
}
IMAGES: dict[str, Send] = {
    "add": add("wagtailimages"),
    "several": several("wagtailimages"),
    "choose": choose("wagtailimages", "image-chooser-upload-"),
    "edit": edit("wagtailimages", make_image),
}
PHOTO = encoded(scene((400, 300)), "JPEG")
PNG = encoded(scene((400, 300)), "PNG")
BAD_DOCUMENTS = {
    "html.pdf": (b"<html><script>alert(1)</script>", "content is not that of a .pdf file"),
    "large.txt": (b"x" * 3000, "too big"),
    "lapa.html": (b"<html>", "not allowed"),
    "empty.pdf": (b"", "empty"),
}
BAD_IMAGES = {
    "truncated.jpg": (PHOTO[: len(PHOTO) // 2], "broken or incomplete"),
    "head.jpg": (PHOTO[:300], "broken or incomplete"),
    "truncated.png": (PNG[:-30], "broken or incomplete"),
    "spoilt.png": (PNG[:60] + b"\0" * 40 + PNG[100:], "broken or incomplete"),
    "truncated.webp": (encoded(scene((400, 300)), "WEBP")[:-200], "broken or incomplete"),
    "truncated.avif": (encoded(scene((400, 300)), "AVIF")[:-100], "broken or incomplete"),
    "truncated.gif": (encoded(scene((400, 300)), "GIF")[:-300], "broken or incomplete"),
    "bomb.png": (bomb(1500, 1000), "too many pixels"),
    "html.jpg": (b"<html>", "valid image"),
    "photo.gif": (PHOTO, "does not match"),
}


def has_latvian_letters(text: str) -> bool:
    return bool(set(text) & set("āčēģīķļņšūž"))


@pytest.fixture(autouse=True)
def _small_limits(settings: Any) -> None:
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 2000
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 1_000_000


@pytest.fixture
def english(editor_client: Client, admin_user: Any) -> Client:
    UserProfile.objects.create(user=admin_user, preferred_language="en")
    return editor_client


@pytest.mark.parametrize("name", list(BAD_DOCUMENTS))
@pytest.mark.parametrize("way", list(DOCUMENTS))
def test_document_refused(english: Client, way: str, name: str) -> None:
    content, message = BAD_DOCUMENTS[name]
    answer = DOCUMENTS[way](english, SimpleUploadedFile(name, content))
    assert message in answer
    assert "“”" not in answer
    assert not Document.objects.filter(title="Nosaukums").exists()


@pytest.mark.parametrize("way", list(DOCUMENTS))
def test_document_accepted(english: Client, way: str) -> None:
    file = SimpleUploadedFile("Gada pārskats\u202e.pdf", b"%PDF-1.7 x")
    DOCUMENTS[way](english, file)
    stored = Document.objects.get(title="Nosaukums")
    assert stored.filename.startswith("Gada_pārskats")
    assert (stored.file_size, len(stored.file_hash)) == (10, 40)


@pytest.mark.parametrize("name", list(BAD_IMAGES))
@pytest.mark.parametrize("way", list(IMAGES))
def test_image_refused(english: Client, way: str, name: str) -> None:
    content, message = BAD_IMAGES[name]
    answer = IMAGES[way](english, SimpleUploadedFile(name, content))
    assert message in answer
    assert not SiteImage.objects.filter(title="Nosaukums").exists()


@pytest.mark.parametrize("way", list(IMAGES))
def test_image_accepted(english: Client, way: str) -> None:
    IMAGES[way](english, SimpleUploadedFile("a.jpg", from_camera((30, 40), 6)))
    stored = SiteImage.objects.get(title="Nosaukums")
    assert (stored.width, stored.height, len(stored.file_hash)) == (30, 40, 40)


def test_messages_are_latvian_too(editor_client: Client) -> None:
    for name, (content, _) in BAD_DOCUMENTS.items():
        answer = DOCUMENTS["several"](editor_client, SimpleUploadedFile(name, content))
        assert has_latvian_letters(answer)
    for name in ("truncated.jpg", "bomb.png"):
        file = SimpleUploadedFile(name, BAD_IMAGES[name][0])
        answer = IMAGES["several"](editor_client, file)
        assert has_latvian_letters(answer)


@pytest.mark.parametrize("name", list(BAD_DOCUMENTS)[:3])
def test_code_cannot_store_it_either(name: str) -> None:
    file = ContentFile(BAD_DOCUMENTS[name][0], name=name)
    with pytest.raises(ValidationError):
        Document.objects.create(title="D", file=file)


def test_code_stores_a_good_one_with_its_digest() -> None:
    document = Document.objects.create(title="D", file=ContentFile(b"teksts", name="a.txt"))
    assert (document.file_size, len(document.file_hash)) == (6, 40)


def test_over_long_and_taken_names(english: Client) -> None:
    for name in ("ķ" * 300 + ".pdf", "漢" * 200 + ".pdf", "漢" * 200 + ".pdf"):
        assert not several("wagtaildocs")(english, SimpleUploadedFile(name, b"%PDF-1.7 x"))
    assert Document.objects.count() == 3
    assert not several("wagtailimages")(english, SimpleUploadedFile("漢" * 200 + ".jpg", PHOTO))


def test_originals_are_for_editors(client: Client, admin_user: Any) -> None:
    image = make_image()
    address = image.file.url
    assert client.get(address).status_code == 302
    account = get_user_model().objects.create_user("cits")
    client.force_login(account)
    assert client.get(address).status_code in {302, 403}
    client.force_login(admin_user)
    response = client.get(address)
    assert response.status_code == 200
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert b"".join(response.streaming_content)  # type: ignore[attr-defined]
    for name in (make_document().file.name, "../base.py", "original_images/nav.png", "%00"):
        assert client.get(f"/admin/uploads/{name}", follow=True).status_code == 404


def test_portrait_of_an_account(client: Client, admin_user: Any) -> None:
    profile = UserProfile.objects.create(user=admin_user)
    profile.avatar.save("a.png", ContentFile(PNG))
    client.force_login(admin_user)
    assert profile.avatar.url in client.get("/admin/").content.decode()
    response = client.get(profile.avatar.url)
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    response.close()
