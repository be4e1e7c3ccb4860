"""A small site with something to hide from everybody but its owners, and an account of each role.

What is hidden carries a word that stands nowhere else, so that a response which holds the word
shows what it must not.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.images.tests.utils import get_test_image_file
from wagtail.log_actions import log
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupApprovalTask,
    Locale,
    Page,
    PageViewRestriction,
    Site,
    UploadedFile,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)
from wagtail_localize.models import (
    OverridableSegment,
    StringSegment,
    Translation,
    TranslationContext,
    TranslationSource,
)

from govlab.core.images import SiteImage
from govlab.delivery.models import Mark
from govlab.delivery.models.mark import Scope
from govlab.editing.bin.deletion import put_in_bin
from govlab.editing.models import OwnWord, WaitingAction
from govlab.editing.releases import actions, approval
from tests.factories import (
    make_contacts,
    make_home,
    make_institution,
    make_laboratory,
    make_news,
    make_news_index,
    make_problem,
    make_promotion,
    make_roots,
    make_synonym,
    make_topic,
    make_zero_result,
    publish,
    translate_page,
)
from tests.factories.accounts import make_account

from .roles import make_groups

LATVIAN = frozenset({"qlvdraft", "qlvprivate", "qlvtwin", "qlvbinned"})
ENGLISH = frozenset({"qendraft", "qenprivate", "qentwin"})
FILES = frozenset({"qdocument", "qimage"})
PROBLEMS = frozenset({"qproblem"})
SECRETS = LATVIAN | ENGLISH | FILES | PROBLEMS
KNOWN = {
    "latvian": LATVIAN,
    # The texts of what they translate.
    "english": ENGLISH | {"qlvtwin"},
    "moderator": LATVIAN | ENGLISH | PROBLEMS,
    "superuser": SECRETS,
}


@dataclass(frozen=True)
class World:
    accounts: dict[str, Any]
    # Pages and whatever else an address may name.
    objects: dict[str, Any]
    # A revision of each page.
    revisions: dict[int, int]

    def value(self, key: str) -> str:
        """What stands in an address for the object."""
        thing = self.objects[key]
        return str(getattr(thing, "pk", thing))

    def hidden_from(self, role: str) -> frozenset[str]:
        return SECRETS - KNOWN.get(role, frozenset())


def _restrict(page: Page) -> Page:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    return page


def _make_pages() -> dict[str, Page]:
    home = publish(make_home())
    index = publish(make_news_index(home))
    english_home = translate_page(home, title="Home", summary="Summary.")
    english_index = translate_page(index, title="News", summary="Summary.")
    news = publish(make_news(index, "Jaunums"))
    twin = make_news(index, "Dvīnis qlvtwin", slug="a1", live=False)
    english_twin = translate_page(twin, title="Twin qentwin", summary="Summary.")
    english_twin.unpublish()
    pages = {
        "home": home,
        "index": index,
        "english_index": english_index,
        "english_home": english_home,
        "latvian": news,
        "latvian_new": publish(make_news(index, "Vēl nav iztulkots")),
        "latvian_alias": news.create_alias(parent=index, update_slug="a6"),
        "latvian_draft": make_news(index, "Melnraksts qlvdraft", slug="a2", live=False),
        "latvian_private": _restrict(publish(make_news(index, "Slēgta qlvprivate", slug="a3"))),
        "latvian_twin": twin,
        "english": translate_page(news, title="Something new", summary="Summary."),
        "english_twin": english_twin,
        "english_draft": make_news(english_index, "Draft qendraft", slug="a4", live=False),
        "latvian_binned": make_news(index, "Dzēsta qlvbinned", slug="a9", live=False),
        "latvian_late": make_news(index, "Nokavēta qlvdraft", slug="a7", live=False),
        "english_late": make_news(english_index, "Late qendraft", slug="a8", live=False),
        "english_private": _restrict(
            publish(make_news(english_index, "Closed qenprivate", slug="a5"))
        ),
    }
    for page in pages.values():
        page.refresh_from_db()
        if not page.latest_revision_id and not page.alias_of_id:
            page.save_revision()
    return pages


def _make_trouble(pages: dict[str, Page]) -> None:
    """What reports of publishing name: pages that are late, and one that cannot be published."""
    for key in ("latvian_late", "english_late"):
        revision = pages[key].latest_revision
        revision.approved_go_live_at = timezone.now() - timedelta(hours=1)
        revision.save()
    key = str(pages["english_private"].translation_key)
    Mark.objects.create(scope=Scope.GROUP, key=key, reason="test", attempts=3)


def _document(title: str, collection: Collection) -> Document:
    file = ContentFile(b"text", name=f"{title}.txt")
    return Document.objects.create(title=title, file=file, collection=collection)


def _image(title: str, collection: Collection) -> SiteImage:
    file = get_test_image_file(filename=f"{title}.png")
    return SiteImage.objects.create(title=title, file=file, collection=collection)


def _make_files() -> dict[str, Any]:
    root = Collection.get_first_root_node()
    shared = root.add_child(name="Kopīgā krātuve")
    hidden = root.add_child(name="Slēgtā krātuve")
    CollectionViewRestriction.objects.create(
        collection=hidden, restriction_type=CollectionViewRestriction.LOGIN
    )
    return {
        "shared": shared,
        "hidden": hidden,
        "document": _document("parasts", shared),
        "hidden_document": _document("qdocument", hidden),
        "image": _image("bilde", shared),
        "hidden_image": _image("qimage", hidden),
    }


def _make_workflow(pages: dict[str, Page], author: Any) -> dict[str, Any]:
    """A draft waits for the moderators' approval."""
    task = GroupApprovalTask.objects.create(name="Apstiprināšana")
    workflow = Workflow.objects.create(name="Darbplūsma")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=pages["home"])
    WorkflowPage.objects.create(workflow=workflow, page=pages["english_private"])
    state = workflow.start(pages["latvian_draft"], author)
    return {
        "task": task,
        "workflow": workflow,
        "workflow_state": state,
        "task_state": state.current_task_state,
    }


