"""States of KIM in words, and what the letters stand for, for every template that says so."""

from django import template
from django.utils import timezone

from kim.coverage import state_label
from kim.naming import long_name

register = template.Library()

register.filter("keadaan", state_label)


@register.simple_tag
def kepanjangan_kim() -> str:
    """Return what KIM stands for today: {% kepanjangan_kim %} or {% kepanjangan_kim as words %}."""
    return long_name(timezone.localdate())
