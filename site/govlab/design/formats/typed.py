"""What both languages read as a date. The first is how the administration writes one itself, so
`WAGTAIL_DATE_FORMAT` and `WAGTAIL_DATETIME_FORMAT` say the same."""

# The day comes first throughout: a month that does would be read as another day in silence.
DATES = [
    "%d.%m.%Y",
    "%d.%m.%Y.",
    "%d. %m. %Y",
    "%d. %m. %Y.",
    "%d.%m.%y",
    "%d/%m/%Y",
    "%d/%m/%y",
    "%Y-%m-%d",
    "%Y.%m.%d",
    "%Y.%m.%d.",
]
TIMES = ["%H:%M", "%H:%M:%S", "%H:%M:%S.%f", "%H.%M", "%H.%M.%S"]


def with_times(dates: list[str]) -> list[str]:
    return [f"{date}{between}{time}" for date in dates for between in (" ", ", ") for time in TIMES]
