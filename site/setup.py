"""Compiles the catalogues of messages while the package is built; the rest is in pyproject.toml."""

from pathlib import Path
from shutil import rmtree

import polib
from setuptools import setup
from setuptools.command.build_py import build_py

CATALOGUES = "govlab/delivery/locale/*/LC_MESSAGES/*.po"


class BuildWithMessages(build_py):
    def run(self) -> None:
        """A former build in the same checkout may hold modules that are deleted since."""
        rmtree(self.build_lib, ignore_errors=True)
        super().run()
        for source in Path().glob(CATALOGUES):
            compiled = Path(self.build_lib, source).with_suffix(".mo")
            compiled.parent.mkdir(parents=True, exist_ok=True)
            polib.pofile(str(source)).save_as_mofile(str(compiled))


setup(cmdclass={"build_py": BuildWithMessages})
