"""The administration speaks Latvian where packages do not, in pages and in scripts."""

import json
import re
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, ngettext, override

from govlab.core.vocabularies import VOCABULARIES

pytestmark = pytest.mark.django_db


def script_messages(client: Client, name: str) -> dict[str, str]:
    content = client.get(reverse(name)).content.decode()
    [catalogue] = re.findall(r"const newcatalog = (\{.*?\});", content, re.DOTALL)
    messages: dict[str, str] = json.loads(catalogue)
    return messages


def test_packages_are_completed_and_corrected() -> None:
    with override("lv"):
        assert gettext("Add an image permission") == "Pievienot attēlu tiesības"
        assert gettext("show in menus") == "rādīt izvēlnēs"
        assert ngettext("%(count)s image", "%(count)s images", 21) == "%(count)s attēls"


def test_quotes_are_latvian() -> None:
    """„…”, as in the glossary."""
    wrong = [
        text
        for directory in settings.LOCALE_PATHS
        for path in Path(directory).glob("lv/LC_MESSAGES/*.po")
        for entry in polib.pofile(str(path))
        for text in (entry.msgstr, *entry.msgstr_plural.values())
        if "“" in text
    ]
    assert wrong == []


def test_english_stays_english() -> None:
    with override("en"):
        assert gettext("show in menus") == "show in menus"


def test_scripts_of_wagtail(editor_client: Client) -> None:
    messages = script_messages(editor_client, "wagtailadmin_javascript_catalog")
    assert messages["Saving..."] == "Saglabā…"


@pytest.mark.parametrize(
    ("model", "label", "question"),
    [
        ("topic", "Pievienot tēmu", "Vai tiešām dzēst šo tēmu?"),
        ("laboratory", "Pievienot laboratoriju", "Vai tiešām dzēst šo laboratoriju?"),
        ("institution", "Pievienot iestādi", "Vai tiešām dzēst šo iestādi?"),
    ],
)
def test_terms_are_named_in_the_right_case(
    editor_client: Client, home: object, model: str, label: str, question: str
) -> None:
    years = {"year_from": 2019} if model == "laboratory" else {}
    term = next(each for each in VOCABULARIES if each._meta.model_name == model).objects.create(
        name="Veselība", **years
    )
    views = f"wagtailsnippets_core_{model}"
    assert label in editor_client.get(reverse(f"{views}:list")).content.decode()
    asked = editor_client.get(reverse(f"{views}:delete", args=[term.pk])).content.decode()
    assert question in asked


def test_people_have_names_of_people(editor_client: Client) -> None:
    users = editor_client.get(reverse("wagtailusers_users:index")).content.decode()
    groups = editor_client.get(reverse("wagtailusers_groups:index")).content.decode()
    assert re.search(r"Vārds\s*<", users)
    assert re.search(r"Nosaukums\s*<", groups)
