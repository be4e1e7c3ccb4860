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
# Test processes copy this database, where there is one, and have nothing left to migrate.
if template := text("TEST_DATABASE_TEMPLATE", ""):
    DATABASES["default"]["TEST"] = {"TEMPLATE": template}
# Separate from the developer's uploads; the tests use temporary directories.
MEDIA_ROOT = str(VAR_DIR / "test-media")
GOVLAB_UPLOADS_ROOT = str(VAR_DIR / "test-uploads")
GOVLAB_SITE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = GOVLAB_MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
# Most tests never commit, so tasks would not run after the commit.
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
# The browser the browser tests drive.
GOVLAB_CHROMIUM = text("GOVLAB_CHROMIUM", "/usr/bin/chromium")
# Tests of Elasticsearch override this.
GOVLAB_SEARCH_ENGINE = "database"
# Parallel test processes share the server, not the indices.
GOVLAB_SEARCH_INDEX_PREFIX = f"test-{text('PYTEST_XDIST_WORKER', 'main')}-{os.getpid()}"
