"""The catalogues of translated messages: extract them, check them, compile them.

English is the language of the message ids, so its catalogue translates plurals only.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("site/govlab", "home", "news", "cases", "search")
SUFFIXES = {".py", ".html", ".txt", ".js"}
CATALOGUES = Path("site/govlab/locale")
DOMAINS = ("django", "djangojs")
SOURCE_LOCALE = "en"
PLURAL_FORMS = {
    "en": "nplurals=2; plural=(n != 1);",
    "lv": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);",
}
PLURALS = {"en": 2, "lv": 3}

Key = tuple[str | None, str, str]


def compile_catalogues(root: Path) -> None:
    for source in sorted((root / CATALOGUES).glob("*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        unfinished = compiled.with_suffix(f".{os.getpid()}")
        polib.pofile(str(source)).save_as_mofile(str(unfinished))
        unfinished.replace(compiled)


def extract(root: Path) -> None:
    """Brings every catalogue in line with the sources; what is translated stays so."""
    for domain in DOMAINS:
        template = _template(root, domain)
        for locale in PLURAL_FORMS:
            path = _path(root, locale, domain)
            if template or path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                _merged(template, _read(path), locale).save(str(path))


def problems(root: Path) -> Iterator[str]:
    """What separates the committed catalogues from complete ones."""
    for domain in DOMAINS:
        template = _template(root, domain)
        for locale in PLURAL_FORMS:
            path = _path(root, locale, domain)
            catalogue = _read(path)
            found = [*_drift(template, catalogue), *_gaps(catalogue, locale)]
            if path.exists():
                found += _format_errors(path)
            for problem in found:
                yield f"{path.relative_to(root)}: {problem}"


def _drift(template: polib.POFile, catalogue: polib.POFile) -> Iterator[str]:
    wanted = {_key(entry): entry for entry in template}
    present = {_key(entry): entry for entry in catalogue if not entry.obsolete}
    for key, entry in wanted.items():
        if key not in present:
            yield f"missing: {entry.msgid!r}"
    for key, entry in present.items():
        if key not in wanted:
            yield f"obsolete: {entry.msgid!r}"
    for entry in catalogue.obsolete_entries():
        yield f"obsolete: {entry.msgid!r}"


def _gaps(catalogue: polib.POFile, locale: str) -> Iterator[str]:
    entries = [entry for entry in catalogue if not entry.obsolete]
    if entries and catalogue.metadata.get("Plural-Forms") != PLURAL_FORMS[locale]:
        yield f"header: Plural-Forms is not {PLURAL_FORMS[locale]!r}"
    for entry in entries:
        if entry.fuzzy:
            yield f"fuzzy: {entry.msgid!r}"
        if entry.msgid_plural:
            forms = [entry.msgstr_plural.get(form, "") for form in range(PLURALS[locale])]
            if not all(forms):
                yield f"untranslated: {entry.msgid!r} needs {PLURALS[locale]} plural forms"
        elif not entry.msgstr and locale != SOURCE_LOCALE:
            yield f"untranslated: {entry.msgid!r}"


def _format_errors(path: Path) -> Iterator[str]:
    """Placeholders that a translation lost or invented."""
    answer = subprocess.run(
        ["msgfmt", "--check-format", f"--output-file={os.devnull}", path.name],
        cwd=path.parent,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
    )
    if answer.returncode:
        yield from (f"placeholders: {line}" for line in answer.stderr.splitlines())


def _template(root: Path, domain: str) -> polib.POFile:
    """All messages of the sources, untranslated.

    Works on a copy, since makemessages writes into every `locale` directory that it finds.
    """
    with tempfile.TemporaryDirectory() as directory:
        work = Path(directory)
        for source in SOURCES:
            for path in sorted((root / source).rglob("*")):
                if path.suffix in SUFFIXES:
                    copy = work / path.relative_to(root)
                    copy.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(path, copy)
        (work / "locale").mkdir()
        env = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
        answer = subprocess.run(
            [
                sys.executable,
                "-m",
                "django",
                "makemessages",
                "--locale",
                SOURCE_LOCALE,
                "--domain",
                domain,
                "--keep-pot",
                "--no-wrap",
                "--add-location",
                "file",
            ],
            cwd=work,
            env=env,
            capture_output=True,
            text=True,
        )
        if answer.returncode:
            sys.exit(f"Messages could not be extracted:\n{answer.stderr}")
        return _read(work / "locale" / f"{domain}.pot")


def _merged(template: polib.POFile, catalogue: polib.POFile, locale: str) -> polib.POFile:
    known = {_key(entry): entry for entry in catalogue if not entry.obsolete}
    merged = polib.POFile(wrapwidth=0)
    merged.metadata = {
        "Project-Id-Version": "govlab",
        "Language": locale,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURAL_FORMS[locale],
    }
    for entry in sorted(template, key=lambda entry: (entry.msgid, entry.msgctxt or "")):
        translated = known.get(_key(entry))
        if entry.msgid_plural:
            entry.msgstr_plural = dict.fromkeys(range(PLURALS[locale]), "")
            if locale == SOURCE_LOCALE:
                entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
        if translated:
            entry.msgstr = translated.msgstr
            entry.msgstr_plural |= translated.msgstr_plural
            entry.tcomment = translated.tcomment
            entry.flags += ["fuzzy"] if translated.fuzzy else []
        merged.append(entry)
    return merged


def _key(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def _path(root: Path, locale: str, domain: str) -> Path:
    return root / CATALOGUES / locale / "LC_MESSAGES" / f"{domain}.po"


def _read(path: Path) -> polib.POFile:
    return polib.pofile(str(path)) if path.exists() else polib.POFile()


def _require_gettext() -> None:
    if not all(map(shutil.which, ("xgettext", "msguniq", "msgmerge", "msgattrib", "msgfmt"))):
        sys.exit("Extracting messages needs GNU gettext. On Debian and Ubuntu: apt install gettext")


def main(arguments: list[str]) -> int:
    match arguments:
        case ["compile"]:
            compile_catalogues(ROOT)
        case ["extract"]:
            _require_gettext()
            extract(ROOT)
        case ["check"]:
            _require_gettext()
            if found := list(problems(ROOT)):
                print(*found, sep="\n", file=sys.stderr)
                print("`make messages` updates the catalogues; then translate.", file=sys.stderr)
                return 1
        case _:
            sys.exit("Usage: python -m tools.messages compile | extract | check")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
