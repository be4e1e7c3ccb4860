"""A public server: secrets from the environment, HTTPS, hashed static file names."""

from .base import *  # noqa: F403
from .base import VAR_DIR
from .databases import database
from .environment import address, required, text, words

_required = required(
    SECRET_KEY="a long random string that signs sessions; keep it secret",  # noqa: S106  a purpose, not a secret
    DATABASE_URL="where the database is, for example postgres://user:password@host:5432/govlab",
    ALLOWED_HOSTS="the host names the site answers to, separated by commas",
    SITE_URL="the public address of the site, for example https://inovacija.example.lv",
)

DEBUG = False
SECRET_KEY = _required["SECRET_KEY"]
ALLOWED_HOSTS = words("ALLOWED_HOSTS")
DATABASES = {"default": database(_required["DATABASE_URL"], sqlite_path=VAR_DIR / "site.sqlite3")}
WAGTAILADMIN_BASE_URL = address("SITE_URL", _required["SITE_URL"])
CSRF_TRUSTED_ORIGINS = words("CSRF_TRUSTED_ORIGINS", WAGTAILADMIN_BASE_URL)
GOVLAB_SERVE_MEDIA = text("SERVE_MEDIA", "") == "1"

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# The front server ends TLS and says so in this header; `INSECURE_HTTP=1` is for a local trial.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
_https = text("INSECURE_HTTP", "") != "1"
SECURE_SSL_REDIRECT = _https
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SESSION_COOKIE_SECURE = _https
CSRF_COOKIE_SECURE = _https
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": text("LOG_LEVEL", "INFO")},
}
