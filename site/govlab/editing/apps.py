from django.apps import AppConfig


class EditingConfig(AppConfig):
    name = "govlab.editing"
    label = "editing"

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from govlab.core.admin_titles import register_admin_title
        from govlab.delivery.operations import periodic_tasks
        from govlab.delivery.schedule import kinds

        from . import checks, english_names, typed_numbers, typed_times  # noqa: F401  registers the checks
        from .bin import policy, purge
        from .inbox import assignments
        from .models import Release
        from .notifications import checks as _notification_checks  # noqa: F401  registers its check
        from .notifications import queue, record, sending, summaries
        from .releases.rights import ReleasePermissionPolicy
        from .releases.schedule import ScheduledReleases
        from .together import menu
        from .visibility import title_for_account

        english_names.label_site_columns()
        english_names.label_link_choosers()
        typed_numbers.register()
        typed_times.register()
        register_admin_title(title_for_account)
        record.connect()
        periodic_tasks.register("lapsed-assignments", assignments.drop_lapsed_at_times)
        periodic_tasks.register("editors-mail", sending.run)
        periodic_tasks.register("queued-mail", queue.run)
        periodic_tasks.register("daily-summaries", summaries.run)
        policy.register()
        menu.connect()
        periodic_tasks.register("bin", purge.purge_due)
        register_permission_policy(Release, ReleasePermissionPolicy(Release))
        kinds.register(ScheduledReleases())
