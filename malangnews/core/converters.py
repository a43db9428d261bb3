"""Numbers in addresses, read once and strictly: four ASCII digits for a year, two for a month."""

from django.urls import register_converter


class YearConverter:
    """1900 to 2999."""

    regex = "(?:19|2[0-9])[0-9]{2}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04d}"


class MonthConverter:
    """01 to 12."""

    regex = "0[1-9]|1[0-2]"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:02d}"


def register() -> None:
    """Make ``<year:...>`` and ``<month:...>`` known to URL patterns."""
    register_converter(YearConverter, "year")
    register_converter(MonthConverter, "month")
