"""Commands behind the Makefile. All but `messages` run before the environment exists: stdlib only."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        "This project needs Python 3.11 or newer; %s is %d.%d. "
        "Install one and name it, for example: make run PYTHON=python3.12"
        % ((sys.executable, *sys.version_info[:2]))
    )
