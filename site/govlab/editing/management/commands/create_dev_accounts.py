import json
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import authenticate, get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from govlab.editing.roles.create import NoFrontPageError, create_roles

SUPERUSER = "redaktors"
# By the role's key; one for each language has its code behind it.
USERNAMES = {
    "author": "autors",
    "translator": "tulkotajs",
    "approver": "apstiprinatajs",
    "curator": "kurators",
    "integrator": "integrators",
    "administrator": "administrators",
}


class Command(BaseCommand):
    help = (
        "Creates an account with all rights and one for each role, with random passwords, once, "
        "and prints them each time. For development only."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--credentials-file",
            type=Path,
            default=Path(settings.VAR_DIR) / "dev-accounts.json",
            help="Where the passwords are stored, readable by you alone.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.GOVLAB_DEVELOPMENT:
            raise CommandError(
                "This creates accounts whose passwords are stored in a file, so it works in "
                "development only. Use `manage.py createsuperuser` and `manage.py create_roles`."
            )
        file = options["credentials_file"]
        before = self._read(file)
        with transaction.atomic():
            wanted = list(self._wanted())
            made = {
                username: password
                for username, group in wanted
                if (password := self._create(username, group))
            }
            passwords = before | made
            if before.keys() & made.keys():
                # They are those of another database, which may come back.
                self._write(file.with_suffix(".former.json"), before)
            self._write(file, passwords)
        self._tell(wanted, passwords)

    def _wanted(self) -> Iterator[tuple[str, Group | None]]:
        yield SUPERUSER, None
        try:
            created = create_roles()
        except NoFrontPageError:
            return
        for item in created:
            alone = sum(other.role == item.role for other in created) == 1
            name = USERNAMES[item.role.key]
            yield (name if alone else f"{name}-{item.language}"), item.group

    def _create(self, username: str, group: Group | None) -> str | None:
        """The new account's password; None where there is one of the name."""
        accounts = get_user_model().objects
        if accounts.filter(username=username).exists():
            return None
        password = secrets.token_urlsafe(9)
        email = f"{username}@example.org"
        if group is None:
            accounts.create_superuser(username=username, email=email, password=password)
        else:
            accounts.create_user(username=username, email=email, password=password).groups.add(
                group
            )
        return password

    def _tell(self, wanted: list[tuple[str, Group | None]], passwords: dict[str, str]) -> None:
        known = {
            name: password
            for name, password in passwords.items()
            if authenticate(username=name, password=password)
        }
        self.stdout.write(f"\nAdministration: {settings.WAGTAILADMIN_BASE_URL}/admin/\n")
        self.stdout.write(f"  {'user name':20} {'password':14} rights")
        for username, group in wanted:
            password = known.get(username, "(not known)")
            self.stdout.write(f"  {username:20} {password:14} {group.name if group else 'all'}")
        if any(username not in known for username, _group in wanted):
            self.stdout.write("  Set a new password: manage.py changepassword USER_NAME")

    def _read(self, file: Path) -> dict[str, str]:
        try:
            known: dict[str, str] = json.loads(file.read_text())
        except (OSError, ValueError):
            return {}
        return known

    def _write(self, file: Path, passwords: dict[str, str]) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(json.dumps(passwords, indent=1))
