"""What installed packages say is compared with what is translated."""

import sys
from pathlib import Path

import pytest

from tests.tools.catalogues import entry, own, part, write
from tools import messages
from tools.message_coverage import Coverage, coverage
from tools.package_messages import PARTS

PACKAGE = "govlab_test_shop"


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the catalogues of an installed package."""
    package = tmp_path / "installed" / PACKAGE
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(package.parent))
    monkeypatch.delitem(sys.modules, PACKAGE, raising=False)
    return package / "locale"


def catalogue(shop: Path, language: str, domain: str = "django") -> Path:
    return shop / language / "LC_MESSAGES" / f"{domain}.po"


def measured(root: Path) -> Coverage:
    [found] = coverage(root, messages.SOURCES, [PACKAGE])
    return found


def test_a_translation_is_the_packages_or_ours(tmp_path: Path, shop: Path) -> None:
    texts = ("Basket", "Order", "Pay", "Send", "Return")
    write(catalogue(shop, "en"), *(entry(text, "") for text in texts))
    write(catalogue(shop, "lv"), entry("Basket", "Grozs"), entry("Send", ""))
    write(part(tmp_path, PACKAGE), entry("Order", "Pasūtījums"))
    write(own(tmp_path), entry("Pay", "Maksāt"))
    found = measured(tmp_path)
    assert (found.messages, found.share) == (5, 0.6)
    assert found.missing == [(None, "Return"), (None, "Send")]
    assert not found.passes
    assert "missing: 'Return'" in str(found)


def test_one_of_a_hundred_may_be_missing(tmp_path: Path, shop: Path) -> None:
    texts = [f"Text {number}" for number in range(100)]
    write(catalogue(shop, "en"), *(entry(text, "") for text in texts))
    write(part(tmp_path, PACKAGE), *(entry(text, "Teksts") for text in texts[1:]))
    assert measured(tmp_path).passes
    write(part(tmp_path, PACKAGE), *(entry(text, "Teksts") for text in texts[2:]))
    assert not measured(tmp_path).passes


def test_what_an_upgrade_took_away_is_left_over(tmp_path: Path, shop: Path) -> None:
    write(catalogue(shop, "en"), entry("Basket", ""), entry("Order", "", "verb"))
    write(
        part(tmp_path, PACKAGE),
        entry("Basket", "Grozs"),
        entry("Order", "Pasūtīt", "verb"),
        entry("Order", "Pasūtījums"),
    )
    found = measured(tmp_path)
    assert (found.missing, found.left_over) == ([], [(None, "Order")])
    assert not found.passes


def test_a_part_of_no_package_is_left_over(tmp_path: Path) -> None:
    write(part(tmp_path, f"{PACKAGE}-gone"), entry("Basket", "Grozs"))
    [found] = coverage(tmp_path, messages.SOURCES, [])
    assert found.left_over == [(None, "Basket")]


def test_without_an_english_catalogue_other_languages_tell(tmp_path: Path, shop: Path) -> None:
    write(catalogue(shop, "cs"), entry("Basket", "Košík"))
    write(catalogue(shop, "lt"), entry("Order", ""))
    write(part(tmp_path, PACKAGE), entry("Basket", "Grozs"))
    found = measured(tmp_path)
    assert (found.messages, found.missing) == (2, [(None, "Order")])


def test_scripts_are_measured_apart(tmp_path: Path, shop: Path) -> None:
    write(catalogue(shop, "en", "djangojs"), entry("Close", ""))
    write(part(tmp_path, PACKAGE), entry("Close", "Aizvērt"))
    scripts = {found.domain: found for found in coverage(tmp_path, messages.SOURCES, [PACKAGE])}
    assert scripts["djangojs"].missing == [(None, "Close")]


def test_django_has_its_catalogues_elsewhere(tmp_path: Path) -> None:
    (tmp_path / PARTS / "lv" / "LC_MESSAGES").mkdir(parents=True)
    write(part(tmp_path, "django"), entry("Yes", "Jā"))
    [found] = coverage(tmp_path, messages.SOURCES, ["django"])
    assert found.messages > 300
    assert found.passes
