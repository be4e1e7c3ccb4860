"""The administration works for every page type: add, edit, preview, publish, unpublish."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from govlab.core.checks import page_types

from .forms import add, edit, served_form
from .kinds import PARENTS, filled_in

every_type = pytest.mark.parametrize("model", list(PARENTS), ids=lambda model: model.__name__)


def test_every_page_type_is_covered() -> None:
    assert set(PARENTS) == set(page_types())


@every_type
def test_add_edit_publish_unpublish(
    model: type[Page], editor_client: Client, client: Client, home: Any
) -> None:
    page = add(editor_client, model, PARENTS[model](home), **filled_in(model))
    assert not page.live
    path = f"/lv/{page.url_path.split('/', 2)[2]}" if model.__name__ != "HomePage" else None

    page = edit(editor_client, page, **{"action-publish": "action-publish"})
    assert (page.live, page.title) == (True, "Jauna lapa")

    page = edit(editor_client, page, title="Cits virsraksts")
    assert page.title == "Jauna lapa", "a draft leaves the published page alone"

    page = edit(editor_client, page, **{"action-publish": "action-publish"})
    assert page.title == "Cits virsraksts"
    if path:
        answer = Client().get(path)
        assert answer.status_code == 200
        assert "Cits virsraksts" in answer.content.decode()

    unpublish = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    editor_client.post(unpublish, {"cause": "outdated"})
    page.refresh_from_db()
    assert not page.live
    if path:
        assert Client().get(path).status_code == 404


@every_type
def test_preview_of_a_page_that_is_not_saved(
    model: type[Page], editor_client: Client, home: Any
) -> None:
    arguments = [model._meta.app_label, model._meta.model_name, PARENTS[model](home).pk]
    form = editor_client.get(reverse("wagtailadmin_pages:add", args=arguments))
    url = reverse("wagtailadmin_pages:preview_on_add", args=arguments)
    values = served_form(form.content.decode()) | filled_in(model)
    stored = editor_client.post(url, values)
    assert stored.json()["is_valid"], stored.json()
    shown = editor_client.get(url)
    assert shown.status_code == 200
    assert "Jauna lapa" in shown.content.decode()
    assert not model.objects.filter(slug="jauna-lapa").exists()


@every_type
def test_form_speaks_latvian_and_english(
    model: type[Page], editor_client: Client, admin_user: Any, home: Any
) -> None:
    from wagtail.users.models import UserProfile

    arguments = [model._meta.app_label, model._meta.model_name, PARENTS[model](home).pk]
    url = reverse("wagtailadmin_pages:add", args=arguments)
    profile = UserProfile.get_for_user(admin_user)
    for language, label in (("lv", "Kopsavilkums"), ("en", "Summary")):
        profile.preferred_language = language
        profile.save()
        assert label in editor_client.get(url).content.decode()
