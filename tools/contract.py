"""`make contract`: writes docs/openapi.json, and the examples of docs/api.md."""

import os
import sys

from tools import processes
from tools import test as tests
from tools.environment import ROOT, ensure

EXAMPLES = "tests/contract/test_examples.py"


def main(arguments: list[str]) -> int:
    """With `release`, make the committed contract the baseline of compatibility checks."""
    processes.leave_on_signals()
    python = ensure(ROOT / "requirements-dev.txt")
    paths = os.pathsep.join((str(ROOT), str(ROOT / "site")))
    env = os.environ | {"DJANGO_SETTINGS_MODULE": "govlab.settings.test", "PYTHONPATH": paths}
    code = processes.run([python, "-m", "tools.openapi", *(arguments or ["write"])], env=env)
    if code or arguments:
        return code
    os.environ["WRITE_EXAMPLES"] = "1"
    return tests.main([EXAMPLES, "-n", "0"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
