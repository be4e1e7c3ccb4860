"""A developer's machine has an account for each role, and nothing else does."""

import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command

from tests.factories import publish, translate_page

USERNAMES = {
    "redaktors",
    "autors",
    "tulkotajs",
    "apstiprinatajs-lv",
    "apstiprinatajs-en",
    "kurators",
    "integrators",
    "administrators",
}


def printed(file: Path) -> dict[str, str]:
    """User name → password, as the command prints them."""
    output = StringIO()
    call_command("create_dev_accounts", credentials_file=file, stdout=output)
    rows = re.findall(r"^  (\S+) +(\S+) +\S.*$", output.getvalue(), re.MULTILINE)
    return {name: password for name, password in rows if name in USERNAMES}


def test_each_role_has_an_account(home: Any, tmp_path: Path) -> None:
    publish(translate_page(publish(home), title="Home"))
    file = tmp_path / "accounts.json"
    accounts = printed(file)
    assert set(accounts) == USERNAMES
    assert file.stat().st_mode & 0o777 == 0o600
    for username, password in accounts.items():
        account = authenticate(username=username, password=password)
        assert account is not None
        assert account.is_superuser == (username == "redaktors")
    assert printed(file) == accounts


@pytest.mark.usefixtures("empty_site")
def test_before_there_is_content_there_is_one_account(tmp_path: Path) -> None:
    assert set(printed(tmp_path / "accounts.json")) == {"redaktors"}


@pytest.mark.usefixtures("empty_site")
def test_a_password_that_is_not_known_is_not_replaced(tmp_path: Path) -> None:
    file = tmp_path / "accounts.json"
    printed(file)
    file.write_text("{")
    assert printed(file) == {"redaktors": "(not"}


@pytest.mark.usefixtures("empty_site")
def test_passwords_of_another_database_are_not_lost_and_not_taken_for_these(
    tmp_path: Path,
) -> None:
    file = tmp_path / "accounts.json"
    former = printed(file)
    get_user_model().objects.all().delete()
    present = printed(file)
    assert present.keys() == former.keys()
    assert present != former
    assert json.loads((tmp_path / "accounts.former.json").read_text()) == former
    account = get_user_model().objects.get()
    account.set_password("other")
    account.save()
    assert printed(file) == {"redaktors": "(not"}


@pytest.mark.django_db
def test_it_refuses_outside_development(settings: Any, tmp_path: Path) -> None:
    settings.GOVLAB_DEVELOPMENT = False
    with pytest.raises(CommandError, match="create_roles"):
        call_command("create_dev_accounts", credentials_file=tmp_path / "accounts.json")
