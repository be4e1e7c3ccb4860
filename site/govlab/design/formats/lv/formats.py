"""Dates as they are typed in Latvian; how they are shown is Django's."""

from ..typed import DATES, TIMES, with_times

DATE_INPUT_FORMATS = DATES
TIME_INPUT_FORMATS = TIMES
DATETIME_INPUT_FORMATS = with_times(DATES)
