"""How much of each installed package is translated, by its own catalogue, our parts and ours.

Read from the packages as they are installed, so that an upgrade shows which messages are new, and
which of ours are left over.
"""

import importlib.util
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import django
from django.apps import apps

from tools.package_messages import Key, entries, key, parts

# A package with a smaller share of its messages in a language does not pass.
REQUIRED = 0.99
DOMAINS = ("django", "djangojs")


@dataclass(frozen=True)
class Coverage:
    package: str
    domain: str
    language: str
    messages: int
    missing: list[Key]
    # Ours, which the installed package does not have.
    left_over: list[Key]

    @property
    def share(self) -> float:
        return 1 - len(self.missing) / self.messages if self.messages else 1.0

    @property
    def passes(self) -> bool:
        return self.share >= REQUIRED and not self.left_over

    def __str__(self) -> str:
        name = f"{self.package} ({self.domain}, {self.language})"
        translated = self.messages - len(self.missing)
        lines = [f"{name:<56}{translated:>5} of {self.messages:>4}{self.share:>8.1%}"]
        lines += [f"    missing: {_named(message)}" for message in self.missing]
        lines += [f"    left over: {_named(message)}" for message in self.left_over]
        return "\n".join(lines)


def report(root: Path, sources: Mapping[Path, Iterable[str]]) -> bool:
    """Prints what is covered and what is not; returns whether every package passes.

    `sources` are the project's own, by the folder of their catalogues.
    """
    packages = installed_packages(root, chain.from_iterable(sources.values()))
    found = list(coverage(root, sources, packages))
    print(*found, sep="\n")
    return all(package.passes for package in found)


def coverage(root: Path, own: Iterable[Path], packages: Iterable[str]) -> Iterator[Coverage]:
    """Of these packages, and of those that have a part. `own` are folders of catalogues of ours."""
    all_parts = parts(root)
    names = sorted({*packages, *(part.package for part in all_parts)})
    for language in sorted({part.language for part in all_parts}):
        for domain in DOMAINS:
            ours = {
                part.package: _translated(part.path)
                for part in all_parts
                if (part.language, part.domain) == (language, domain)
            }
            file = Path(language, "LC_MESSAGES", f"{domain}.po")
            projects = (_translated(root / folder / file) for folder in own)
            anywhere: set[Key] = set().union(*ours.values(), *projects)
            for name in names:
                folders = _locale_folders(name)
                messages = _messages(folders, domain)
                left_over = sorted(ours.get(name, set()) - messages, key=str)
                translated = anywhere.union(*(_translated(folder / file) for folder in folders))
                if messages or left_over:
                    missing = sorted(messages - translated, key=str)
                    yield Coverage(name, domain, language, len(messages), missing, left_over)


def installed_packages(root: Path, sources: Iterable[str]) -> list[str]:
    """Django and every app but the project's own."""
    django.setup()
    ours = [root / source for source in sources]
    return ["django"] + [
        config.name
        for config in apps.get_app_configs()
        if not any(Path(config.path).is_relative_to(source) for source in ours)
    ]


def _locale_folders(package: str) -> list[Path]:
    try:
        spec = importlib.util.find_spec(package)
    except ModuleNotFoundError:  # of a parent
        return []
    places = (spec and spec.submodule_search_locations) or []
    return [Path(place, "conf/locale" if package == "django" else "locale") for place in places]


def _messages(folders: list[Path], domain: str) -> set[Key]:
    """What the English catalogue lists; without one, what those of other languages do."""
    found: set[Key] = set()
    for folder in folders:
        english = folder / "en" / "LC_MESSAGES" / f"{domain}.po"
        listing = [english] if english.exists() else folder.glob(f"*/LC_MESSAGES/{domain}.po")
        found.update(key(entry) for path in listing for entry in entries(path))
    return found


def _translated(path: Path) -> set[Key]:
    return {key(entry) for entry in entries(path) if entry.translated()}


def _named(message: Key) -> str:
    context, text = message
    return f"{text!r} ({context})" if context else repr(text)
