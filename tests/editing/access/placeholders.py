"""What the placeholders of the administration's addresses stand for in the test's world."""

from collections.abc import Mapping, Sequence
from typing import Any

PAGES = ("latvian", "latvian_draft", "english_private")
PARENTS = ("index", "english_index")
DOCUMENTS = ("document", "hidden_document")
IMAGES = ("image", "hidden_image")
# By the beginning of an address's name, the longest first: `pk` is something else in each.
OBJECTS: dict[str, dict[str, Sequence[str]]] = {
    "": {
        **dict.fromkeys(("page_id", "parent_page_id", "page_to_move_id", "page_pk"), PAGES),
        "destination_id": ("english_index",),
        "document_id": DOCUMENTS,
        "doc_id": DOCUMENTS,
        "image_id": IMAGES,
        "redirect_id": ("redirect",),
        "collection_id": ("shared", "hidden"),
        "task_id": ("task",),
        "task_state_id": ("task_state",),
        "workflow_state_id": ("workflow_state",),
        "workflow_pk": ("workflow",),
        "object_id": PAGES,
        "translation_source_id": ("source", "news_source"),
        "translation_id": ("translation", "news_translation"),
        "string_segment_id": ("segment",),
        "overridable_segment_id": ("override",),
    },
    "wagtailadmin_api:pages": {"pk": PAGES},
    "wagtailadmin_api:documents": {"pk": DOCUMENTS},
    "wagtailadmin_api:images": {"pk": IMAGES},
    "wagtailadmin_pages": {"pk": PAGES},
    "wagtailadmin_pages:add": {"parent_page_id": PARENTS},
    "wagtailadmin_pages:preview_on_add": {"parent_page_id": PARENTS},
    "wagtailadmin_pages:convert_alias": {"page_id": ("latvian_alias",)},
    "wagtaildocs_chooser": {"pk": DOCUMENTS},
    "wagtailimages_chooser": {"pk": IMAGES},
    "govlab_upload": {"name": ("picture", "hidden_picture")},
    "govlab_assign_translation": {"key": ("latvian_key",), "locale_id": ("english_locale",)},
    "govlab_bin": {"pk": ("bin_entry",)},
    "govlab_waiting_settle": {"pk": ("waiting",)},
    "govlab_review_translation": {"page_id": ("english", "english_twin")},
    "govlab_release": {"pk": ("release",)},
    "govlab_translation_changes": {"page_id": ("latvian", "english", "english_twin")},
    "govlab_confirm_machine_texts": {"page_id": ("english", "english_twin")},
    "govlab_same_texts": {"page_id": ("latvian", "english", "english_twin")},
    "wagtaildocs:": {"uploaded_file_id": ("uploaded_document",)},
    "wagtailimages:": {"uploaded_file_id": ("uploaded_image",)},
    "wagtailadmin_collections": {"pk": ("shared", "hidden")},
    "wagtailadmin_workflows": {"pk": ("workflow",)},
    "wagtailadmin_workflows:edit_task": {"pk": ("task",)},
    "wagtailadmin_workflows:enable_task": {"pk": ("task",)},
    "wagtailadmin_workflows:disable_task": {"pk": ("task",)},
    "wagtailsnippets_core_": {"pk": ("topic",)},
    "wagtailsnippets_core_laboratory": {"pk": ("laboratory",)},
    "wagtailsnippets_core_institution": {"pk": ("institution",)},
    "wagtailsnippetchoosers_core_": {"pk": ("topic",)},
    "wagtailsnippetchoosers_core_laboratory": {"pk": ("laboratory",)},
    "wagtailsnippetchoosers_core_institution": {"pk": ("institution",)},
    "wagtail_localize": {"pk": ("topic",)},
    "wagtail_localize:submit_page": {
        "page_id": ("latvian", "latvian_new", "latvian_draft", "english_private")
    },
    "wagtail_localize:convert_to_alias": {"page_id": ("english", "english_twin", "latvian")},
    "search_zero_results": {"pk": ("zero_result",)},
    "search_synonyms": {"pk": ("synonym",)},
    "govlab_own_words": {"pk": ("own_word",)},
    "search_promotions": {"pk": ("promotion",)},
    "govlab_problems": {"pk": ("problem",)},
    "wagtailsettings": {"pk": ("contacts",)},
    "wagtaillocales": {"pk": ("english_locale",)},
    "wagtailsites": {"pk": ("site",)},
    "wagtailusers_users": {"pk": ("visitor_account", "superuser_account")},
    "wagtailusers_groups": {"pk": ("visitor_group", "moderator_group")},
}
NEWS = {
    "app_label": "news",
    "model_name": "newspage",
    "content_type_app_name": "news",
    "content_type_model_name": "newspage",
}
WORDS: dict[str, dict[str, str]] = {
    "": {},
    "wagtailadmin_pages": NEWS,
    "wagtailadmin_pages:workflow_action": {"action_name": "approve"},
    "wagtailadmin_pages:collect_workflow_action_data": {"action_name": "approve"},
    "wagtailadmin_tag_model_autocomplete": {"app_name": "taggit", "model_name": "tag"},
    "wagtailadmin_workflows:add_task": {
        "app_label": "wagtailcore",
        "model_name": "groupapprovaltask",
    },
    "wagtailadmin_editing_sessions": {
        "app_label": "wagtailcore",
        "model_name": "page",
        "session_id": "1",
    },
    "wagtailsettings": {"app_name": "core", "model_name": "contactdetails"},
    "wagtail_localize": {"app_label": "core", "model_name": "topic", "mode": "other"},
    "wagtailimages:preview": {"filter_spec": "fill-10x10"},
    "wagtailadmin_password_reset_confirm": {"uidb64": "MQ", "token": "set-password"},
}
BULK = {
    ("wagtailcore", "page"): ("delete", "move", "publish", "unpublish"),
    ("wagtaildocs", "document"): ("delete", "add_tags", "add_to_collection"),
    ("core", "siteimage"): ("delete", "add_tags", "add_to_collection"),
    ("core", "topic"): ("delete",),
    ("users", "user"): ("delete", "assign_role", "set_active_state"),
    ("search", "zeroresultquery"): ("dismiss",),
}
API_ACTIONS = (
    "convert_alias",
    "copy",
    "copy_for_translation",
    "create_alias",
    "delete",
    "move",
    "publish",
    "revert_to_page_revision",
    "unpublish",
)


def by_name(name: str, table: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The entries of every beginning of the name, those of the longest last."""
    merged: dict[str, Any] = {}
    for start in sorted((key for key in table if name.startswith(key)), key=len):
        merged |= table[start]
    return merged
