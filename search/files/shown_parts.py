"""Reads the parts of Word, PowerPoint and Excel files, with the parts that they show: SmartArt,
charts and drawings are parts of their own."""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping

from defusedxml import ElementTree

from .paragraphs import OfficeParagraphs
from .xml_parts import collected


class ShownParts:
    """Each part is read once, where the first other part shows it."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = frozenset(archive.namelist())
        self._begun: set[str] = set()
        self._targets: dict[str, Mapping[str, str]] = {}
        # Whether a part that another one shows could not be read. What was read of it is kept.
        self.is_damaged = False

    def text(self, part: str) -> Iterator[str]:
        """Yield the text of a part. Raises whatever a damaged one raises."""
        self._begun.add(part)
        paragraphs = OfficeParagraphs(lambda relation: self.shown(part, relation))
        return collected(self._archive, part, paragraphs)

    def shown(self, part: str, relation: str) -> str:
        """Return the text of what a part shows by the relation of this id."""
        found: list[str] = []
        try:
            if part not in self._targets:
                self._targets[part] = targets(self._archive, part)
            target = self._targets[part].get(relation)
            if target in self._names and target not in self._begun:
                found.extend(self.text(target))
        except MemoryError:
            raise
        except Exception:  # Libraries raise anything when files are broken.
            self.is_damaged = True
        return "".join(found)


def targets(archive: zipfile.ZipFile, part: str) -> Mapping[str, str]:
    """Return the parts that a part refers to, by the ids of the relations."""
    folder, name = posixpath.split(part)
    listed = f"{folder}/_rels/{name}.rels"
    if listed not in archive.namelist():
        return {}
    root = ElementTree.fromstring(archive.read(listed), forbid_dtd=True)
    return {
        relation.get("Id", ""): posixpath.normpath(
            posixpath.join("/", folder, relation.get("Target", ""))
        ).lstrip("/")
        for relation in root
    }
