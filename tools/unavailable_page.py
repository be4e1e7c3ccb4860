"""Writes the page that nginx serves while the server is away: `python -m tools.unavailable_page`.

It is the application's own page for 503, with its policy in the configuration of nginx.
"""

import os
import re
import sys
from pathlib import Path

import django

DEPLOY = Path(__file__).parents[1] / "deploy"
PAGE = DEPLOY / "unavailable.html"
CONFIGURATION = DEPLOY / "nginx.conf"
_POLICY = re.compile(r'(?<=location = /unavailable\.html \{)(.*?Policy )"[^"]*"', re.DOTALL)


def written(policy: str) -> str:
    """Return the configuration with the policy of the page."""
    return _POLICY.sub(rf'\g<1>"{policy}"', CONFIGURATION.read_text(), count=1)


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "govlab.settings.dev")
    sys.path.insert(0, str(DEPLOY.parent / "site"))
    django.setup()
    from govlab.security import error_pages

    PAGE.write_text(error_pages.body(503))
    CONFIGURATION.write_text(written(error_pages.policy(503)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
