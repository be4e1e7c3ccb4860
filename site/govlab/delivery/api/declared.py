"""What the declarations of calls share."""

from typing import Any

from pydantic import Field

from .parameters import LocaleCode, Parameters
from .problems import Problem

# What any call may answer beside its own.
PROBLEMS: dict[int, Any] = dict.fromkeys((404, 422, 429, 500), Problem)
GONE: dict[int, Any] = {410: Problem}


class LocaleParameters(Parameters):
    locale: LocaleCode


class PathParameters(Parameters):
    path: str = Field(min_length=1, max_length=1000, examples=["/lv/jaunumi/"])
