import json
import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    help = "Creates the developer's account with a random password, once, and prints it each time."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--username", default="redaktors")
        parser.add_argument(
            "--credentials-file",
            type=Path,
            default=Path(settings.VAR_DIR) / "dev-account.json",
            help="Where the password is kept, readable by you alone.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.GOVLAB_DEVELOPMENT:
            raise CommandError(
                "This makes an account whose password lies in a file, so it works in development "
                "only. Use `manage.py createsuperuser`."
            )
        username, file = options["username"], options["credentials_file"]
        accounts = get_user_model().objects
        known = self._read(file)
        if not accounts.filter(username=username).exists():
            password = secrets.token_urlsafe(9)
            accounts.create_superuser(username=username, password=password)
            known = {"username": username, "password": password}
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch(mode=0o600)
            file.write_text(json.dumps(known))
        self.stdout.write(f"\nAdministration: {settings.WAGTAILADMIN_BASE_URL}/admin/")
        if known.get("username") == username:
            self.stdout.write(f"  user name: {username}\n  password:  {known['password']}")
        else:
            self.stdout.write(
                f"  user name: {username}; the password is not known here. "
                f"Set a new one: manage.py changepassword {username}"
            )

    def _read(self, file: Path) -> dict[str, str]:
        try:
            known: dict[str, str] = json.loads(file.read_text())
        except (OSError, ValueError):
            return {}
        return known
