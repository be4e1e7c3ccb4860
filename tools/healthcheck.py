"""The image's health check: exits with 0 where the server on this machine answers /healthz."""

import os
import sys
import urllib.error
import urllib.request


def main() -> int:
    port = os.environ.get("BIND", "").rpartition(":")[2] or "8000"
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/healthz",
        headers={"Host": host(os.environ.get("ALLOWED_HOSTS", ""))},
    )
    try:
        with urllib.request.urlopen(request, timeout=4):  # noqa: S310
            return 0
    except (urllib.error.URLError, OSError) as error:
        print(f"/healthz: {error}", file=sys.stderr)
        return 1


def host(allowed: str) -> str:
    """A host name that the site answers to: it turns away every other."""
    first = allowed.split(",")[0].strip().removeprefix(".")
    return first if first not in {"", "*"} else "localhost"


if __name__ == "__main__":
    sys.exit(main())
