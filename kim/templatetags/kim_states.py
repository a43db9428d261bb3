"""States of KIM in words, for every template that lists groups."""

from django import template

from kim.coverage import state_label

register = template.Library()

register.filter("keadaan", state_label)
