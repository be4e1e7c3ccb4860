from typing import Any

from django.core.management.base import BaseCommand, CommandError

from govlab.editing.roles.create import NoFrontPageError, create_roles


class Command(BaseCommand):
    help = (
        "Creates the groups of the roles and a workflow of approval for each language, those that "
        "are missing. What is there already stays as it is."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            created = create_roles()
        except NoFrontPageError:
            raise CommandError(
                "There is no front page yet, and roles have rights on the pages below it. Create "
                "one, or run `manage.py load_starting_content`."
            ) from None
        for item in created:
            self.stdout.write(f"{item.group.name}: {'created' if item.is_new else 'there already'}")
