"""Form fields of the desk: one labelled input for a moment, suggestions that take any address."""

import datetime as dt

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.db import models

YEARS = (1900, 2999)


class DayInput(forms.DateInput):
    """The browser's own date picker."""

    input_type = "date"

    def __init__(self, attrs=None):
        limits = {"min": f"{YEARS[0]}-01-01", "max": f"{YEARS[1]}-12-31"}
        super().__init__({**limits, **(attrs or {})}, format="%Y-%m-%d")


class MinuteInput(forms.DateTimeInput):
    """The browser's own picker of date and time; Django's pair of inputs has no label."""

    input_type = "datetime-local"

    def __init__(self, attrs=None):
        limits = {"min": f"{YEARS[0]}-01-01T00:00", "max": f"{YEARS[1]}-12-31T23:59"}
        super().__init__({**limits, **(attrs or {})}, format="%Y-%m-%dT%H:%M")


def check_year(value: dt.date | None) -> None:
    """Refuse years at the edges of what a database can store."""
    if value and not YEARS[0] <= value.year <= YEARS[1]:
        raise ValidationError("Tahun harus antara 1900 dan 2999.")


class DayField(forms.DateField):
    widget = DayInput

    def clean(self, value):
        value = super().clean(value)
        check_year(value)
        return value


class MinuteField(forms.DateTimeField):
    """A moment, to the minute; the seconds of a stored one do not count as a change."""

    widget = MinuteInput

    def clean(self, value):
        value = super().clean(value)
        check_year(value)
        return value

    def has_changed(self, initial, data):
        try:
            return self._minute(initial) != self._minute(data)
        except ValidationError:
            return True

    def _minute(self, value) -> dt.datetime | None:
        moment = self.to_python(value)
        return moment.replace(second=0, microsecond=0) if moment else None


class AddressInput(forms.URLInput):
    """Without Django's "Currently: ..." above it."""

    def __init__(self, attrs=None):
        super().__init__({"class": "vURLField", **(attrs or {})})


class AddressField(forms.URLField):
    """An address of the web; https is meant where none is typed."""

    widget = AddressInput

    def __init__(self, **kwargs):
        super().__init__(**{"assume_scheme": "https", **kwargs})


def is_row_id(text) -> bool:
    """True for what can be the number of a row: up to 18 ASCII digits."""
    text = str(text)
    return text.isascii() and text.isdigit() and len(text) <= 18


class RowIdsMixin:
    """Looks up only what can be a row; an address or a form may hold anything."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [item for item in value if is_row_id(item)], attr)


class RowSelect(RowIdsMixin, AutocompleteSelect):
    pass


class RowsSelect(RowIdsMixin, AutocompleteSelectMultiple):
    pass


class RowsField(forms.ModelMultipleChoiceField):
    def _check_values(self, value):
        for item in value if isinstance(value, list | tuple) else ():
            if not is_row_id(getattr(item, "pk", item)):
                words = self.error_messages["invalid_pk_value"]
                raise ValidationError(words, "invalid_pk_value", {"pk": item})
        return super()._check_values(value)


OVERRIDES = {
    models.URLField: {"form_class": AddressField, "widget": AddressInput},
    models.DateField: {"form_class": DayField, "widget": DayInput},
    models.DateTimeField: {"form_class": MinuteField, "widget": MinuteInput},
}
