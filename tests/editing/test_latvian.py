"""The administration speaks Latvian where packages do not, in pages and in scripts."""

import json
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, ngettext, override

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


def test_english_stays_english() -> None:
    with override("en"):
        assert gettext("show in menus") == "show in menus"


def test_scripts_of_wagtail(editor_client: Client) -> None:
    messages = script_messages(editor_client, "wagtailadmin_javascript_catalog")
    assert messages["Saving..."] == "Saglabā…"


def test_scripts_of_the_translation_editor(editor_client: Client) -> None:
    messages = script_messages(editor_client, "wagtail_localize:javascript_catalog")
    assert messages["Upload PO file"] == "Augšupielādēt PO datni"
    assert messages["Edit this page"] == "Rediģēt šo lapu"
