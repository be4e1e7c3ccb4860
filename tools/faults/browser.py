"""An editor's browser: a session in the administration over HTTP, and forms filled in as served."""

from collections.abc import Mapping
from typing import Any

import requests
from bs4 import BeautifulSoup
from bs4.element import Tag
from django.urls import reverse

from tools.page_forms import filled_in, values_of

from .account import PASSWORD, USER

SECONDS = 30
PUBLISH = {"action-publish": "action-publish"}


class FailedRequest(Exception):  # noqa: N818
    """The server did not do what it was asked: it was broken, or it refused."""

    def __init__(self, said: str, status: int | None = None) -> None:
        super().__init__(said)
        self.status = status


class Browser:
    def __init__(self, address: str) -> None:
        self.address = address
        self.session = requests.Session()

    def log_in(self) -> None:
        form = {"username": USER, "password": PASSWORD}
        self.post("/admin/login/", form, form_at="/admin/login/")

    def get(self, path: str) -> requests.Response:
        return self._send("GET", path)

    def post(self, path: str, data: Mapping[str, Any], form_at: str = "") -> requests.Response:
        """Raises FailedRequest unless it is answered by a redirect, by JSON, or by nothing."""
        if form_at:
            self.get(form_at)
        token = self.session.cookies.get("csrftoken", "")
        sent = dict(data) | {"csrfmiddlewaretoken": token}
        response = self._send("POST", path, sent)
        is_json = "json" in response.headers.get("Content-Type", "")
        if response.status_code != 302 and not is_json and response.content:
            raise FailedRequest(f"POST {path}: {_errors(response)}", response.status_code)
        return response

    def submit(self, path: str, changes: Mapping[str, Any]) -> requests.Response:
        """Sends the form that a path serves, with changes."""
        values = _values(self.get(path).content)
        return self.post(path, values | dict(changes))

    def edit_page(self, page_id: int, changes: Mapping[str, Any]) -> requests.Response:
        path, values = filled_in(self, page_id)  # type: ignore[arg-type]
        return self.post(path, values | dict(changes))

    def publish_revision(self, page_id: int, revision: Any) -> requests.Response:
        path = reverse("wagtailadmin_pages:revisions_revert", args=[page_id, revision.pk])
        values = values_of(self, path, revision.as_object())  # type: ignore[arg-type]
        return self.post(path, values | PUBLISH)

    def _send(self, method: str, path: str, data: Any = None) -> requests.Response:
        try:
            response = self.session.request(
                method, self.address + path, data=data, timeout=SECONDS, allow_redirects=False
            )
        except requests.RequestException as error:
            raise FailedRequest(f"{method} {path}: {error}") from error
        if response.status_code >= 500:
            raise FailedRequest(f"{method} {path}: {response.status_code}", response.status_code)
        return response


def _errors(response: requests.Response) -> str:
    soup = BeautifulSoup(response.content, "html.parser")
    found = soup.select(".error-message, .messages li, .help-block.help-critical")
    said = "; ".join(each.get_text(" ", strip=True) for each in found)
    return f"{response.status_code} {said[:400]}"


def _values(html: bytes) -> dict[str, str]:
    soup = BeautifulSoup(html, "html.parser")
    forms = [form for form in soup.find_all("form", method=True) if form["method"] != "get"]
    form = max(forms, key=lambda each: len(each.find_all("input")), default=None)
    if not isinstance(form, Tag):
        raise FailedRequest("no form was served")
    values = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name, kind = field.get("name"), field.get("type")
        if not name or "__prefix__" in str(name) or kind in {"submit", "button", "file"}:
            continue
        if kind in {"checkbox", "radio"} and not field.has_attr("checked"):
            continue
        values[str(name)] = _value(field)
    return values


def _value(field: Tag) -> str:
    if field.name == "select":
        option = field.find("option", selected=True)
        return str(option.get("value", "")) if isinstance(option, Tag) else ""
    return field.get_text() if field.name == "textarea" else str(field.get("value", ""))
