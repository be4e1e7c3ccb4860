"""What every environment shares."""

from django.utils.translation import gettext_lazy as _

from .environment import BASE_DIR, number, one_of, text

VAR_DIR = BASE_DIR / "var"
SITE_DIR = BASE_DIR / "site" / "govlab"

INSTALLED_APPS = [
    "govlab.users",
    "govlab.design",
    "govlab.core",
    "govlab.delivery",
    "home",
    "news",
    "cases",
    "govlab.editing",
    "govlab.starter",
    "search",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "govlab.users.management_app.AccountManagementConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "ninja",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "govlab.delivery.api.middleware.ApiMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "govlab.core.language_middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "govlab.users.acting.ActingAccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "govlab.urls"
WSGI_APPLICATION = "govlab.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.i18n",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

AUTH_USER_MODEL = "users.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "lv"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("lv", _("Latvian")), ("en", _("English"))]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
LOCALE_PATHS = [SITE_DIR / "locale"]
TIME_ZONE = "Europe/Riga"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = "govlab.design.formats"

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = text("MEDIA_ROOT", str(VAR_DIR / "media"))

# Without Redis each process has a cache of its own, so limits are counted by process.
_redis = text("REDIS_URL", "")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": _redis}
    if _redis
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

WAGTAIL_SITE_NAME = "Inovācijas laboratorija"
WAGTAIL_I18N_ENABLED = True
# Addresses that can be read aloud and sent in a letter: “zina”, not “zi%C5%86a”.
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILIMAGES_IMAGE_MODEL = "core.SiteImage"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odp", "ods", "odt", "pdf", "pptx", "txt", "xlsx", "zip"]
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Words stay as they are: PostgreSQL's stemmers know neither Latvian nor the tokens of search.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "simple"}
}
TASKS = {"default": {"BACKEND": "govlab.core.tasks.AfterCommitBackend"}}
# A draft of the source must never go live under another language's path by itself.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

# Whether account and sample helpers meant for a developer's machine may run.
GOVLAB_DEVELOPMENT = False
# Whether Django itself serves uploaded files; a production server leaves that to the front server.
GOVLAB_SERVE_MEDIA = False
# Whether an editor's own change is relayed right after its commit; the worker does it if not.
GOVLAB_INLINE_RELAY = True

# The API: what a client may ask in a minute (0: without limit), how many proxies of our own stand
# before us and say in X-Forwarded-For who asks, and how much memory a process keeps answers in.
GOVLAB_API_REQUESTS_PER_MINUTE = number("API_REQUESTS_PER_MINUTE", 600)
GOVLAB_TRUSTED_PROXIES = number("TRUSTED_PROXIES", 0)
GOVLAB_API_CACHE_BYTES = number("API_CACHE_MB", 64) * 1024 * 1024

# Without an address, search is answered by the database alone.
GOVLAB_ELASTICSEARCH_URL = text("ELASTICSEARCH_URL", "")
GOVLAB_ELASTICSEARCH_API_KEY = text("ELASTICSEARCH_API_KEY", "")
# Which engine answers searches: `elasticsearch` or `database`.
GOVLAB_SEARCH_ENGINE = one_of(
    "SEARCH_ENGINE",
    "elasticsearch" if GOVLAB_ELASTICSEARCH_URL else "database",
    ["elasticsearch", "database"],
)
# How long a search may wait for Elasticsearch before the database answers instead.
GOVLAB_ELASTICSEARCH_TIMEOUT_MS = number("ELASTICSEARCH_TIMEOUT_MS", 1500)
# What the names of our indices begin with, so that sites can share a cluster.
GOVLAB_SEARCH_INDEX_PREFIX = text("SEARCH_INDEX_PREFIX", "govlab")
