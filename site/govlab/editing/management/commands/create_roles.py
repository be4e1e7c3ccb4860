from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from govlab.editing.roles.create import Created, NoFrontPageError, create_roles


class Command(BaseCommand):
    help = (
        "Creates the groups of the roles and a workflow of approval for each language, those that "
        "are missing. What is there already stays as it is."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--add-permissions",
            action="store_true",
            help=(
                "Also give the groups that are there already the permissions of their role that "
                "they lack, for example after an upgrade. None is taken away."
            ),
        )

    def handle(self, *args: Any, add_permissions: bool = False, **options: Any) -> None:
        try:
            created = create_roles(add_permissions=add_permissions)
        except NoFrontPageError:
            raise CommandError(
                "There is no front page yet, and roles have rights on the pages below it. Create "
                "one, or run `manage.py load_starting_content`."
            ) from None
        for item in created:
            self.stdout.write(f"{item.group.name}: {_state(item)}")


def _state(item: Created) -> str:
    if item.is_new:
        return "created"
    return f"added {', '.join(item.added)}" if item.added else "there already"
