"""An editor publishes through the administration, and a portal follows."""

import django

django.setup()

from datetime import date
from io import BytesIO
from typing import Any

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.utils.translation import gettext, override
from PIL import Image as Pillow
from wagtail.documents.models import Document as File
from wagtail.images.models import Image
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from govlab.delivery.documents.resolver import Resolver
from home.models import ArticlePage, HomePage, Topic

HOST = "http://localhost:8000"
editor, portal = Client(), Client()


def get(address: str, status: int = 200) -> Any:
    response = portal.get(address)
    assert response.status_code == status, (address, response.status_code, response.content[:500])
    return response.json()


def post(address: str, data: dict[str, Any]) -> None:
    response = editor.post(address, data)
    assert response.status_code == 302, (address, response.status_code, response.content[-3000:])


def verdict(copy: dict[str, Any]) -> str:
    copies = [{"id": copy["id"], "digest": copy["digest"]}]
    response = portal.post("/api/v1/verify", copies, content_type="application/json")
    return str(response.json()[0]["status"])


def follow(since: str) -> tuple[list[dict[str, Any]], str]:
    """Everything after the cursor, a few entries at a time, and the cursor of the end."""
    entries: list[dict[str, Any]] = []
    while True:
        page = get(f"/api/v1/changes?limit=1&since={since}")
        entries += page["items"]
        since = page["next"]
        if since == page["head"]:
            return entries, since


def sign_in() -> None:
    get_user_model().objects.create_superuser("editor", "editor@example.org", "a long password")
    post("/admin/login/", {"username": "editor", "password": "a long password", "next": "/admin/"})


def upload_picture() -> Image:
    stream = BytesIO()
    Pillow.new("RGB", (800, 500), "navy").save(stream, "JPEG")
    file = SimpleUploadedFile("harbour.jpg", stream.getvalue(), "image/jpeg")
    post("/admin/images/add/", {"title": "Harbour", "file": file, "collection": 1})
    return Image.objects.get()


def check_other_pictures() -> None:
    """A photograph that its camera stored on its side, and a drawing."""
    exif = Pillow.Exif()
    exif[0x0112] = 6
    stream = BytesIO()
    Pillow.new("RGB", (500, 400), "navy").save(stream, "JPEG", exif=exif)
    sideways = Image.objects.create(title="A", file=ContentFile(stream.getvalue(), name="a.jpg"))
    resolver = Resolver("en", HOST, f"{HOST}/")
    given = resolver.image(sideways, alt="A")
    assert (given.width, given.height) == (400, 500)
    widest = given.srcset[-1]
    size = Pillow.open(BytesIO(portal.get(widest.url.removeprefix(HOST)).getvalue())).size
    assert size == (widest.width, widest.height) == (400, 500)
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"/>'
    drawing = Image.objects.create(title="B", file=ContentFile(svg, name="b.svg"))
    (source,) = resolver.image(drawing, alt="B").srcset
    assert (source.width, source.height, source.media_type) == (30, 20, "image/svg+xml")
    assert source.url == f"{HOST}{drawing.file.url}"


def form(title: str, picture: Image, body: str) -> dict[str, Any]:
    return nested_form_data(
        {
            "title": title,
            "slug": "harbour",
            "date": "2026-03-02",
            "topics": topic.pk,
            "picture": picture.pk,
            "extras": streamfield([("quote", "Calm water"), ("more", str(home.pk))]),
            "body": rich_text(body),
            "comments": inline_formset([]),
            "action-publish": "action-publish",
        }
    )


def check_pictures(document: dict[str, Any], picture: Image) -> None:
    """Sizes are what the document says, with Wagtail's own image model."""
    image = document["image"]
    assert (image["width"], image["height"], image["alt"]) == (800, 500, "Harbour")
    assert {source["width"] for source in image["srcset"]} == {320, 640, 800}
    for source in image["srcset"]:
        assert source["url"].startswith(f"{HOST}/images/{picture.pk}/")
        if source["width"] == 640 and source["media_type"] != "image/jpeg":
            continue
        response = portal.get(source["url"].removeprefix(HOST))
        assert response["Content-Type"] == source["media_type"]
        size = Pillow.open(BytesIO(response.getvalue())).size
        assert size == (source["width"], source["height"])


def check_service() -> None:
    service = get("/api/v1/")
    assert service["name"] == "mysite"
    assert (service["locales"], service["default_locale"]) == (["en"], "en")
    assert (service["types"], service["collections"]) == (["home", "article"], ["articles"])
    for link in service["links"].values():
        assert portal.get(link.removeprefix(HOST)).status_code == 200, link
    contract = get("/api/v1/openapi.json")
    assert contract["info"]["title"] == "mysite: published content"
    assert contract["info"]["version"] == service["version"] == "1.0.0"
    assert "/api/v1/articles" in contract["paths"]
    assert get("/readyz")["status"] == "ready"
    assert get("/healthz") == {"status": "alive"}


