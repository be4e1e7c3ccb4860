from django.apps import AppConfig


class EditingConfig(AppConfig):
    name = "govlab.editing"
    label = "editing"

    def ready(self) -> None:
        from govlab.core.admin_titles import register_admin_title

        from . import checks  # noqa: F401  registers the checks
        from .visibility import title_for_account

        register_admin_title(title_for_account)
