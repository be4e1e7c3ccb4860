"""What the script asks after a request failed: whether the account is still logged in."""

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token

from .account import account_key


def session(request: HttpRequest) -> JsonResponse:
    """Also returns the present token, since a login in another tab replaces it."""
    return JsonResponse({"account": account_key(request), "csrf": get_token(request)})
