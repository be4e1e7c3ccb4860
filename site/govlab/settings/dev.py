"""A developer's machine: no services, no secrets, pages explain their errors."""

from .base import *  # noqa: F403
from .base import MIDDLEWARE, VAR_DIR
from .databases import database
from .environment import address, text, words
from .mail import QUEUE

DEBUG = True
MIDDLEWARE = [*MIDDLEWARE, "govlab.website.development.LostPagesMiddleware"]
GOVLAB_DEVELOPMENT = True
GOVLAB_SERVE_MEDIA = True
SECRET_KEY = "development-only"  # noqa: S105
ALLOWED_HOSTS = words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
DATABASES = {"default": database(text("DATABASE_URL", ""), sqlite_path=VAR_DIR / "dev.sqlite3")}
GOVLAB_SITE_URL = WAGTAILADMIN_BASE_URL = address(
    "SITE_URL", text("SITE_URL", "http://127.0.0.1:8000")
)
EMAIL_BACKEND = QUEUE
GOVLAB_MAIL_TRANSPORT = "django.core.mail.backends.console.EmailBackend"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
