"""The parameters and error responses that operations share."""

from typing import Any

from pydantic import Field

from ..parameters import LocaleCode, PagePath, Parameters
from ..problems import Problem

# The error responses of every operation.
PROBLEMS: dict[int, Any] = dict.fromkeys((422, 429, 500), Problem)
MISSING: dict[int, Any] = {404: Problem}
GONE: dict[int, Any] = {404: Problem, 410: Problem}


class LocaleParameters(Parameters):
    locale: LocaleCode = Field(description="The language of the response, as a BCP 47 tag.")


class PathParameters(Parameters):
    path: PagePath = Field(
        description="The path, as in `path` of documents; the trailing slash is optional.",
        examples=["/lv/jaunumi/"],
    )
