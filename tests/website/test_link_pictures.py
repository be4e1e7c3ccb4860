"""Pictures beside links: of the page's title and type, in its language, drawn once, bounded."""

import time
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from govlab.core.renditions import turns
from govlab.delivery.documents.registry import document_types
from govlab.website.link_pictures import view
from govlab.website.link_pictures.drawing import SIZE, Subject, draw
from govlab.website.link_pictures.motifs import MOTIFS
from tests.factories import make_method, make_method_index, make_standard, publish, translate_page

TITLES = {
    "short": "Intervija",
    "diacritics": "Ķīļraksts ar ģērbtu ņēmēju, šļūci un žņaugu",
    "decomposed": "Si\u0304ki soļi\u00a0un \u00adpauze\x00",
    "long": "Kā vienā mēnesī uzrakstīt vēstules no jauna " * 6,
    "one word": "Pakalpojumuorganizēšanasdigitalizācija" * 6,
    "other script": "Лаборатория инноваций 😀",
    "empty": "",
}


def meta(client: Client, page: Any) -> dict[str, str]:
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    return {
        str(tag.get("property") or tag.get("name")): str(tag["content"])
        for tag in soup.select("meta[content]")
    }


def address(client: Client, page: Any) -> str:
    return meta(client, page)["og:image"].removeprefix("http://testserver")


def fetch(client: Client, path: str) -> bytes:
    response: Any = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    assert "immutable" in response["Cache-Control"]
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    return b"".join(response)


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_any_title_is_drawn_soon_and_small(title: str) -> None:
    began = time.process_time()
    drawn = draw(Subject(title, "Metode", "zigzag", "Inovācijas laboratorija"))
    assert time.process_time() - began < 3
    assert len(drawn) < 60_000
    with Image.open(BytesIO(drawn)) as image:
        assert (image.format, image.size) == ("PNG", SIZE)


def test_titles_motifs_and_labels_differ() -> None:
    subjects = [
        Subject(title, label, motif, "Laboratorija")
        for title in ("Šķēle", "Skele")
        for label in ("", "Metode")
        for motif in MOTIFS
    ]
    assert len({draw(subject) for subject in subjects}) == len(subjects)


def test_every_type_has_a_motif_that_exists() -> None:
    assert {kind.motif for kind in document_types()} <= {"", *MOTIFS}
    assert all({len(row) for row in motif} == {9} for motif in MOTIFS.values())


def test_the_tags_are_complete(client: Client, home: Any) -> None:
    publish(home)
    page = publish(make_method(publish(make_method_index(home)), title="Intervija"))
    translate_page(home, title="Home")
    translate_page(page.get_parent().specific, title="Methods")
    english = translate_page(page, title="Interview")
    found = meta(client, page)
    assert found["og:title"] == found["og:image:alt"] == "Intervija"
    assert (found["og:type"], found["og:locale"]) == ("article", "lv_LV")
    assert found["og:locale:alternate"] == "en_GB"
    assert found["og:url"] == f"http://testserver{page.url}"
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert found["twitter:card"] == "summary_large_image"
    assert found["article:modified_time"]
    assert meta(client, home)["og:type"] == "website"
    assert fetch(client, address(client, page)) != fetch(client, address(client, english))


def test_a_new_title_has_a_new_address_and_the_old_one_leads_there(
    client: Client, home: Any
) -> None:
    page = publish(make_standard(home, title="Pirms"))
    before = address(client, page)
    first = fetch(client, before)
    page.title = "Pēc"
    page = publish(page)
    after = address(client, page)
    assert after != before
    assert fetch(client, after) != first
    response = client.get(before)
    assert (response.status_code, response["Location"]) == (302, after)
    assert response["Cache-Control"] == "no-cache"
    directory = Path(settings.GOVLAB_UPLOADS_ROOT) / "link-pictures" / str(page.pk)
    assert len(list(directory.iterdir())) == 1


def test_a_picture_is_drawn_once_for_a_query(
    client: Client, home: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = address(client, publish(home))
    drawn: list[Subject] = []
    monkeypatch.setattr(view, "draw", lambda subject: drawn.append(subject) or draw(subject))
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            fetch(client, path)
        assert len(captured) == 1
    assert len(drawn) == 1


def test_what_is_not_public_has_no_picture(client: Client, home: Any) -> None:
    page = publish(make_standard(home))
    path = address(client, page)
    fetch(client, path)
    page.unpublish()
    client.get(home.url)
    assert client.get(path).status_code == 404
    assert client.get("/images/link/999999-abc.png").status_code == 404


def test_work_is_bounded(client: Client, home: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    path = address(client, publish(make_standard(home, title="Aizņemts")))
    monkeypatch.setattr(turns, "WAIT_SECONDS", 0.0)
    with turns.patient_encoder():
        response = client.get(path)
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    fetch(client, path)
