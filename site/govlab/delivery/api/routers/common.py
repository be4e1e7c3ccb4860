"""What the declarations of calls share."""

from typing import Any

from pydantic import Field

from ..parameters import LocaleCode, Parameters, Text
from ..problems import Problem

# What any call may answer beside its own.
PROBLEMS: dict[int, Any] = dict.fromkeys((422, 429, 500), Problem)
MISSING: dict[int, Any] = {404: Problem}
GONE: dict[int, Any] = {404: Problem, 410: Problem}


class LocaleParameters(Parameters):
    locale: LocaleCode = Field(description="The language of the answer.")


class PathParameters(Parameters):
    path: Text = Field(
        description="As in the documents' `path`; the slash at its end may be left out.",
        min_length=1,
        max_length=8000,
        examples=["/lv/jaunumi/"],
    )
