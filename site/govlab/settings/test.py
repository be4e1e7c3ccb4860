"""The test suite: fast hashing, files of its own, mail in memory."""

import os

from .base import *  # noqa: F403
from .base import VAR_DIR
from .databases import database
from .environment import text

DEBUG = False
GOVLAB_DEVELOPMENT = True
GOVLAB_SERVE_MEDIA = True
SECRET_KEY = "test-only"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DATABASES = {"default": database(text("DATABASE_URL", ""), sqlite_path=VAR_DIR / "test.sqlite3")}
# Beside the developer's own uploads, never among them; the suite takes directories of its own.
MEDIA_ROOT = str(VAR_DIR / "test-media")
GOVLAB_UPLOADS_ROOT = str(VAR_DIR / "test-uploads")
GOVLAB_SITE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
# Most tests never commit, so nothing that waits for a commit would run.
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
# The browser the browser tests drive.
GOVLAB_CHROMIUM = text("GOVLAB_CHROMIUM", "/usr/bin/chromium")
# Tests of Elasticsearch choose it; the others are answered without.
GOVLAB_SEARCH_ENGINE = "database"
# Workers that test side by side share the server, not the indices.
GOVLAB_SEARCH_INDEX_PREFIX = f"test-{text('PYTEST_XDIST_WORKER', 'main')}-{os.getpid()}"
