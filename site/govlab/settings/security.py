"""Security headers and rate limits."""

from .environment import number

# A strict policy without inline code.
_SITE: dict[str, list[str]] = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "media-src": ["'self'"],
    "connect-src": ["'self'"],
    # The players of `govlab.core.blocks.embed`, which a reader's click loads.
    "frame-src": ["https://www.youtube-nocookie.com", "https://player.vimeo.com"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
}
GOVLAB_CSP = {
    # No script may make code out of text. For editors, `userbar.js` makes the exception that
    # Wagtail's bar needs.
    "SITE": _SITE | {"require-trusted-types-for": ["'script'"], "trusted-types": ["default"]},
    # Pages with passwords have Wagtail's scripts, which make code out of text, and nothing inline.
    "LOGIN": _SITE,
    # Wagtail's forms use inline scripts and styles, and frame previews.
    "ADMIN": _SITE
    | {
        "script-src": ["'self'", "'unsafe-inline'"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "frame-src": ["'self'", *_SITE["frame-src"]],
    },
    # Responses of the API are data, in which nothing may run.
    "API": {"default-src": ["'none'"], "form-action": ["'none'"], "base-uri": ["'none'"]},
    "API_DOCS": _SITE | {"frame-src": ["'none'"]},
}
GOVLAB_PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)
X_FRAME_OPTIONS = "DENY"
# The form of a long page has several fields per block; Django's limits are reached at 150 blocks.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
CSRF_FAILURE_VIEW = "govlab.editing.keeping.failures.csrf_failure"
# Other sites receive only the origin as the referrer.
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"

# Times in a minute, in five minutes (logins, page passwords), in an hour (new passwords, problems
# of readers, votes) and in a day (votes for one page); 0: any number. An address that many people
# share, such as an authority's, has to get along with each.
GOVLAB_API_REQUESTS_PER_MINUTE = number("API_REQUESTS_PER_MINUTE", 600)
GOVLAB_SEARCHES_PER_MINUTE = number("SEARCHES_PER_MINUTE", 120)
GOVLAB_PROBLEMS_PER_HOUR = number("PROBLEMS_PER_HOUR", 10)
GOVLAB_VOTES_PER_HOUR = number("VOTES_PER_HOUR", 60)
GOVLAB_VOTES_PER_PAGE_AND_DAY = number("VOTES_PER_PAGE_AND_DAY", 5)
GOVLAB_LOGIN_FAILURES_PER_ADDRESS = number("LOGIN_FAILURES_PER_ADDRESS", 50)
GOVLAB_LOGIN_FAILURES_PER_ACCOUNT = number("LOGIN_FAILURES_PER_ACCOUNT", 10)
GOVLAB_PAGE_PASSWORDS_PER_ADDRESS = number("PAGE_PASSWORDS_PER_ADDRESS", 20)
GOVLAB_PASSWORD_RESETS_PER_ADDRESS = number("PASSWORD_RESETS_PER_ADDRESS", 20)
GOVLAB_PASSWORD_RESETS_PER_ACCOUNT = number("PASSWORD_RESETS_PER_ACCOUNT", 3)
# The number of trusted proxies in front, which set X-Forwarded-For.
GOVLAB_TRUSTED_PROXIES = number("TRUSTED_PROXIES", 0)

AUTHENTICATION_BACKENDS = ["govlab.security.login.LimitedModelBackend"]
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "govlab.security.password_reset.LimitedPasswordResetForm"  # noqa: S105
