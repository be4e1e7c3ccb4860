"""Production settings say what they miss, and take nothing for granted."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
COMPLETE = {
    "SECRET_KEY": "Vq3_9kT0xWcZ7rLmB2yNfHs8dJgPaEuQ4iXoYtKvRw6-ClMh1z",
    "DATABASE_URL": "postgres://user:password@localhost/db",
    "ALLOWED_HOSTS": "example.org",
    "SITE_URL": "https://example.org",
    "TRUSTED_PROXIES": "1",
}
MAIL = {"EMAIL_HOST": "mail.example.org", "DEFAULT_FROM_EMAIL": "site@example.org"}


# Takes six times as long as reading the settings.
SET_UP = "import django; django.setup(); "


def start(
    environment: dict[str, str], code: str = "print(settings.DEBUG)"
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", f"from django.conf import settings; {code}"],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
            "DJANGO_SETTINGS_MODULE": "govlab.settings.production",
            # Not the developer's own files, of which a check would speak.
            "MEDIA_ROOT": "/nonexistent/media",
            "UPLOADS_ROOT": "/nonexistent/uploads",
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_starts_with_everything_set() -> None:
    result = start(COMPLETE, f"{SET_UP}print(settings.DEBUG)")
    assert (result.returncode, result.stdout.strip()) == (0, "False")


@pytest.mark.parametrize("missing", list(COMPLETE))
def test_names_what_is_missing_and_what_it_is_for(missing: str) -> None:
    result = start({name: value for name, value in COMPLETE.items() if name != missing})
    assert result.returncode != 0
    assert f"{missing}: " in result.stderr


UNSAFE = [
    ("SECRET_KEY", "short"),
    ("SECRET_KEY", "x" * 80),
    ("SECRET_KEY", "change-me-" * 8),
    ("SECRET_KEY", "1234567890" * 5 + "abc"),
    ("SECRET_KEY", "django-insecure-" + COMPLETE["SECRET_KEY"]),
    ("ALLOWED_HOSTS", "*"),
    ("ALLOWED_HOSTS", "example.org,*"),
    ("ALLOWED_HOSTS", "*.example.org"),
    ("ALLOWED_HOSTS", "example.org,.lv"),
    ("ALLOWED_HOSTS", "."),
    ("ALLOWED_HOSTS", "https://example.org"),
    ("ALLOWED_HOSTS", "example.org:443"),
    ("ALLOWED_HOSTS", "other.example"),
    ("SITE_URL", "http://example.org"),
    ("SITE_URL", "example.org"),
    ("SITE_URL", "https://example.org/site"),
    ("SITE_URL", "https://user@example.org"),
    ("SITE_URL", "https://example.org?x"),
    ("SITE_URL", "https://example.org:port"),
    ("SITE_URL", "https://"),
    ("SITE_URL", "//example.org"),
    ("TRUSTED_PROXIES", "one"),
    ("TRUSTED_PROXIES", "-1"),
    ("DEFAULT_FROM_EMAIL", ""),
    ("DEFAULT_FROM_EMAIL", "nobody"),
    ("EMAIL_SECURITY", "ssl3"),
    ("EMAIL_PORT", "smtp"),
]


@pytest.mark.parametrize(("name", "value"), UNSAFE)
def test_refuses_what_is_unsafe_and_names_it(name: str, value: str) -> None:
    result = start(COMPLETE | MAIL | {name: value})
    assert result.returncode != 0
    assert f"{name} " in result.stderr.strip().splitlines()[-1]


@pytest.mark.parametrize(
    "hosts", ["example.org", ".example.org", "www.example.org,EXAMPLE.ORG", "[::1],example.org"]
)
def test_takes_the_sites_own_hosts(hosts: str) -> None:
    assert start(COMPLETE | {"ALLOWED_HOSTS": hosts}).returncode == 0


@pytest.mark.parametrize(
    ("given", "address"),
    [("https://Example.org/", "https://example.org"), ("https://example.org:8443",) * 2],
)
def test_the_address_is_written_in_one_way(given: str, address: str) -> None:
    result = start(COMPLETE | {"SITE_URL": given}, "print(settings.WAGTAILADMIN_BASE_URL)")
    assert result.stdout.strip() == address


CHECK = f"{SET_UP}from django.core.management import call_command as c; c('check', deploy=True)"


def test_with_mail_the_check_of_a_deployment_finds_nothing_but_that_there_is_no_database() -> None:
    """Placeholders are content, so the check needs the database, and says that it had none."""
    result = start(COMPLETE | MAIL | {"SECURITY_CONTACT": "drosiba@example.org"}, CHECK)
    assert result.returncode == 0
    assert re.findall(r"\((\w+\.\w+)\)", result.stderr) == ["govlab.W004"]
    assert "the database does not respond" in result.stderr


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"EMAIL_HOST": ""}, "govlab.W001"),
        ({"TRUSTED_PROXIES": "0"}, "govlab.W002"),
        ({"INSECURE_HTTP": "1"}, "security.W008"),
        ({"SECURITY_CONTACT": ""}, "govlab.W010"),
    ],
)
def test_the_check_says_what_a_server_goes_without(change: dict[str, str], told: str) -> None:
    assert told in start(COMPLETE | MAIL | change, CHECK).stderr


@pytest.mark.parametrize(("mail", "on"), [(MAIL, "True"), ({}, "False")])
def test_passwords_are_reset_by_mail_or_not_at_all(mail: dict[str, str], on: str) -> None:
    code = "from wagtail.admin.views.account import password_reset_enabled as on; print(on())"
    assert start(COMPLETE | mail, SET_UP + code).stdout.strip() == on


def test_the_proxys_word_on_https_counts_only_where_there_is_one() -> None:
    code = "print(settings.SECURE_PROXY_SSL_HEADER)"
    assert "FORWARDED_PROTO" in start(COMPLETE, code).stdout
    assert start(COMPLETE | {"TRUSTED_PROXIES": "0"}, code).stdout.strip() == "None"


def test_the_example_is_safe_as_it_is_shipped() -> None:
    """Nothing in it is switched on that a public server must not have, and no secret is given."""
    lines = (ROOT / ".env.example").read_text().splitlines()
    active = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    assert {"INSECURE_HTTP", "SERVE_MEDIA"}.isdisjoint(active)
    assert {name: active[name] for name in ("SECRET_KEY", "POSTGRES_PASSWORD")} == {
        "SECRET_KEY": "",
        "POSTGRES_PASSWORD": "",
    }
    assert start(active | {"DATABASE_URL": "sqlite://:memory:"}).returncode != 0


def test_only_nginx_is_published() -> None:
    """What compose.yaml opens to other machines, and with which configuration."""
    services = yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]
    assert [name for name, service in services.items() if "ports" in service] == ["nginx"]
    mounted = services["nginx"]["volumes"]
    assert "./deploy/nginx.conf:/etc/nginx/nginx.conf:ro" in mounted
    assert "media:/srv/media:ro" in mounted


def test_the_environment_is_read_in_the_settings_package_only() -> None:
    sources = [
        path
        for folder in ("site", "home", "news", "cases", "search")
        for path in (ROOT / folder).rglob("*.py")
        if "settings" not in path.parts and path.name != "wsgi.py"
    ]
    reading = re.compile(r"os\.environ|getenv")
    readers = [path for path in sources if reading.search(path.read_text())]
    assert readers == []
