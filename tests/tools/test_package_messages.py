"""Messages of packages are kept in parts, merged for Django, and checked."""

import gettext
from pathlib import Path

import polib
import pytest

from tests.tools.catalogues import entry, own, part, write
from tools import messages, package_messages

FORMS = ["%(count)s lapa", "%(count)s lapas", "%(count)s lapu"]


def compiled(root: Path, domain: str) -> gettext.GNUTranslations:
    messages.compile_catalogues(root)
    # Not `gettext.translation`, which reads a file once.
    with part(root, domain).with_suffix(".mo").open("rb") as catalogue:
        return gettext.GNUTranslations(catalogue)


def conflicts(root: Path) -> list[str]:
    return list(package_messages.conflicts(root, messages.SOURCES))


def test_parts_are_merged_by_domain(tmp_path: Path) -> None:
    pages = polib.POEntry(msgid="%(count)s page", msgid_plural="%(count)s pages")
    pages.msgstr_plural = dict(enumerate(FORMS))
    write(part(tmp_path, "shop"), entry("Basket", "Grozs"), entry("Home", "Mājas", "place"))
    write(part(tmp_path, "shop-admin"), pages)
    write(part(tmp_path, "shop-js"), entry("Close", "Aizvērt"))
    django, scripts = compiled(tmp_path, "django"), compiled(tmp_path, "djangojs")
    assert django.gettext("Basket") == "Grozs"
    assert django.pgettext("place", "Home") == "Mājas"
    assert [django.ngettext("%(count)s page", "%(count)s pages", n) for n in (1, 2, 0)] == FORMS
    assert (django.gettext("Close"), scripts.gettext("Close")) == ("Close", "Aizvērt")


def test_what_was_taken_out_of_the_parts_is_gone(tmp_path: Path) -> None:
    write(part(tmp_path, "shop"), entry("Basket", "Grozs"))
    write(part(tmp_path, "shop-admin"), entry("Order", "Pasūtījums"))
    assert compiled(tmp_path, "django").gettext("Order") == "Pasūtījums"
    part(tmp_path, "shop-admin").unlink()
    assert compiled(tmp_path, "django").gettext("Order") == "Order"
    part(tmp_path, "shop").unlink()
    messages.compile_catalogues(tmp_path)
    assert not part(tmp_path, "django").with_suffix(".mo").exists()


@pytest.mark.parametrize(
    ("name", "package", "domain"),
    [
        ("shop", "shop", "django"),
        ("shop-contrib-gift_cards", "shop.contrib.gift_cards", "django"),
        ("shop-admin-js", "shop.admin", "djangojs"),
    ],
)
def test_names(tmp_path: Path, name: str, package: str, domain: str) -> None:
    found = package_messages.Part(part(tmp_path, name))
    assert (found.language, found.package, found.domain) == ("lv", package, domain)


def test_one_message_has_one_translation(tmp_path: Path) -> None:
    write(part(tmp_path, "library"), entry("Order", "Secība"), entry("Edit", "Rediģēt"))
    write(part(tmp_path, "shop"), entry("Order", "Pasūtījums"), entry("Edit", "Rediģēt"))
    [conflict] = conflicts(tmp_path)
    assert "shop.po: 'Order'" in conflict
    assert "library.po" in conflict


def test_nor_may_the_project_mean_something_else(tmp_path: Path) -> None:
    write(own(tmp_path), entry("Order", "Secība"))
    write(part(tmp_path, "shop"), entry("Order", "Pasūtījums"))
    assert len(conflicts(tmp_path)) == 1


def test_contexts_and_domains_keep_meanings_apart(tmp_path: Path) -> None:
    write(part(tmp_path, "library"), entry("Order", "Secība", "of books"))
    write(part(tmp_path, "library-js"), entry("Order", "Kārtot"))
    write(part(tmp_path, "shop"), entry("Order", "Pasūtījums"))
    assert conflicts(tmp_path) == []


@pytest.mark.parametrize(
    ("text", "translation"),
    [
        ("%(count)s of {total}", "%(count)s"),
        ("Change %s", "Mainīt"),
        ("Change", "Mainīt %s"),
        ('Why not <a href="%(url)s">add one</a>?', '<a href="">Pievienot</a>'),
        ("<b>Locked</b>", "Slēgts"),
        ("{} locales", "{count} valodas"),
    ],
)
def test_placeholders_and_tags_are_kept(tmp_path: Path, text: str, translation: str) -> None:
    path = part(tmp_path, "shop")
    write(path, entry("<b>%(name)s</b>", "<b>%(name)s</b>"), entry(text, translation))
    assert list(package_messages.losses(path)) == [f"other placeholders or tags: {text!r}"]


def test_every_plural_form_says_how_many(tmp_path: Path) -> None:
    """The first Latvian form is that of 21 also."""
    users = polib.POEntry(msgid="Delete 1 user", msgid_plural="Delete %(n)s users")
    users.msgstr_plural = {0: "Dzēst lietotāju", 1: "Dzēst %(n)s lietotājus", 2: "Dzēst %(n)s"}
    write(part(tmp_path, "shop"), users)
    assert list(package_messages.losses(part(tmp_path, "shop")))
