"""The address of a story, a rubric or a tag at the desk: changed without breaking a link."""

from django import forms

from malangnews.news.addresses import keep, present_tags, reused
from malangnews.news.models import Article

MOVES = "Bila alamat ini diganti, alamat lama tetap jalan dan mengantar pembaca ke alamat baru."
REUSED = (
    "Alamat itu pernah dipakai halaman lain dan masih mengantar pembaca ke sana. Pilih lainnya."
)


class AddressForm(forms.ModelForm):
    """Refuses the former address of another row; a tag that was merged is the one it became."""

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if slug and reused(self.instance, slug):
            raise forms.ValidationError(REUSED)
        return slug

    def clean_tags(self):
        return present_tags(self.cleaned_data["tags"])


class KeepsAddresses:
    """Part of an admin: those who may publish change an address, and the former one leads on."""

    def may_move(self, request) -> bool:
        return request.user.has_perm("news.publish_article")

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return [name for name in fields if name != "slug" or not self.may_move(request)]

    def get_form(self, request, obj=None, change=False, **kwargs):
        base = kwargs.get("form", self.form)
        kwargs["form"] = type(base.__name__, (AddressForm, base), {})
        form = super().get_form(request, obj, change=change, **kwargs)
        if obj is not None and obj.pk and "slug" in form.base_fields:
            form.base_fields["slug"].help_text = MOVES
        return form

    def save_model(self, request, obj, form, change):
        former = type(obj).objects.filter(pk=obj.pk).values_list("slug", flat=True).first()
        super().save_model(request, obj, form, change)
        if change and former != obj.slug and self.was_seen(obj):
            keep(obj, former)

    def was_seen(self, obj) -> bool:
        """Only of a story can nobody know the address yet."""
        return not isinstance(obj, Article) or obj.is_released
