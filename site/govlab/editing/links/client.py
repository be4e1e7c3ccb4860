"""Asks for one external address: HEAD, and GET where a server does not know HEAD. It reads no
content, follows redirects itself, and asks public hosts only."""

import socket
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError, SSLError
from urllib3.exceptions import TimeoutError as SlowError

from .public_hosts import NotPublicError, public_address
from .reasons import Reason
from .urls import WEB

REDIRECTS = 5
PORTS = {"http": 80, "https": 443}
MOVED = frozenset({301, 302, 303, 307, 308})
# Servers that do not know HEAD answer so; with GET they may say otherwise.
TRY_GET = frozenset({400, 403, 404, 405, 406, 409, 410, 500, 501, 502, 503})
MOST_ROBOTS_BYTES = 500_000

# Returns the address to connect to. Raises NotPublicError or OSError.
Locate = Callable[[str, int], str]


@dataclass(frozen=True)
class Outcome:
    """`reason` is empty if the address works."""

    status: int | None = None
    reason: str = ""

    @property
    def works(self) -> bool:
        return not self.reason


class Client:
    """`locate` decides which hosts may be asked; only tests give another one."""

    def __init__(self, user_agent: str, timeout: float, locate: Locate = public_address) -> None:
        self.user_agent = user_agent
        self._headers = {"User-Agent": user_agent, "Accept": "*/*"}
        self._timeout = urllib3.Timeout(connect=timeout, read=timeout)
        self._locate = locate

    def check(self, url: str, may_visit: Callable[[str], bool] | None = None) -> Outcome:
        """`may_visit` is asked for each address on the way, such as by robots.txt."""
        for _hop in range(REDIRECTS + 1):
            if may_visit is not None and not may_visit(url):
                return Outcome(reason=Reason.ROBOTS)
            outcome, target = self._visit(url)
            if not target:
                return outcome
            url = target
        return Outcome(reason=Reason.REDIRECTS)

    def robots(self, url: str) -> str:
        """Return the text of the site's robots.txt; empty if there is none."""
        address = urljoin(url, "/robots.txt")
        try:
            for _hop in range(REDIRECTS):
                response = self._request("GET", address)
                try:
                    target = _target(address, response.status, response.headers)
                    if not target:
                        if response.status != 200:
                            return ""
                        return response.read(MOST_ROBOTS_BYTES).decode(errors="replace")
                finally:
                    response.close()
                address = target
        except (OSError, HTTPError, ValueError, NotPublicError):
            pass
        return ""

    def _visit(self, url: str) -> tuple[Outcome, str]:
        """Return the outcome, or where the server redirects to."""
        try:
            for method in ("HEAD", "GET"):
                response = self._request(method, url)
                status, headers = response.status, response.headers
                response.close()
                if status not in TRY_GET:
                    break
        except NotPublicError:
            return Outcome(reason=Reason.PRIVATE), ""
        except (HTTPError, OSError, ValueError) as error:
            return Outcome(reason=_reason(error)), ""
        if target := _target(url, status, headers):
            return Outcome(), target
        return _judged(status), ""

    def _request(self, method: str, url: str) -> urllib3.BaseHTTPResponse:
        """Connect to the address that was judged, so that the name is not resolved twice."""
        parts = _parts(url)
        host = _host(parts)
        port = parts.port or PORTS[parts.scheme]
        address = self._locate(host, port)
        path = urllib3.util.parse_url(url).request_uri
        headers = self._headers | {"Host": _host_header(parts)}
        pool: urllib3.HTTPConnectionPool
        if parts.scheme == "https":
            pool = urllib3.HTTPSConnectionPool(
                address,
                port,
                server_hostname=host,
                assert_hostname=host,
                ssl_context=ssl.create_default_context(),
                timeout=self._timeout,
            )
        else:
            pool = urllib3.HTTPConnectionPool(address, port, timeout=self._timeout)
        return pool.urlopen(
            method, path, headers=headers, redirect=False, retries=False, preload_content=False
        )


def _parts(url: str) -> SplitResult:
    parts = urlsplit(url)
    if parts.scheme not in WEB or not parts.hostname:
        raise ValueError(f"not a web address: {url}")
    return parts


def _host(parts: SplitResult) -> str:
    """Return the name as in DNS and certificates. Raises ValueError."""
    return str(parts.hostname).encode("idna").decode()


def _host_header(parts: SplitResult) -> str:
    host = _host(parts)
    host = f"[{host}]" if ":" in host else host
    return f"{host}:{parts.port}" if parts.port else host


def _target(url: str, status: int, headers: Mapping[str, str]) -> str:
    location = headers.get("Location")
    return urljoin(url, location) if status in MOVED and location else ""


def _judged(status: int) -> Outcome:
    if status == 429:
        return Outcome(status, Reason.BUSY)
    if status in {401, 403, 407, 451, 999}:
        return Outcome(status, Reason.LOGIN)
    if status >= 400:
        return Outcome(status, Reason.STATUS)
    return Outcome(status)


def _reason(error: Exception) -> Reason:
    match error:
        case SSLError() | ssl.SSLError():
            return Reason.CERTIFICATE
        case socket.gaierror():
            return Reason.NO_HOST
        case SlowError() | TimeoutError():
            return Reason.TIMEOUT
        case ValueError():
            return Reason.INVALID
    return Reason.CONNECTION
