"""Fills in the administration's page form as a browser would: from the form that was served."""

from typing import Any

from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.urls import reverse
from wagtail.models import Page


def served_form(html: str) -> dict[str, str]:
    """Names and values of the page form's fields. Streams are built by script, so start empty."""
    page = BeautifulSoup(html, "html.parser")
    form = page.find("form", id="w-editor-form") or page.find(
        "form", attrs={"data-edit-form": True}
    )
    assert isinstance(form, Tag), "the answer holds no page form"
    values: dict[str, str] = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name = str(field.get("name", ""))
        if not name or "__prefix__" in name or field.get("type") in {"submit", "button"}:
            continue
        if field.get("type") == "checkbox":
            if field.has_attr("checked"):
                values[name] = "on"
        elif field.name == "select":
            chosen = field.find("option", selected=True)
            values[name] = str(chosen["value"]) if isinstance(chosen, Tag) else ""
        elif field.name == "textarea":
            values[name] = field.get_text()
        else:
            values[name] = str(field.get("value", ""))
    values.setdefault("body-count", "0")
    return values


def add(client: Client, model: type[Page], parent: Page, **fields: Any) -> Any:
    """Adds a draft through the administration and returns it."""
    url = reverse(
        "wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk]
    )
    served = client.get(url)
    assert served.status_code == 200, served
    answer = client.post(url, served_form(served.content.decode()) | fields)
    assert answer.status_code == 302, form_errors(answer)
    return model.objects.get(slug=fields["slug"])


def edit(client: Client, page: Page, **fields: Any) -> Any:
    """Saves the page's form; add `**{"action-publish": "1"}` to publish."""
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    served = client.get(url)
    assert served.status_code == 200, served
    answer = client.post(url, served_form(served.content.decode()) | fields)
    assert answer.status_code == 302, form_errors(answer)
    return type(page).objects.get(pk=page.pk)


def form_errors(answer: Any) -> Any:
    form = answer.context["form"]
    return form.errors, {name: formset.errors for name, formset in form.formsets.items()}
