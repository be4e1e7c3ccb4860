from typing import Any

from django.core.management.base import BaseCommand, CommandError

from govlab.core.uploads.moving import move_uploads


class Command(BaseCommand):
    help = "Moves uploads from MEDIA_ROOT, which is served, to UPLOADS_ROOT, which is not."

    def handle(self, *args: Any, **options: Any) -> None:
        moved = move_uploads()
        self.stdout.write(f"Files moved: {moved.number}.")
        if moved.left:
            names = "\n".join(f"  {name}" for name in moved.left)
            raise CommandError(
                f"These stay in MEDIA_ROOT, because UPLOADS_ROOT has other files of their names:"
                f"\n{names}"
            )
