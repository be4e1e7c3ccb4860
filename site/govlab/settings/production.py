"""A public server: secrets from the environment, HTTPS, hashed static file names."""

from . import guards
from .base import *  # noqa: F403
from .base import STORAGES, VAR_DIR
from .databases import database
from .environment import address, number, required, text, words
from .mail import mail_settings

_required = required(
    SECRET_KEY="a long random string that signs sessions; keep it secret",  # noqa: S106  a purpose, not a secret
    DATABASE_URL="where the database is, for example postgres://user:password@host:5432/govlab",
    ALLOWED_HOSTS="the host names the site answers to, separated by commas",
    SITE_URL="the public address of the site, for example https://inovacija.example.lv",
    TRUSTED_PROXIES="how many proxies of your own stand in front, nginx of compose.yaml included; "
    "0 where clients reach the server themselves",
)
# `INSECURE_HTTP=1` is for a trial on one machine.
_https = text("INSECURE_HTTP", "") != "1"

DEBUG = False
SECRET_KEY = guards.secret_key(_required["SECRET_KEY"])
DATABASES = {"default": database(_required["DATABASE_URL"], sqlite_path=VAR_DIR / "site.sqlite3")}
GOVLAB_SITE_URL = WAGTAILADMIN_BASE_URL = guards.https_address(
    address("SITE_URL", _required["SITE_URL"]), https=_https
)
ALLOWED_HOSTS = guards.host_names(words("ALLOWED_HOSTS"), WAGTAILADMIN_BASE_URL)
CSRF_TRUSTED_ORIGINS = words("CSRF_TRUSTED_ORIGINS", WAGTAILADMIN_BASE_URL)
GOVLAB_SERVE_MEDIA = text("SERVE_MEDIA", "") == "1"
GOVLAB_TRUSTED_PROXIES = number("TRUSTED_PROXIES", 0)
globals().update(mail_settings())

STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# The proxy in front says how it was reached; without one, anybody could say it.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if GOVLAB_TRUSTED_PROXIES else None
SECURE_SSL_REDIRECT = _https
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SESSION_COOKIE_SECURE = _https
CSRF_COOKIE_SECURE = _https
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
# Whether the host's other names and a browser's own list take part is for their owner to say.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
if _https:
    GOVLAB_CSP = {  # An address that was typed as http:// is asked for by HTTPS.
        name: policy | {"upgrade-insecure-requests": []}
        for name, policy in GOVLAB_CSP.items()  # noqa: F405
    }

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": text("LOG_LEVEL", "INFO")},
}
