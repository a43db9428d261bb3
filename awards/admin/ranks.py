"""The rank as printed leads: what was read from it is read again when it changes."""

from django import forms


class RankForm(forms.ModelForm):
    """A form of Award; scheme and order may be among its fields, or not."""

    def clean(self):
        cleaned = super().clean()
        changed = set(self.changed_data)
        if "rank_label" in changed and not changed & {"rank_scheme", "rank_order"}:
            for name, empty in (("rank_scheme", ""), ("rank_order", None)):
                if name in self.fields:
                    cleaned[name] = empty
                setattr(self.instance, name, empty)
        return cleaned
