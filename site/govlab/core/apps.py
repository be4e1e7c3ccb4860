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

        from . import (
            admin_titles,
            checks,  # noqa: F401  registers the checks
            migration_history,  # noqa: F401  registers its check
            page_language,
            publication,
            segment_errors,
            settled_texts,
            site_record,
            term_rights,
            term_translations,
            translation_drafts,
            translation_info,
            translation_marks,
            vocabularies,
        )
        from .renditions.original import limit_decoders
        from .uploads import guard

        admin_titles.install()
        page_language.connect()
        publication.connect()
        segment_errors.connect()
        settled_texts.connect()
        site_record.connect(self)
        translation_drafts.install()
        translation_marks.connect()
        delivered.register(translation_info.translation_infos)
        for model in vocabularies.vocabularies().values():
            register(Vocabulary(model, term_translations.translated))
            register_permission_policy(model, term_rights.TermPermissionPolicy(model))
        limit_decoders()
        guard.connect()
