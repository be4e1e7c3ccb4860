"""Security headers for all responses.

This middleware must be the first, so that it covers responses of the API and of static files,
redirects and errors. Django's SecurityMiddleware, right after it, adds further headers (HSTS,
nosniff, Referrer-Policy, Cross-Origin-Opener-Policy).
"""

from collections.abc import Callable, Mapping, Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

_OURS = "_govlab_has_our_policy"

Policy = Mapping[str, Sequence[str]]

# Maps path prefixes to policies of the settings; the first match applies, else that of the site.
POLICIES = (
    ("/admin/login/", "LOGIN"),
    ("/admin/password_reset/", "LOGIN"),
    ("/admin/", "ADMIN"),
    ("/api/v1/docs", "API_DOCS"),
    ("/api/", "API"),
)
# Resources that other sites may embed, such as pictures in portals.
SHARED = ("/api/", "/images/", "/media/", "/static/")


class HeadersMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.policies = {name: written(policy) for name, policy in settings.GOVLAB_CSP.items()}

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        path, headers = request.path_info, response.headers
        headers.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
        ancestors = _ancestors(headers["X-Frame-Options"])
        # Keep a policy that the view set, as Wagtail's does for uploaded documents, unless this
        # middleware set it: previews are rendered by a nested request.
        if "Content-Security-Policy" not in headers or getattr(response, _OURS, False):
            setattr(response, _OURS, True)
            headers["Content-Security-Policy"] = (
                f"{self.policies[policy_for(path)]}; frame-ancestors {ancestors}"
            )
        headers.setdefault("Permissions-Policy", settings.GOVLAB_PERMISSIONS_POLICY)
        headers.setdefault(
            "Cross-Origin-Resource-Policy",
            "cross-origin" if path.startswith(SHARED) else "same-origin",
        )
        return response


def policy_for(path: str) -> str:
    return next((name for prefix, name in POLICIES if path.startswith(prefix)), "SITE")


def written(policy: Policy) -> str:
    return "; ".join(" ".join((directive, *sources)) for directive, sources in policy.items())


def _ancestors(frame_options: str) -> str:
    """Return the CSP equivalent of X-Frame-Options, which takes precedence in browsers."""
    return "'self'" if frame_options.upper() == "SAMEORIGIN" else "'none'"
