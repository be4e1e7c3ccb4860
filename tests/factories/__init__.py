"""Small makers of test data; each call makes one thing and says only what the test needs."""

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
from .roots import make_roots
from .search import make_promotion, make_synonym, make_zero_result
from .terms import make_document, make_image, make_institution, make_laboratory, make_topic
from .translations import translate_page
from .users import make_user

__all__ = [
    "make_case",
    "make_case_index",
    "make_document",
    "make_home",
    "make_image",
    "make_institution",
    "make_laboratory",
    "make_method",
    "make_method_index",
    "make_mission",
    "make_news",
    "make_news_index",
    "make_promotion",
    "make_results",
    "make_roots",
    "make_standard",
    "make_synonym",
    "make_topic",
    "make_user",
    "make_zero_result",
    "publish",
    "translate_page",
]
