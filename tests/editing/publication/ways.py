"""Every way in which a draft can become public; each tries, and tells nothing."""

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask
from wagtail_localize.models import Translation, TranslationSource

Way = Callable[[Client, Any], Any]


def save(client: Client, page: Any) -> None:
    page.live = True
    with suppress(ValidationError):
        page.save()


def save_without_validation(client: Client, page: Any) -> None:
    page.live = True
    with suppress(ValidationError):
        page.save(clean=False)


def save_as_plain_page(client: Client, page: Any) -> None:
    plain = Page.objects.get(pk=page.pk)
    plain.live = True
    with suppress(ValidationError):
        plain.save()


def publish_revision(client: Client, page: Any) -> None:
    with suppress(ValidationError):
        page.get_latest_revision().publish()


def bulk_publish(client: Client, page: Any) -> Any:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return client.post(f"{address}?id={page.pk}&next=/admin/", follow=True)


def bulk_publish_below(client: Client, page: Any) -> Any:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    parent = page.get_parent()
    return client.post(
        f"{address}?id={parent.pk}&next=/admin/", {"include_descendants": "on"}, follow=True
    )


def approve(client: Client, page: Any) -> Any:
    task = GroupApprovalTask.objects.create(name="Apstiprināšana")
    workflow = Workflow.objects.create(name="Apstiprināšana")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    state = workflow.start(page, user=page.owner)
    arguments = [page.pk, "approve", state.current_task_state.pk]
    address = reverse("wagtailadmin_pages:workflow_action", args=arguments)
    return client.post(address, {"comment": ""}, follow=True)


def schedule(client: Client, page: Any) -> None:
    revision = page.get_latest_revision()
    revision.approved_go_live_at = timezone.now() - dt.timedelta(minutes=1)
    revision.save()
    # The command says by its exit code that something is late.
    with suppress(SystemExit):
        call_command("publish_scheduled", verbosity=0)


def copy(client: Client, page: Any) -> None:
    """Live copies of a draft: only code can ask for them."""
    page.live = True
    with suppress(ValidationError):
        page.copy(update_attrs={"slug": "kopija"}, keep_live=True)


def alias(client: Client, page: Any) -> None:
    page.live = True
    with suppress(ValidationError):
        page.create_alias(update_slug="aizstajeja")


def restart(client: Client, page: Any) -> None:
    """Unpublished, reverted to and published again."""
    page.unpublish()
    revision = page.get_latest_revision().as_object().save_revision(clean=False)
    with suppress(ValidationError):
        revision.publish()


EVERY_PAGE: dict[str, Way] = {
    way.__name__: way
    for way in (
        save,
        save_without_validation,
        save_as_plain_page,
        publish_revision,
        bulk_publish,
        bulk_publish_below,
        approve,
        schedule,
        copy,
        alias,
        restart,
    )
}


def publish_in_the_translation_editor(client: Client, page: Any) -> Any:
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(address, {"action-publish": "action-publish"}, follow=True)


def update_and_publish(client: Client, page: Any) -> Any:
    source = TranslationSource.objects.get(object_id=page.translation_key)
    address = reverse("wagtail_localize:update_translations", args=[source.pk])
    return client.post(f"{address}?next=/admin/", {"publish_translations": "on"}, follow=True)


def translation_of(page: Any) -> Translation:
    return Translation.objects.get(
        target_locale=page.locale, source__object_id=page.translation_key
    )


def save_target(client: Client, page: Any) -> None:
    with suppress(ValidationError):
        translation_of(page).save_target(publish=True)


def save_target_as_draft(client: Client, page: Any) -> None:
    translation_of(page).save_target(publish=False)


def stop_and_publish(client: Client, page: Any) -> Any:
    translation = translation_of(page)
    client.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))
    return bulk_publish(client, page)


def stop_restart_and_publish(client: Client, page: Any) -> Any:
    translation = translation_of(page)
    client.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client.post(address, {"localize-restart-translation": "1"})
    return publish_in_the_translation_editor(client, page)


def convert_to_alias(client: Client, page: Any) -> Any:
    address = reverse("wagtail_localize:convert_to_alias", args=[page.pk])
    return client.post(address, follow=True)


def copy_and_publish(client: Client, page: Any) -> None:
    """A copy knows nothing of the translation that it was."""
    twin = page.copy(update_attrs={"slug": "copy"}, keep_live=False)
    with suppress(ValidationError):
        twin.get_latest_revision().publish()


EVERY_TRANSLATION: dict[str, Way] = EVERY_PAGE | {
    way.__name__: way
    for way in (
        publish_in_the_translation_editor,
        update_and_publish,
        save_target,
        save_target_as_draft,
        stop_and_publish,
        stop_restart_and_publish,
        convert_to_alias,
        copy_and_publish,
    )
}
