"""Catalogues that lag behind the sources are found, and brought in line."""

import gettext
import os
import shutil
from pathlib import Path

import polib
import pytest

from tools import messages

SOURCE = """
from django.utils.translation import gettext, ngettext, pgettext

gettext("News")
pgettext("verb", "Search")
ngettext("%(count)s case", "%(count)s cases", 2)
"""
LATVIAN = {
    "News": "Jaunumi",
    "Search": "Meklēt",
    "%(count)s case": ["%(count)s gadījums", "%(count)s gadījumi", "%(count)s gadījumu"],
}


@pytest.fixture
def _gettext() -> None:
    if not shutil.which("xgettext"):
        assert os.environ.get("CI") != "true", "apt-get install gettext"
        pytest.skip("GNU gettext is not installed")


@pytest.fixture
def tree(tmp_path: Path, _gettext: None) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "models.py").write_text(SOURCE)
    (tmp_path / messages.CATALOGUES / "lv" / "LC_MESSAGES").mkdir(parents=True)
    messages.extract(tmp_path)
    translate(tmp_path)
    return tmp_path


def catalogue(tree: Path, locale: str = "lv", domain: str = "django") -> polib.POFile:
    return polib.pofile(str(tree / messages.CATALOGUES / locale / "LC_MESSAGES" / f"{domain}.po"))


def translate(tree: Path) -> None:
    latvian = catalogue(tree)
    for entry in latvian:
        match LATVIAN[entry.msgid]:
            case str(text):
                entry.msgstr = text
            case list(forms):
                entry.msgstr_plural = dict(enumerate(forms))
    latvian.save()


def found(tree: Path) -> list[str]:
    start = f"{messages.CATALOGUES}/lv/LC_MESSAGES/django.po: "
    return [problem.removeprefix(start) for problem in messages.problems(tree)]


def change(tree: Path, msgid: str, **attributes: object) -> None:
    latvian = catalogue(tree)
    entry = latvian.find(msgid)
    assert entry
    for name, value in attributes.items():
        setattr(entry, name, value)
    latvian.save()


def test_complete_catalogues_have_no_problems(tree: Path) -> None:
    assert found(tree) == []


def test_missing(tree: Path) -> None:
    (tree / "news" / "views.py").write_text('gettext("Archive")')
    assert found(tree) == ["untranslated: 'Archive'"]
    assert catalogue(tree).find("Archive") is None


def test_a_new_text_like_another_is_not_taken_for_translated(tree: Path) -> None:
    text = "%(count)s cases are here"
    (tree / "news" / "views.py").write_text(f'gettext("{text}")')
    messages.extract(tree)
    [problem] = found(tree)
    assert problem in {f"fuzzy: '{text}'", f"untranslated: '{text}'"}


def test_obsolete(tree: Path) -> None:
    source = tree / "news" / "models.py"
    source.write_text(source.read_text().replace('gettext("News")', ""))
    assert found(tree) == ["obsolete: 'News'"]
    messages.extract(tree)
    assert found(tree) == []


def test_untranslated(tree: Path) -> None:
    change(tree, "News", msgstr="")
    assert found(tree) == ["untranslated: 'News'"]


def test_fuzzy(tree: Path) -> None:
    change(tree, "News", flags=["fuzzy"])
    assert found(tree) == ["fuzzy: 'News'"]


def test_a_plural_form_short(tree: Path) -> None:
    forms = dict(enumerate(["%(count)s gadījums", "%(count)s gadījumi", ""]))
    change(tree, "%(count)s case", msgstr_plural=forms)
    assert found(tree) == ["untranslated: '%(count)s case'"]
    change(tree, "%(count)s case", msgstr_plural={0: "%(count)s gadījums", 1: "%(count)s gadījumi"})
    assert any("plural form" in problem for problem in found(tree))


def test_a_lost_placeholder(tree: Path) -> None:
    forms = dict(enumerate(["%(skaits)s gadījums", "%(count)s gadījumi", "%(count)s gadījumu"]))
    change(tree, "%(count)s case", msgstr_plural=forms)
    assert any("'count'" in problem for problem in found(tree))


def test_wrong_plural_rule(tree: Path) -> None:
    latvian = catalogue(tree)
    latvian.metadata["Plural-Forms"] = "nplurals=3; plural=0;"
    latvian.save()
    assert any(problem.startswith("header: Plural-Forms") for problem in found(tree))


def test_scripts_have_a_catalogue_of_their_own(tree: Path) -> None:
    (tree / "news" / "menu.js").write_text('gettext("Close");')
    assert [problem for problem in messages.problems(tree) if "djangojs.po: untr" in problem]
    messages.extract(tree)
    assert [entry.msgid for entry in catalogue(tree, domain="djangojs")] == ["Close"]


def test_extracting_again_changes_nothing(tree: Path) -> None:
    paths = sorted((tree / messages.CATALOGUES).rglob("*.po"))
    before = [path.read_bytes() for path in paths]
    messages.extract(tree)
    assert [path.read_bytes() for path in paths] == before


def test_compiled_catalogues_know_latvian_plurals(tree: Path) -> None:
    messages.compile_catalogues(tree)
    latvian = gettext.translation("django", str(tree / messages.CATALOGUES), ["lv"])
    counted = [latvian.ngettext("%(count)s case", "%(count)s cases", count) for count in (1, 2, 0)]
    assert counted == LATVIAN["%(count)s case"]
    assert latvian.pgettext("verb", "Search") == "Meklēt"


def test_only_what_changed_is_compiled(tree: Path) -> None:
    messages.compile_catalogues(tree)
    compiled = tree / messages.CATALOGUES / "lv" / "LC_MESSAGES" / "django.mo"
    first = compiled.stat().st_mtime_ns
    messages.compile_catalogues(tree)
    assert compiled.stat().st_mtime_ns == first
    os.utime(compiled.with_suffix(".po"), (2**31, 2**31))
    messages.compile_catalogues(tree)
    assert compiled.stat().st_mtime_ns != first


def test_what_others_install_has_a_catalogue_of_its_own(tree: Path) -> None:
    delivery = tree / messages.DELIVERY / "lv" / "LC_MESSAGES"
    delivery.mkdir(parents=True)
    (delivery.parents[2] / "report.py").write_text('gettext("Late publications")')
    messages.extract(tree)
    (entry,) = polib.pofile(str(delivery / "django.po"))
    assert entry.msgid == "Late publications"
    assert catalogue(tree).find("Late publications") is None
    (problem,) = messages.problems(tree)
    assert problem == f"{messages.DELIVERY}/lv/LC_MESSAGES/django.po: untranslated: {entry.msgid!r}"
