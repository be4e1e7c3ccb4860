from django.apps import AppConfig


class EditingConfig(AppConfig):
    name = "govlab.editing"
    label = "editing"

    def ready(self) -> None:
        from govlab.core.admin_titles import register_admin_title
        from govlab.delivery.operations import periodic_tasks

        from . import checks, typed_numbers, typed_times  # noqa: F401  registers the checks
        from .inbox import assignments
        from .notifications import checks as _notification_checks  # noqa: F401  registers its check
        from .notifications import record, sending, summaries
        from .visibility import title_for_account

        typed_numbers.register()
        typed_times.register()
        register_admin_title(title_for_account)
        record.connect()
        periodic_tasks.register("lapsed-assignments", assignments.drop_lapsed_at_times)
        periodic_tasks.register("editors-mail", sending.run)
        periodic_tasks.register("daily-summaries", summaries.run)
