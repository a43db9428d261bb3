"""Naming a new group: its name, its home, and the groups that it may be already."""

from itertools import groupby

from django import forms

from kim.likeness import alike
from kim.models import Kelurahan, Kim
from malangnews.core.desk.fields import is_row_id

MOST_DOUBLES = 8


def places() -> list[tuple[str, list[tuple[int, str]]]]:
    """Return the 57 kelurahan as choices, grouped by kecamatan."""
    rows = Kelurahan.objects.select_related("kecamatan").order_by("kecamatan__code", "name")
    return [
        (kecamatan, [(row.pk, row.name) for row in group])
        for kecamatan, group in groupby(rows, key=lambda row: row.kecamatan.name)
    ]


def doubles(name: str, kelurahan: Kelurahan | None) -> list[dict]:
    """Return the groups that may be this one, each with the reason; at most MOST_DOUBLES."""
    groups = list(Kim.objects.select_related("kelurahan").order_by("name"))
    named = alike(name, groups)
    found = [{"kim": kim, "why": "namanya mirip"} for kim in named]
    found += [
        {"kim": kim, "why": "kelurahannya sama"}
        for kim in groups
        if kelurahan is not None and kim.kelurahan_id == kelurahan.pk and kim not in named
    ]
    return found[:MOST_DOUBLES]


class NamingForm(forms.ModelForm):
    """The name and the home; groups that may be the same are shown before anything is saved."""

    distinct = forms.BooleanField(label="Sudah saya periksa: ini KIM yang lain", required=False)

    class Meta:
        model = Kim
        fields = ["name", "kelurahan", "name_meaning"]
        widgets = {"name_meaning": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.doubles: list[dict] = []
        self.fields["kelurahan"].choices = [("", "Pilih kelurahan"), *places()]

    def clean(self):
        cleaned = super().clean()
        self.doubles = doubles(cleaned.get("name", ""), cleaned.get("kelurahan"))
        if self.doubles and not cleaned.get("distinct"):
            self.add_error(
                "distinct",
                "Periksa dahulu KIM di atas. Bila KIM Anda memang yang lain, centang kotak ini.",
            )
        return cleaned


def chosen_place(key: str) -> Kelurahan | None:
    """Return the kelurahan of that number, None for anything else."""
    return Kelurahan.objects.filter(pk=key).first() if is_row_id(key) else None
