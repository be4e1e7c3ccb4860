"""The delivery side, installed into a project that knows nothing of this one, by its guide."""

import pytest

from tests.plugin.conftest import Project
from tests.plugin.environment import PACKAGE

# One process makes the project for all of them.
pytestmark = pytest.mark.xdist_group("plugin")

SETTINGS = """
WAGTAIL_I18N_ENABLED = True
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("en", "English"), ("fr", "French"), ("pt-br", "Brazilian Portuguese")
]
MIDDLEWARE.insert(3, "django.middleware.locale.LocaleMiddleware")
"""
URLS = """
from django.conf.urls.i18n import i18n_patterns

without_pages = urlpatterns[:-1]
urlpatterns = without_pages + i18n_patterns(path("", include(wagtail_urls)))
"""
WITHOUT_FIRST_PREFIX = """
from django.conf.urls.i18n import i18n_patterns
from .urls import *

urlpatterns = without_pages + i18n_patterns(
    path("", include(wagtail_urls)), prefix_default_language=False
)
"""


def test_one_language_from_publication_to_withdrawal(project: Project) -> None:
    project.visit("one_language")


def test_three_languages_and_codes_with_regions(project: Project) -> None:
    site = project.folder / "mysite"
    for name, text in (("settings/base.py", SETTINGS), ("urls.py", URLS)):
        file = site / name
        file.write_text(f"{file.read_text()}\n{text}")
    (site / "urls_without_first_prefix.py").write_text(WITHOUT_FIRST_PREFIX)
    project.visit("three_languages")


def test_nothing_else_of_this_project_is_installed(made: Project) -> None:
    """And all of the delivery side, with its templates, migrations and messages."""
    (record,) = made.folder.parent.glob(
        "environment/lib/*/site-packages/wagtail_document_log-*/RECORD"
    )
    installed = {line.partition(",")[0] for line in record.read_text().splitlines()}
    files = {name for name in installed if ".dist-info/" not in name and "__pycache__" not in name}
    sources = {
        path.relative_to(PACKAGE).as_posix().replace(".po", ".mo")
        for room in ("delivery", "limits")
        for path in (PACKAGE / "govlab" / room).rglob("*")
        if path.is_file() and path.suffix in {".py", ".html", ".po"}
    }
    assert files == sources
