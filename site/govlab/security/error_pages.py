"""The pages of failures: without database, request, static files or context processors.

Their style is within them, which the policy of the response allows by its hash, so they show
whatever else is missing. nginx serves the page for 503 itself while the server is away.
"""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256

from django.http import HttpResponse
from django.template.loader import render_to_string

RETRY_AFTER = 10
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def error_page(status: int) -> HttpResponse:
    """`status` is 500 or 503."""
    response = HttpResponse(body(status), status=status)
    response["Content-Security-Policy"] = policy(status)
    response["Cache-Control"] = "no-store"
    if status == 503:
        response["Retry-After"] = str(RETRY_AFTER)
    return response


@cache
def body(status: int) -> str:
    return render_to_string(f"{status}.html")


@cache
def policy(status: int) -> str:
    styles = " ".join(f"'{_hash(style)}'" for style in _STYLE.findall(body(status)))
    return f"default-src 'none'; style-src {styles}; base-uri 'none'; frame-ancestors 'none'"


def _hash(style: str) -> str:
    return f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}"
