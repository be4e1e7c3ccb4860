from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "govlab.core"
    label = "core"
    verbose_name = _("Vocabularies and pictures")

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from govlab.delivery.documents import translation_info as delivered
        from govlab.delivery.documents.vocabularies import Vocabulary, register
        from govlab.delivery.operations import periodic_tasks

        from . import (
            admin_titles,
            change_notes,
            checks,  # noqa: F401  registers the checks
            contacts,
            migration_history,  # noqa: F401  registers its check
            placeholder_check,  # noqa: F401  registers its check
            reserved_address_check,  # noqa: F401  registers its check
            review_dates,
            site_record,
            term_rights,
            vocabularies,
        )
        from .publication import gate, placement, segment_errors
        from .renditions.original import limit_decoders
        from .translation import (
            drafts,
            info,
            marks,
            published_texts,
            settled_texts,
            terms,
            translated_revisions,
        )
        from .uploads import guard

        admin_titles.install()
        change_notes.connect()
        placement.connect()
        gate.connect()
        segment_errors.connect()
        settled_texts.connect()
        site_record.connect(self)
        contacts.connect()
        review_dates.connect()
        periodic_tasks.register("review dates", review_dates.add_missing_dates)
        drafts.install()
        translated_revisions.connect()
        marks.connect()
        published_texts.connect()
        delivered.register(info.translation_infos)
        for model in vocabularies.VOCABULARIES:
            register(Vocabulary(model, terms.translated))
            register_permission_policy(model, term_rights.TermPermissionPolicy(model))
        limit_decoders()
        guard.connect()
