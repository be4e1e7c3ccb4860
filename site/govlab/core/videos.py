"""Parses URLs of videos on YouTube and Vimeo."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urlsplit

_YOUTUBE_HOSTS = frozenset(
    f"{prefix}{host}"
    for host in ("youtube.com", "youtube-nocookie.com")
    for prefix in ("", "www.", "m.", "music.")
)
_YOUTUBE_ID = r"(?P<id>[\w-]{11})"
_YOUTUBE_PATH = re.compile(rf"/(?:shorts|live|embed|v|e)/{_YOUTUBE_ID}/?", re.ASCII)
_SHORT_PATH = re.compile(rf"/{_YOUTUBE_ID}/?", re.ASCII)
# An unlisted video requires its hash.
_VIMEO_PATH = re.compile(
    r"/(?:video/|channels/[\w-]+/|groups/[\w-]+/videos/|album/\d+/video/|showcase/\d+/video/"
    r"|manage/videos/)?(?P<id>\d+)(?:/(?P<hash>[0-9a-f]+))?/?",
    re.ASCII,
)
_VIMEO_HOSTS = frozenset({"vimeo.com", "www.vimeo.com", "player.vimeo.com"})
_HASH = re.compile(r"[0-9a-f]+", re.ASCII)
_START = re.compile(
    r"(?:(?P<hours>\d{1,2})h)?(?:(?P<minutes>\d{1,4})m)?(?:(?P<seconds>\d{1,6})s?)?", re.ASCII
)


@dataclass(frozen=True)
class Video:
    provider: str
    frame_url: str


@dataclass(frozen=True)
class _Address:
    host: str
    path: str
    query: dict[str, str]
    # In seconds.
    start: int


def video(address: str | None) -> Video | None:
    """Return the video, or None if the text is not an https URL of a single video."""
    parts = _parts(address or "")
    found = (provider(parts) for provider in _PROVIDERS) if parts else ()
    return next(filter(None, found), None)


def _parts(address: str) -> _Address | None:
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError:
        return None
    if parts.scheme != "https" or port not in (None, 443):
        return None
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    fragment = {name: values[0] for name, values in parse_qs(parts.fragment).items()}
    start = query.get("t") or query.get("start") or fragment.get("t") or ""
    return _Address(parts.hostname or "", parts.path, query, _seconds(start))


def _seconds(text: str) -> int:
    """Parse 90, 90s, 1m30s or 1h2m3s; return 0 for anything else."""
    found = _START.fullmatch(text)
    if found is None:
        return 0
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + seconds


def _youtube(address: _Address) -> Video | None:
    if address.host == "youtu.be":
        found = _SHORT_PATH.fullmatch(address.path)
    elif address.host not in _YOUTUBE_HOSTS:
        return None
    elif address.path in ("/watch", "/watch/"):
        found = re.fullmatch(_YOUTUBE_ID, address.query.get("v", ""), re.ASCII)
    else:
        found = _YOUTUBE_PATH.fullmatch(address.path)
    # “videoseries” is as long as a video's id, but refers to a playlist.
    if found is None or found["id"] == "videoseries":
        return None
    start = f"?start={address.start}" if address.start else ""
    return Video("YouTube", f"https://www.youtube-nocookie.com/embed/{found['id']}{start}")


def _vimeo(address: _Address) -> Video | None:
    found = _VIMEO_PATH.fullmatch(address.path) if address.host in _VIMEO_HOSTS else None
    if found is None:
        return None
    key = found["hash"] or address.query.get("h", "")
    query = ({"h": key} if _HASH.fullmatch(key) else {}) | {"dnt": "1"}
    start = f"#t={address.start}s" if address.start else ""
    return Video("Vimeo", f"https://player.vimeo.com/video/{found['id']}?{urlencode(query)}{start}")


_PROVIDERS: tuple[Callable[[_Address], Video | None], ...] = (_youtube, _vimeo)
