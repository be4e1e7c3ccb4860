"""The catalogues of translated messages: extract them, check them, compile them.

Message ids are English sentences, so English has no catalogue. Every other language has a folder
under the site's CATALOGUES, and one under those of the delivery side, which other projects install;
`make messages` fills an empty one.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import django
import polib

from tools import message_coverage, package_messages

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = Path("site/govlab/locale")
DELIVERY = Path("site/govlab/delivery/locale")
# Where the messages of a catalogue come from; those of the delivery side are in its own only.
SOURCES = {
    CATALOGUES: ("site/govlab", "home", "news", "cases", "contact", "legal", "search"),
    DELIVERY: ("site/govlab/delivery", "site/govlab/limits"),
}
DOMAINS = ("django", "djangojs")
FILES = "*/LC_MESSAGES/*.po"


def compile_catalogues(root: Path) -> None:
    """Without GNU gettext, which serving the site does not need."""
    for source in sorted(path for each in SOURCES for path in (root / each).glob(FILES)):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        unfinished = compiled.with_suffix(f".{os.getpid()}")
        polib.pofile(str(source)).save_as_mofile(str(unfinished))
        unfinished.replace(compiled)
    package_messages.compile_parts(root)


def extract(root: Path) -> None:
    """Brings every catalogue in line with the sources; what is translated stays so."""
    for catalogues in _present(root):
        with _updated(root, catalogues, "--no-obsolete") as updated:
            for path in updated.glob(FILES):
                target = root / catalogues / path.relative_to(updated)
                if not target.exists() or target.read_bytes() != path.read_bytes():
                    shutil.copyfile(path, target)


def problems(root: Path) -> Iterator[str]:
    """What separates the committed catalogues from complete ones."""
    for catalogues in _present(root):
        with _updated(root, catalogues) as updated:
            for path in sorted(updated.glob(FILES)):
                for problem in (*_unfinished(path), *_format_errors(path)):
                    yield f"{catalogues / path.relative_to(updated)}: {problem}"
    for part in package_messages.parts(root):
        checks = (_unfinished, _format_errors, package_messages.losses)
        for problem in (problem for check in checks for problem in check(part.path)):
            yield f"{part.path.relative_to(root)}: {problem}"
    yield from package_messages.conflicts(root, SOURCES)


def _present(root: Path) -> list[Path]:
    return [catalogues for catalogues in SOURCES if (root / catalogues).exists()]


def _unfinished(path: Path) -> Iterator[str]:
    catalogue = polib.pofile(str(path))
    rule = _plural_rule(path.parts[-3])
    if rule and catalogue.metadata.get("Plural-Forms") != rule:
        yield f"header: Plural-Forms is not {rule!r}"
    for entry in catalogue:
        if entry.obsolete:
            yield f"obsolete: {entry.msgid!r}"
        elif entry.fuzzy:
            yield f"fuzzy: {entry.msgid!r}"
        elif not entry.translated():
            yield f"untranslated: {entry.msgid!r}"


def _plural_rule(locale: str) -> str | None:
    """Django's own, which counts in its forms when it adds its messages to ours."""
    path = Path(django.__file__).parent / "conf/locale" / locale / "LC_MESSAGES/django.po"
    return polib.pofile(str(path)).metadata["Plural-Forms"] if path.exists() else None


def _format_errors(path: Path) -> Iterator[str]:
    """Placeholders that a translation lost or invented, and plural forms too few."""
    result = subprocess.run(
        ["msgfmt", "--check", f"--output-file={os.devnull}", path.name],
        cwd=path.parent,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
    )
    if result.returncode:
        yield from result.stderr.splitlines()


@contextmanager
def _updated(root: Path, catalogues: Path, *options: str) -> Iterator[Path]:
    """Copies of the catalogues, in line with their sources.

    Copies, because makemessages writes beside the templates that it reads, and into every
    `locale` folder that it finds.
    """
    env = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    command = [sys.executable, "-m", "django", "makemessages", "--all", *options]
    with TemporaryDirectory() as directory:
        work = Path(directory)
        left_out = shutil.ignore_patterns("locale", "migrations", "__pycache__")
        for source in SOURCES[catalogues]:
            if (root / source).exists():
                shutil.copytree(root / source, work / source, ignore=left_out)
        for source in _of_others(catalogues):
            shutil.rmtree(work / source, ignore_errors=True)
        shutil.copytree(root / catalogues, work / "locale")
        for domain in DOMAINS:
            result = subprocess.run(
                [*command, "--domain", domain, "--no-wrap", "--add-location", "file"],
                cwd=work,
                env=env,
                capture_output=True,
                text=True,
            )
            if result.returncode:
                sys.exit(f"Messages could not be extracted:\n{result.stderr}")
        yield work / "locale"


def _of_others(catalogues: Path) -> Iterator[str]:
    """Sources within those of the catalogue that have another one."""
    own = SOURCES[catalogues]
    for other in SOURCES.keys() - {catalogues}:
        for source in SOURCES[other]:
            if any(Path(source).is_relative_to(folder) for folder in own):
                yield source


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
        case ["coverage"]:
            sys.path.append(str(ROOT / "site"))
            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "govlab.settings.test")
            if not message_coverage.report(ROOT, SOURCES):
                print(f"Translate it in {package_messages.PARTS}.", file=sys.stderr)
                return 1
        case _:
            sys.exit("Usage: python -m tools.messages compile | extract | check | coverage")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
