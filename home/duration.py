"""Durations and numbers of people, in groups and as readers see them in both languages."""

from django.utils.translation import ngettext

from .choices import DurationUnit, GroupSize, TimeNeeded

# Days and weeks are those of work.
_HOURS = {
    DurationUnit.MINUTES: 1 / 60,
    DurationUnit.HOURS: 1,
    DurationUnit.DAYS: 8,
    DurationUnit.WEEKS: 40,
}
_UP_TO_HOURS = ((TimeNeeded.HOUR, 1), (TimeNeeded.HALF_DAY, 4), (TimeNeeded.DAY, 8))
_UP_TO_PEOPLE = ((GroupSize.FEW, 3), (GroupSize.SEVERAL, 8))


def duration_label(shortest: int | None, longest: int | None, unit: str) -> str:
    """Return, for example, “60–90 minutes”; the maximum determines the plural. Empty if unknown."""
    low, high = shortest or longest, longest or shortest
    if low is None or high is None:
        return ""
    span = str(low) if low == high else f"{low}–{high}"
    match unit:
        case DurationUnit.MINUTES:
            return ngettext("%(span)s minute", "%(span)s minutes", high) % {"span": span}
        case DurationUnit.HOURS:
            return ngettext("%(span)s hour", "%(span)s hours", high) % {"span": span}
        case DurationUnit.DAYS:
            return ngettext("%(span)s day", "%(span)s days", high) % {"span": span}
        case _:
            return ngettext("%(span)s week", "%(span)s weeks", high) % {"span": span}


def people_label(fewest: int | None, most: int | None) -> str:
    low, high = fewest or most, most or fewest
    if low is None or high is None:
        return ""
    span = str(low) if low == high else f"{low}–{high}"
    return ngettext("%(span)s person", "%(span)s people", high) % {"span": span}


def time_needed(shortest: int | None, longest: int | None, unit: DurationUnit) -> TimeNeeded | None:
    """Return the group of the maximum, so that a method is never longer than promised."""
    most = longest or shortest
    if most is None:
        return None
    hours = most * _HOURS[unit]
    return next((group for group, limit in _UP_TO_HOURS if hours <= limit), TimeNeeded.LONGER)


def group_sizes(fewest: int | None, most: int | None) -> list[GroupSize]:
    """Return all sizes that a method works for."""
    low, high = fewest or most, most or fewest
    if low is None or high is None:
        return []
    sizes = list(GroupSize)
    return sizes[sizes.index(_size(low)) : sizes.index(_size(high)) + 1]


def _size(people: int) -> GroupSize:
    return next((size for size, limit in _UP_TO_PEOPLE if people <= limit), GroupSize.MANY)
