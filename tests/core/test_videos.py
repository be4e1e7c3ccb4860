"""Addresses of videos as people copy them, and the frames that show them."""

import pytest

from govlab.core.videos import video

ID = "abcdefghij_"
YOUTUBE = f"https://www.youtube-nocookie.com/embed/{ID}"
VIMEO = "https://player.vimeo.com/video/123"


@pytest.mark.parametrize(
    ("address", "frame"),
    [
        (f"https://www.youtube.com/watch?v={ID}", YOUTUBE),
        (f"https://www.youtube.com/watch?list=PL1&v={ID}&index=2", YOUTUBE),
        (f"https://m.youtube.com/watch?v={ID}&feature=share", YOUTUBE),
        (f"https://music.youtube.com/watch?v={ID}", YOUTUBE),
        (f"https://youtube.com/shorts/{ID}?si=x", YOUTUBE),
        (f"https://www.youtube.com/live/{ID}", YOUTUBE),
        (f"https://www.youtube.com/embed/{ID}", YOUTUBE),
        (f"https://www.youtube-nocookie.com/embed/{ID}?rel=0", YOUTUBE),
        (f"https://youtu.be/{ID}/", YOUTUBE),
        (f"https://YouTu.be/{ID}?si=x&t=90", f"{YOUTUBE}?start=90"),
        (f"https://youtu.be/{ID}#t=1m30s", f"{YOUTUBE}?start=90"),
        (f"https://www.youtube.com/watch?v={ID}&t=1h2m3s", f"{YOUTUBE}?start=3723"),
        (f"https://www.youtube.com/embed/{ID}?start=5", f"{YOUTUBE}?start=5"),
        (f"https://youtu.be/{ID}?t=2m", f"{YOUTUBE}?start=120"),
        (f"https://youtu.be/{ID}?t=drīz", YOUTUBE),
        (f"https://youtu.be/{ID}?t=-5", YOUTUBE),
        ("https://vimeo.com/123", f"{VIMEO}?dnt=1"),
        ("https://vimeo.com/123/", f"{VIMEO}?dnt=1"),
        ("https://vimeo.com/123/abc123def4", f"{VIMEO}?h=abc123def4&dnt=1"),
        ("https://vimeo.com/123/abc123def4?share=copy", f"{VIMEO}?h=abc123def4&dnt=1"),
        ("https://vimeo.com/123?h=abc123def4", f"{VIMEO}?h=abc123def4&dnt=1"),
        ("https://player.vimeo.com/video/123?h=abc1&badge=0", f"{VIMEO}?h=abc1&dnt=1"),
        ("https://vimeo.com/123#t=1m30s", f"{VIMEO}?dnt=1#t=90s"),
        ("https://vimeo.com/123/abc1#t=75", f"{VIMEO}?h=abc1&dnt=1#t=75s"),
        ("https://vimeo.com/channels/staffpicks/123", f"{VIMEO}?dnt=1"),
        ("https://vimeo.com/groups/x/videos/123", f"{VIMEO}?dnt=1"),
        ("https://vimeo.com/123?h=%22%3E", f"{VIMEO}?dnt=1"),
    ],
)
def test_frame(address: str, frame: str) -> None:
    found = video(address)
    assert found is not None
    assert found.frame_url == frame


@pytest.mark.parametrize(
    "address",
    [
        "",
        None,
        "https://www.youtube.com/playlist?list=PL1",
        "https://www.youtube.com/embed/videoseries?list=PL1",
        "https://www.youtube.com/@laboratorija",
        "https://www.youtube.com/watch?v=short",
        f"https://www.youtube.com/watch?v={ID}x",
        f"https://youtube.com@evil.example/watch?v={ID}",
        f"https://youtube.com.evil.example/watch?v={ID}",
        f"http://www.youtube.com/watch?v={ID}",
        f"https://youtu.be:8080/{ID}",
        f"https://youtu.be:x/{ID}",
        "https://vimeo.com/about",
        "https://vimeo.com/123/../../x",
        "https://vimeo.com/١٢٣",
        "javascript:alert(1)",
    ],
)
def test_no_video(address: str | None) -> None:
    assert video(address) is None