def _translation(prefix: str, page: Page) -> dict[str, Any]:
    source = TranslationSource.objects.get_for_instance(page)
    return {
        f"{prefix}source": source,
        f"{prefix}translation": Translation.objects.get(source=source),
    }


def _segments(source: TranslationSource) -> dict[str, Any]:
    context, _ = TranslationContext.objects.get_or_create(object=source.object, path="image")
    return {
        "segment": StringSegment.objects.filter(source=source).first(),
        "override": OverridableSegment.objects.create(
            source=source, context=context, order=1, data_json="1"
        ),
    }


def _make_others(pages: dict[str, Page]) -> dict[str, Any]:
    def upload(model: type[Any]) -> UploadedFile:
        return UploadedFile.objects.create(
            for_content_type=ContentType.objects.get_for_model(model),
            file=ContentFile(b"text", name="augšuplāde.txt"),
        )

    secret = pages["english_private"]
    return {
        "topic": make_topic(),
        "laboratory": make_laboratory(),
        "institution": make_institution(),
        "redirect": Redirect.objects.create(old_path="/vecs", redirect_page=secret),
        "promotion": make_promotion("c", pages=[secret]),
        "problem": make_problem("qproblem", name="qproblem"),
        "contacts": make_contacts(),
        "synonym": make_synonym("a", "b"),
        "own_word": OwnWord.objects.create(word="hakatons"),
        "zero_result": make_zero_result("d"),
        "site": Site.objects.get(is_default_site=True),
        "english_locale": Locale.objects.get(language_code="en"),
        "uploaded_document": upload(Document),
        "uploaded_image": upload(SiteImage),
    }


def _make_release(pages: dict[str, Page], account: Any) -> Any:
    """It has a draft of each language, and waits for their approval."""
    release = actions.create("Laidiens", account)
    actions.add(release, [pages["latvian_twin"], pages["english_draft"]], account)
    return approval.submit(release, account)


def make_world() -> World:
    make_roots()
    pages = _make_pages()
    files = _make_files()
    _make_trouble(pages)
    groups = make_groups(pages["home"], pages["english_home"], files["shared"])
    accounts = {role: make_account(group) for role, group in groups.items()}
    accounts["stranger"] = make_account()
    accounts["superuser"] = superuser = make_account(is_superuser=True)
    workflow = _make_workflow(pages, superuser)
    workflow["task"].groups.add(groups["moderator"])
    for thing in (*pages.values(), *files.values()):
        log(thing, "wagtail.edit", user=superuser)
    binned = put_in_bin(pages["latvian_binned"], account=superuser, batch=uuid4())
    objects = {
        "bin_entry": binned,
        "waiting": WaitingAction.objects.create(
            page=pages["english"], action="unpublish", original_title="Jaunums"
        ),
        **pages,
        **files,
        **workflow,
        **_translation("", pages["latvian_twin"]),
        **_translation("news_", pages["latvian"]),
        **_segments(TranslationSource.objects.get_for_instance(pages["latvian_twin"])),
        **_make_others(pages),
        "latvian_key": pages["latvian"].translation_key,
        "release": _make_release(pages, superuser),
        "picture": files["image"].file.name,
        "hidden_picture": files["hidden_image"].file.name,
        "visitor_account": make_account(groups["visitor"]),
        "superuser_account": superuser,
        "visitor_group": groups["visitor"],
        "moderator_group": groups["moderator"],
    }
    revisions = dict(Page.objects.values_list("pk", "latest_revision_id"))
    assert get_user_model().objects.count() == len(accounts) + 1
    return World(accounts, objects, revisions)
