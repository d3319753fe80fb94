"""Indonesian dates and numbers: read from what admins type, written as an office writes them."""

from indonesia.dates import (
    MONTH_NUMBERS,
    Dates,
    Moment,
    month_of,
    order_of,
    read_date,
    read_dates,
    read_period,
    read_time,
)
from indonesia.numbers import mark_in, read_numbers
from indonesia.offices import AGENCY_KINDS, UNIT_KINDS, is_protocol, office_place
from indonesia.phones import mobile_number, without_number
from indonesia.text import MISSING, plain
from indonesia.words import show_date, show_day, show_days, show_month, show_number, show_share, show_time

__all__ = [
    "AGENCY_KINDS",
    "MISSING",
    "MONTH_NUMBERS",
    "UNIT_KINDS",
    "Dates",
    "Moment",
    "is_protocol",
    "mark_in",
    "mobile_number",
    "month_of",
    "office_place",
    "order_of",
    "plain",
    "read_date",
    "read_dates",
    "read_numbers",
    "read_period",
    "read_time",
    "show_date",
    "show_day",
    "show_days",
    "show_month",
    "show_number",
    "show_share",
    "show_time",
    "without_number",
]