def check_manners() -> None:
    """Errors are problems, other addresses below /api/ are the project's own."""
    assert portal.get("/api/v1/nothing")["Content-Type"] == "application/problem+json"
    assert get("/api/v1/articles?locale=xx", 422)["errors"][0]["parameter"] == "locale"
    assert "text/html" in portal.get("/api/v2/pages/")["Content-Type"]
    response = portal.get("/api/v1/articles")
    assert "Cookie" not in response.get("Vary", "")
    again = portal.get("/api/v1/articles", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


def check_files(home: HomePage) -> None:
    """A file is open to everybody as long as a public page shows it, and to nobody before."""
    file = File.objects.create(title="Plan", file=ContentFile(b"plan", name="plan.txt"))
    assert portal.get(file.url).status_code == 404
    body = f'<p><a linktype="document" id="{file.pk}">Plan</a></p>'
    article = home.add_child(instance=ArticlePage(title="Plan", body=body, date=date(2026, 3, 2)))
    assert f'<a href="{HOST}{file.url}">Plan</a>' in get(f"/api/v1/pages/{article.pk}")["body"]
    response = portal.get(file.url)
    assert (response.status_code, response.getvalue()) == (200, b"plan")
    article.unpublish()
    assert portal.get(file.url).status_code == 404


def check_reports() -> None:
    """In English, and in the language whose catalogue the package brings."""
    for language, title in (("en", "Late publications"), ("lv", "Aizkavējušās publikācijas")):
        with override(language):
            assert gettext("Late publications") == title
    for report in ("publishing", "late-publications"):
        assert editor.get(f"/admin/reports/{report}/").status_code == 200


# Each ends the process where it finds anything.
call_command("check", "--fail-level", "WARNING")
call_command("makemigrations", "--check", "--dry-run")
home = HomePage.objects.get()
sign_in()
picture = upload_picture()
topic = Topic.objects.create(name="Sea", slug="sea", locale=home.locale)
check_service()
body = (
    f'<h2>Why</h2><p>As <a linktype="page" id="{home.pk}">before</a>.</p>'
    f'<embed embedtype="image" id="{picture.pk}" alt="The harbour" format="left"/>'
    '<embed embedtype="media" url="https://video.example/1"/>'
)
post(f"/admin/pages/add/home/articlepage/{home.pk}/", form("Harbour", picture, body))

(listed,) = get("/api/v1/articles")["items"]
document = get(f"/api/v1/pages/{listed['id']}")
assert document == listed
assert (document["type"], document["locale"]) == ("article", "en")
assert (document["path"], document["url"]) == ("/harbour/", f"{HOST}/harbour/")
assert [each["title"] for each in document["breadcrumbs"]] == ["Home"]
assert document["translation"]["status"] == "original"
assert "<h2>Why</h2>" in document["body"]
assert [term["slug"] for term in document["terms"]] == ["sea"]
quote, more = document["extras"]
assert (quote["type"], quote["text"]) == ("quote", "Calm water")
assert (more["type"], more["link"]["url"]) == ("more", f"{HOST}/")
assert get("/api/v1/articles?topic=sea&year=2026")["items"] == [document]
assert get("/api/v1/articles?year=2025")["items"] == []
assert f'<a href="{HOST}/">before</a>' in document["body"]
assert f'<img src="{HOST}/images/{picture.pk}/' in document["body"]
assert 'alt="The harbour" width="800" height="500">' in document["body"]
assert '<a href="https://video.example/1">' in document["body"]
assert get("/api/v1/pages/by-path?path=/harbour/") == document
check_pictures(document, picture)
check_other_pictures()
check_manners()
assert [item["title"] for item in get("/api/v1/navigation?locale=en")["footer"]] == ["Harbour"]

entries, end = follow("0")
assert [entry["type"] for entry in entries] == ["home", "article"]
assert entries[-1] == document
assert verdict(document) == "current"

post(f"/admin/pages/{document['id']}/edit/", form("Harbour and town", picture, body))
(changed,), end = follow(end)
assert changed["title"] == "Harbour and town"
assert (verdict(document), verdict(changed)) == ("stale", "current")
editor.post(f"/admin/images/{picture.pk}/delete/")
call_command("run_worker", "--once")
(without,), end = follow(end)
assert without["image"] is None

post(f"/admin/pages/{document['id']}/unpublish/", {})
(tombstone,), end = follow(end)
assert (tombstone["type"], tombstone["reason"]) == ("tombstone", "unpublished")
assert (tombstone["id"], tombstone["path"]) == (document["id"], "/harbour/")
assert verdict(changed) == "withdrawn"
assert get(f"/api/v1/pages/{document['id']}", 410)["title"] == "Withdrawn"
assert get("/api/v1/articles")["items"] == []
check_files(home)
check_reports()
call_command("run_worker", "--once")
call_command("check_documents")
