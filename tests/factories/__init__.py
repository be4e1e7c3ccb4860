"""Small makers of test data; each call makes one thing and says only what the test needs."""

from .contacts import make_contact_page, make_contacts, make_problem_page
from .legal import make_accessibility, make_easy_to_read, make_privacy
from .pages import (
    make_case,
    make_case_index,
    make_home,
    make_method,
    make_method_index,
    make_mission,
    make_news,
    make_news_index,
    make_results,
    make_standard,
    publish,
)
from .problems import make_problem
from .roots import make_roots, remove_home
from .search import make_promotion, make_synonym, make_zero_result
from .terms import make_document, make_image, make_institution, make_laboratory, make_topic
from .translations import translate_page
from .users import make_user

__all__ = [
    "make_accessibility",
    "make_case",
    "make_case_index",
    "make_contact_page",
    "make_contacts",
    "make_document",
    "make_easy_to_read",
    "make_home",
    "make_image",
    "make_institution",
    "make_laboratory",
    "make_method",
    "make_method_index",
    "make_mission",
    "make_news",
    "make_news_index",
    "make_privacy",
    "make_problem",
    "make_problem_page",
    "make_promotion",
    "make_results",
    "make_roots",
    "make_standard",
    "make_synonym",
    "make_topic",
    "make_user",
    "make_zero_result",
    "publish",
    "remove_home",
    "translate_page",
]
