from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "govlab.core"
    label = "core"
    verbose_name = _("Vocabularies and pictures")

    def ready(self) -> None:
        from . import checks, site_record  # noqa: F401  registers the checks

        site_record.connect(self)
