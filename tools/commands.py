"""The project's commands, run as production would have them, on the run's own database."""

import os
import secrets
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tools import processes
from tools.environment import ROOT


def environment(url: str, directory: Path) -> dict[str, str]:
    """Production's, plain HTTP, and a rate limit that counts every request and stops none."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "tools.production_settings",
        "DATABASE_URL": url,
        "SECRET_KEY": secrets.token_urlsafe(40),
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "SITE_URL": "http://127.0.0.1",
        "INSECURE_HTTP": "1",
        "TRUSTED_PROXIES": "0",
        "API_REQUESTS_PER_MINUTE": str(10**9),
        "MEDIA_ROOT": str(directory / "media"),
        "UPLOADS_ROOT": str(directory / "uploads"),
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "site"))),
        "LOG_LEVEL": "WARNING",
    }


def python(env: Mapping[str, str], *arguments: str) -> None:
    processes.require([sys.executable, *arguments], f"`{' '.join(arguments)}` failed.", env=env)


def output(env: Mapping[str, str], *arguments: str) -> str:
    done = subprocess.run([sys.executable, *arguments], env=env, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(f"`{' '.join(arguments)}` failed; the reason is above.")
    return done.stdout


def say(step: str) -> None:
    print(f"── {step} …", flush=True)
