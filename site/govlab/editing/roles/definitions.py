"""What each role may do, as Wagtail's groups hold it."""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

ENTER = "wagtailadmin.access_admin"
TRANSLATE = "wagtail_localize.submit_translation"
VOCABULARIES = ("institution", "laboratory", "topic")
WRITE_TERMS = tuple(
    f"core.{action}_{model}" for model in VOCABULARIES for action in ("add", "change", "view")
)
WRITE_WORDS = tuple(f"editing.{action}_ownword" for action in ("add", "change", "delete", "view"))
CURATE_SEARCH = tuple(
    f"search.{action}_{model}"
    for model in ("promotion", "searchsynonym")
    for action in ("add", "change", "delete", "view")
)
CHANGE_CONTACTS = "core.change_contactdetails"
ANSWER_PROBLEMS = ("contact.view_problem", "contact.change_problem")
SEE_STATE = "delivery.see_state"
ADMINISTER = (
    *(f"users.{action}_user" for action in ("add", "change", "delete")),
    *(f"auth.{action}_group" for action in ("add", "change", "delete")),
    *(
        f"wagtailcore.{action}_{model}"
        for model in ("groupapprovaltask", "locale", "site", "task", "workflow")
        for action in ("add", "change", "delete")
    ),
    *(f"wagtailredirects.{action}_redirect" for action in ("add", "change", "delete", "view")),
    *(f"core.delete_{model}" for model in VOCABULARIES),
    "contact.delete_problem",
    "editing.empty_bin",
)
USE_FILES = ("wagtailimages.choose_image", "wagtaildocs.choose_document")
ADD_FILES = (*USE_FILES, "wagtailimages.add_image", "wagtaildocs.add_document")
CHANGE_FILES = (*ADD_FILES, "wagtailimages.change_image", "wagtaildocs.change_document")
ADMINISTRATOR = "administrator"
WRITE = ("add", "change")
APPROVE = (*WRITE, "publish", "lock", "unlock", "bulk_delete")


@dataclass(frozen=True)
class Role:
    """`languages`: which trees of pages it has `pages` rights in, and a group for each: the source
    language, every other one, each one, or all of them with one group."""

    key: str
    name: str | Promise
    languages: str = "all"
    permissions: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    approves: bool = field(default=False)


ROLES = (
    Role(
        "author",
        _("Authors: %(language)s"),
        languages="source",
        permissions=(*WRITE_TERMS, *WRITE_WORDS),
        pages=WRITE,
        files=ADD_FILES,
    ),
    Role(
        "translator",
        _("Translators: %(language)s"),
        languages="others",
        permissions=(*WRITE_TERMS, *WRITE_WORDS, TRANSLATE),
        pages=WRITE,
        files=ADD_FILES,
    ),
    Role(
        "approver",
        _("Approvers: %(language)s"),
        languages="each",
        permissions=(*WRITE_TERMS, *WRITE_WORDS, TRANSLATE, CHANGE_CONTACTS, *ANSWER_PROBLEMS),
        pages=APPROVE,
        files=CHANGE_FILES,
        approves=True,
    ),
    Role("curator", _("Search curators"), permissions=CURATE_SEARCH),
    Role("integrator", _("Integrators"), permissions=(SEE_STATE,)),
    Role(
        ADMINISTRATOR,
        pgettext_lazy("role", "Administrators"),
        permissions=(
            *WRITE_TERMS,
            *WRITE_WORDS,
            TRANSLATE,
            *CURATE_SEARCH,
            CHANGE_CONTACTS,
            *ANSWER_PROBLEMS,
            SEE_STATE,
            *ADMINISTER,
        ),
        pages=APPROVE,
        files=(
            *CHANGE_FILES,
            "wagtailimages.delete_image",
            "wagtaildocs.delete_document",
            *(f"wagtailcore.{action}_collection" for action in ("add", "change", "delete")),
        ),
    ),
)
