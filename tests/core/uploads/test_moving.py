"""Uploads of an earlier version leave the directory that is served, and none is lost."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from govlab.core import checks
from govlab.core.uploads.moving import move_uploads


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.GOVLAB_UPLOADS_ROOT = str(tmp_path / "uploads")
    for name in ("documents/a.pdf", "original_images/b/c.jpg", "images/s.webp", "avatar_images/p"):
        write(tmp_path / "media" / name, name)
    return tmp_path / "media"


def write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_all_but_the_sizes_move(media: Path) -> None:
    uploads = media.parent / "uploads"
    assert move_uploads().number == 3
    assert names(media) == {"images/s.webp"}
    assert names(uploads) == {"documents/a.pdf", "original_images/b/c.jpg", "avatar_images/p"}
    assert all((uploads / name).read_text() == name for name in names(uploads))
    assert move_uploads().number == 0


def test_stopped_halfway(media: Path) -> None:
    uploads = media.parent / "uploads"
    write(uploads / "documents/a.pdf", "documents/a.pdf")
    write(uploads / "original_images/b/.c.jpg.part", "origi")
    assert move_uploads().left == []
    assert (uploads / "original_images/b/c.jpg").read_text() == "original_images/b/c.jpg"
    assert names(media) == {"images/s.webp"}


def test_another_file_of_the_name(media: Path) -> None:
    write(media.parent / "uploads" / "documents/a.pdf", "cits")
    with pytest.raises(CommandError, match=r"documents/a\.pdf"):
        call_command("move_uploads")
    assert names(media) == {"images/s.webp", "documents/a.pdf"}


def test_no_media_yet(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path / "media")
    assert move_uploads().number == 0


def test_checks(media: Path, settings: Any) -> None:
    assert [message.id for message in checks.check_storage()] == ["govlab.W003"]
    move_uploads()
    assert list(checks.check_storage()) == []
    for uploads in (media, media / "x", media.parent):
        settings.GOVLAB_UPLOADS_ROOT = str(uploads)
        assert [message.id for message in checks.check_storage()] == ["govlab.E008"]
