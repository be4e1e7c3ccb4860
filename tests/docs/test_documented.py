"""Every setting and command is documented, and every document's links lead somewhere."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands

ROOT = Path(__file__).parents[2]
APPS = ("home", "news", "cases", "contact", "legal", "search")
DOCS = ROOT / "docs"
OURS = ("govlab.", "home", "news", "cases", "contact", "legal", "search")


def environment_names() -> set[str]:
    """Variables that the settings, gunicorn's configuration and the tools read."""
    sources = [
        *(ROOT / "site/govlab/settings").glob("*.py"),
        ROOT / "gunicorn.conf.py",
        *(ROOT / "tools").glob("*.py"),
    ]
    text = "\n".join(path.read_text() for path in sources)
    read = re.findall(
        r"""(?:text|words|number|environ\.get|getenv|environ\[)\(?["']([A-Z][A-Z_]+)["']""", text
    )
    required = re.findall(r"^    ([A-Z_]+)=\"", text, flags=re.MULTILINE)
    return {*read, *required}


@pytest.mark.parametrize("name", sorted(environment_names()))
def test_environment_variable_is_documented(name: str) -> None:
    assert f"`{name}`" in (DOCS / "settings.md").read_text()


OWN_SETTINGS = sorted(name for name in dir(settings) if name.startswith("GOVLAB_"))


@pytest.mark.parametrize("name", OWN_SETTINGS)
def test_own_setting_is_documented(name: str) -> None:
    assert f"`{name}`" in (DOCS / "settings.md").read_text()


def test_commands_are_documented() -> None:
    ours = {name for name, app in get_commands().items() if str(app).startswith(OURS)}
    documented = set(re.findall(r"`manage\.py (\w+)`", (DOCS / "commands.md").read_text()))
    assert documented == ours


def documents() -> list[Path]:
    return [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?://|#|mailto:)([^)#]+)", path.read_text())
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_check_is_documented() -> None:
    folders = [
        ROOT / "site/govlab",
        *(ROOT / name for name in APPS),
    ]
    source = "".join(path.read_text() for folder in folders for path in folder.rglob("*.py"))
    given = set(re.findall(r'\bid="(\w+\.[EW]\d+)"', source))
    text = (DOCS / "architecture.md").read_text()
    documented = set(re.findall(r"^\| `(\w+\.[EW]\d+)` \|", text, re.MULTILINE))
    assert documented == given
