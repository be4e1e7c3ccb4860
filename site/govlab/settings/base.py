"""What every environment shares."""

from zoneinfo import available_timezones

from django.utils.translation import gettext_lazy as _

from .environment import BASE_DIR, contact, number, one_of, text
from .machine_translation import machine_translation_settings
from .security import *  # noqa: F403

VAR_DIR = BASE_DIR / "var"
SITE_DIR = BASE_DIR / "site" / "govlab"

INSTALLED_APPS = [
    "govlab.security",
    "govlab.users",
    "govlab.website",
    "govlab.design",
    "govlab.core",
    "govlab.delivery",
    "home",
    "news",
    "cases",
    "contact",
    "legal",
    "govlab.editing",
    "govlab.starter",
    "search",
    "wagtail_localize",
    "wagtail_localize.locales",
    "govlab.delivery.redirect_creation.RedirectsConfig",
    "wagtail.contrib.settings",
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
    "govlab.security.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "govlab.delivery.api.middleware.ApiMiddleware",
    "govlab.security.paths.PathMiddleware",
    "govlab.website.methods.MethodsMiddleware",
    "govlab.website.reader.middleware.ReaderMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "govlab.core.language_middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "govlab.users.acting.ActingAccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "govlab.delivery.redirects.RedirectMiddleware",
    "govlab.security.middleware.LimitsMiddleware",
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
# What the second has are messages of packages: it goes before their own catalogues.
LOCALE_PATHS = [SITE_DIR / "locale", SITE_DIR / "editing" / "upstream"]
TIME_ZONE = "Europe/Riga"
# Some systems list zones that no browser knows, and Wagtail's script stops at them.
WAGTAIL_USER_TIME_ZONES = sorted(available_timezones() - {"localtime", "Factory"})
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = "govlab.design.formats"

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "govlab.design.generated.finder.GeneratedFilesFinder",
]
# The static files that the last finder makes.
GOVLAB_GENERATED_ROOT = VAR_DIR / "generated"
MEDIA_URL = "/media/"
# Renditions of pictures, which are public, and nothing else.
MEDIA_ROOT = text("MEDIA_ROOT", str(VAR_DIR / "media"))
# Uploaded files. No server may serve this directory: views check access.
GOVLAB_UPLOADS_ROOT = text("UPLOADS_ROOT", str(VAR_DIR / "uploads"))
STORAGES = {
    "default": {"BACKEND": "govlab.core.uploads.storage.UploadStorage"},
    "renditions": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Without Redis each process has its own cache, so limits are counted per process.
_redis = text("REDIS_URL", "")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": _redis}
    if _redis
    else {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        # Django's default of 300 would evict the counts of limits with a few hundred clients.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

WAGTAIL_SITE_NAME = "Inovācijas laboratorija"
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_USER_LOGIN_FORM = "govlab.users.forms.SignInForm"
# The output formats of the admin; input formats are in `govlab.design.formats`, per language.
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
# Readable URLs: “zina”, not “zi%C5%86a”.
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILIMAGES_IMAGE_MODEL = "core.SiteImage"
WAGTAILIMAGES_RENDITION_STORAGE = "renditions"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odp", "ods", "odt", "pdf", "pptx", "txt", "xlsx", "zip"]
# A decoded picture takes four bytes per pixel in each process that creates renditions.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = number("MAX_IMAGE_MEGAPIXELS", 50) * 1_000_000
WAGTAILIMAGES_MAX_UPLOAD_SIZE = number("MAX_IMAGE_MB", 20) * 1024 * 1024
WAGTAILIMAGES_IMAGE_FORM_BASE = "govlab.core.uploads.forms.SiteImageForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = number("MAX_DOCUMENT_MB", 50) * 1024 * 1024
WAGTAILDOCS_DOCUMENT_FORM_BASE = "govlab.core.uploads.forms.SiteDocumentForm"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# No stemming: PostgreSQL's stemmers support neither Latvian nor the tokens of search.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "simple"}
}
# The address that mail is sent from; production requires one where it sends mail.
DEFAULT_FROM_EMAIL = SERVER_EMAIL = text("DEFAULT_FROM_EMAIL", "vietne@example.org")
# The hour of the daily summaries, in TIME_ZONE.
GOVLAB_SUMMARY_HOUR = int(one_of("SUMMARY_HOUR", "8", [str(hour) for hour in range(24)]))
TASKS = {"default": {"BACKEND": "govlab.core.tasks.AfterCommitBackend"}}
# Otherwise a source draft would go live untranslated under another language's path.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
globals().update(machine_translation_settings())

# Whom to tell of a vulnerability, as a URI (`/.well-known/security.txt`); empty for no file.
GOVLAB_SECURITY_CONTACT = contact("SECURITY_CONTACT")

# How many days the bin keeps deleted pages.
GOVLAB_BIN_DAYS = number("BIN_DAYS", 30)
# How many days a problem that a reader reported is stored.
GOVLAB_PROBLEM_RETENTION_DAYS = number("PROBLEM_RETENTION_DAYS", 180)

# Whether account and sample helpers meant for a developer's machine may run.
GOVLAB_DEVELOPMENT = False
# Whether Django itself serves MEDIA_ROOT; in production the front server does.
GOVLAB_SERVE_MEDIA = False
# Whether changes are relayed right after the commit, rather than by the worker.
GOVLAB_INLINE_RELAY = True

# Unknown paths below this prefix get the API's 404, as problem+json.
GOVLAB_API_PREFIX = "/api/"
# The contract's version: another major one where a client of the last release would fail.
GOVLAB_API_VERSION = "1.0.0"
# The letters that titles are sorted by; ā stands directly after a, č after c (LVS 24-93). Lists of
# both languages are one list to their readers.
_LATVIAN = "aābcčdeēfgģhiījkķlļmnņoōpqrŗsštuūvwxyzž"
GOVLAB_ALPHABETS = {"lv": _LATVIAN, "en": _LATVIAN}
# What the editor's features make, beside links.
GOVLAB_RICH_TEXT_TAGS = ["b", "br", "em", "i", "li", "ol", "p", "strong", "sub", "sup", "ul"]

# The size of the response cache of the API and of public pages, in bytes per process.
GOVLAB_API_CACHE_BYTES = number("API_CACHE_MB", 64) * 1024 * 1024

# Without a URL, only the database is searched.
GOVLAB_ELASTICSEARCH_URL = text("ELASTICSEARCH_URL", "")
GOVLAB_ELASTICSEARCH_API_KEY = text("ELASTICSEARCH_API_KEY", "")
# The search engine: `elasticsearch` or `database`.
GOVLAB_SEARCH_ENGINE = one_of(
    "SEARCH_ENGINE",
    "elasticsearch" if GOVLAB_ELASTICSEARCH_URL else "database",
    ["elasticsearch", "database"],
)
# The timeout of Elasticsearch, after which searches fail over to the database.
GOVLAB_ELASTICSEARCH_TIMEOUT_MS = number("ELASTICSEARCH_TIMEOUT_MS", 1500)
# The prefix of index names, so that sites can share a cluster.
GOVLAB_SEARCH_INDEX_PREFIX = text("SEARCH_INDEX_PREFIX", "govlab")
