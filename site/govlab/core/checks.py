"""System checks of page types, blocks, languages and storage."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error, register
from django.db.models import Model
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models

from govlab.delivery.documents.registry import document_type

from .blocks import BodyBlock
from .pages import BasePage
from .schemas.blocks import BLOCK_SCHEMAS
from .uploads.moving import folders_to_move


def page_types() -> list[type[BasePage]]:
    return [model for model in get_page_models() if issubclass(model, BasePage)]


def _template_exists(name: str | None) -> bool:
    if not name:
        return False
    try:
        get_template(name)
    except TemplateDoesNotExist:
        return False
    return True


def body_blocks(block: blocks.BaseStreamBlock | None = None) -> Iterator[tuple[str, blocks.Block]]:
    body = block or BodyBlock()
    yield from body.child_blocks.items()


def check_page_types(models: Sequence[type[Any]]) -> Iterator[CheckMessage]:
    for model in models:
        kind = document_type(model)
        for template in (kind.template, *filter(None, [kind.card])) if kind else ("",):
            if not _template_exists(template):
                yield Error(
                    f"{model.__name__} has no template “{template}”.",
                    hint="Name its `template` where the app registers its document type, and add "
                    "the file to the app's templates folder.",
                    obj=model,
                    id="govlab.E001",
                )
        # Wagtail's default for either is any type.
        if model.parent_page_types is None or model.subpage_types is None:
            yield Error(
                f"{model.__name__} does not restrict its parent or child page types.",
                hint="Set parent_page_types and subpage_types.",
                obj=model,
                id="govlab.E002",
            )


def check_gate(models: Sequence[type[Any]]) -> Iterator[CheckMessage]:
    """Of every page type but Wagtail's own."""
    for model in models:
        if model is not Page and not issubclass(model, BasePage):
            yield Error(
                f"{model.__name__} does not extend BasePage.",
                hint="Extend govlab.core.pages.BasePage: its `save` is the publication gate.",
                obj=model,
                id="govlab.E007",
            )


def check_relations(models: Sequence[type[Model]]) -> Iterator[CheckMessage]:
    for model in models:
        for field in model._meta.many_to_many:
            if isinstance(field, ParentalManyToManyField):
                yield Error(
                    f"{model.__name__}.{field.name} is a ParentalManyToManyField.",
                    hint="Use rows (govlab.core.children.PageRow) with a foreign key: they are "
                    "translated and their references are seen.",
                    obj=model,
                    id="govlab.E003",
                )


def check_blocks(named_blocks: Iterator[tuple[str, blocks.Block]]) -> Iterator[CheckMessage]:
    for name, block in named_blocks:
        if not _template_exists(getattr(block.meta, "template", None)):
            yield Error(
                f"The body block “{name}” has no template.",
                hint="Set Meta.template and add the file to govlab/core/templates/blocks/.",
                id="govlab.E004",
            )
        if not block.is_previewable:
            yield Error(
                f"The body block “{name}” has no preview.",
                hint="Set Meta.preview_value or define get_preview_value().",
                id="govlab.E005",
            )


def check_blocks_have_schemas(models: Sequence[type[Any]]) -> Iterator[CheckMessage]:
    for model in models:
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                for name in field.stream_block.child_blocks.keys() - BLOCK_SCHEMAS.keys():
                    yield Error(
                        f"The block “{name}” of {model.__name__}.{field.name} has no public form.",
                        hint="Add a BlockSchema to govlab/core/schemas/blocks/.",
                        obj=model,
                        id="govlab.E009",
                    )


def check_languages(codes: Sequence[str], folders: Sequence[str | Path]) -> Iterator[CheckMessage]:
    """English needs no catalogue: its texts are the message ids."""
    for code in codes:
        if code.partition("-")[0] != "en" and not any(
            (Path(folder) / code / "LC_MESSAGES" / "django.po").exists() for folder in folders
        ):
            yield Error(
                f"The language “{code}” has no message catalogue.",
                hint=f"Make the folder locale/{code}/LC_MESSAGES, run `make messages`, translate.",
                id="govlab.E006",
            )


def check_storage() -> Iterator[CheckMessage]:
    media = Path(settings.MEDIA_ROOT).resolve()
    uploads = Path(settings.GOVLAB_UPLOADS_ROOT).resolve()
    if uploads == media or media in uploads.parents or uploads in media.parents:
        yield Error(
            "Uploads would be served: UPLOADS_ROOT and MEDIA_ROOT overlap.",
            hint="Set UPLOADS_ROOT to a directory of its own, outside MEDIA_ROOT.",
            id="govlab.E008",
        )
    elif folders := [path.name for path in folders_to_move()]:
        yield checks.Warning(
            f"MEDIA_ROOT, which is served, contains uploads: {', '.join(folders)}.",
            hint="Run `manage.py move_uploads`, or delete what is not an upload.",
            id="govlab.W003",
        )


@register()
def project_checks(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    return [
        *check_page_types(page_types()),
        *check_gate(get_page_models()),
        *check_blocks_have_schemas(page_types()),
        *check_relations(apps.get_models()),
        *check_blocks(body_blocks()),
        *check_languages([code for code, _ in settings.LANGUAGES], settings.LOCALE_PATHS),
        *check_storage(),
    ]
