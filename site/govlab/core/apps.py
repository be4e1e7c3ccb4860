from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "govlab.core"
    label = "core"
    verbose_name = _("Vocabularies and pictures")

    def ready(self) -> None:
        from . import (
            checks,  # noqa: F401  registers the checks
            migration_history,  # noqa: F401  registers its check
            page_language,
            publication,
            segment_errors,
            settled_texts,
            site_record,
            translation_drafts,
        )
        from .renditions.original import limit_decoders
        from .uploads import guard

        page_language.connect()
        publication.connect()
        segment_errors.connect()
        settled_texts.connect()
        site_record.connect(self)
        translation_drafts.install()
        limit_decoders()
        guard.connect()
