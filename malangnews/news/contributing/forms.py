"""What a contributor is asked: few fields, in the order of telling."""

from django import forms

from kim.models import Kim
from malangnews.core.desk.fields import DayField
from malangnews.media.models import Photo
from malangnews.media.querysets import FILE_NAME

TEXT_LENGTH, NOTE_LENGTH = 60_000, 1000


class StoryForm(forms.Form):
    """The words of a story; which KIM is asked once, and only of who writes for several."""

    kim = forms.ModelChoiceField(Kim.objects.none(), label="Atas nama KIM", empty_label=None)
    title = forms.CharField(
        label="Judul",
        max_length=160,
        help_text="Pokok beritanya dalam satu kalimat. Contoh: Warga Samaan panen lele bersama.",
        error_messages={"required": "Tulis judulnya dulu, satu kalimat saja."},
    )
    event_on = DayField(label="Kapan peristiwanya", required=False)
    place = forms.CharField(
        label="Di mana", max_length=60, required=False, help_text="Kelurahan atau tempatnya."
    )
    text = forms.CharField(
        label="Isi berita",
        max_length=TEXT_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Siapa, apa, di mana, kapan, mengapa, dan bagaimana. Satu baris menjadi satu "
        "alinea.",
    )
    note = forms.CharField(
        label="Catatan untuk redaksi",
        max_length=NOTE_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Boleh kosong. Contoh: Nama narasumber sudah saya cek ejaannya.",
    )

    def __init__(self, *args, kims: list[Kim], is_new: bool, is_sent: bool, **kwargs):
        """``is_sent``: it goes to the desk, so it must be whole."""
        super().__init__(*args, **kwargs)
        self.is_sent = is_sent
        if is_new and len(kims) > 1:
            self.fields["kim"].queryset = Kim.objects.filter(pk__in=[kim.pk for kim in kims])
        else:
            del self.fields["kim"]
        for name, field in self.fields.items():
            if field.help_text:
                field.widget.attrs["aria-describedby"] = f"id_{name}_bantuan"

    def clean(self):
        cleaned = super().clean()
        if self.is_sent and not self.has_error("text") and not cleaned.get("text", "").strip():
            self.add_error("text", "Isi beritanya masih kosong. Tulis dulu, lalu kirim.")
        return cleaned


class PhotoWords(forms.ModelForm):
    """What is told of one photo of a story, and whether it is taken out."""

    drop = forms.BooleanField(label="Keluarkan foto ini dari berita", required=False)

    class Meta:
        model = Photo
        fields = ["alt", "caption", "credit"]
        labels = {"alt": "Apa yang terlihat", "caption": "Keterangan foto", "credit": "Pemotret"}
        help_texts = {
            "alt": "Bagi pembaca yang tidak melihat gambar. Contoh: Enam warga mengangkat jala "
            "berisi lele di tepi kolam.",
            "caption": "Boleh kosong. Tampil di bawah foto.",
            "credit": "Nama pemotret dan KIM-nya.",
        }
        widgets = {"alt": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, is_sent: bool, is_fixed: bool, may_word: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_sent, self.is_fixed, self.may_word = is_sent, is_fixed, may_word
        if is_fixed:
            del self.fields["drop"]
        for name in self._meta.fields:
            field = self.fields[name]
            field.disabled = not may_word
            field.widget.attrs["aria-describedby"] = (
                f"{self.auto_id % self.add_prefix(name)}_bantuan"
            )

    @property
    def is_dropped(self) -> bool:
        return bool(self.cleaned_data.get("drop"))

    def clean(self):
        cleaned = super().clean()
        if self.is_sent and self.may_word and not cleaned.get("drop"):
            alt = cleaned.get("alt") or ""
            if not self.instance.is_decorative and (not alt or FILE_NAME.search(alt)):
                self.add_error("alt", "Tulis apa yang terlihat di foto ini.")
            if not cleaned.get("credit"):
                self.add_error("credit", "Tulis siapa pemotretnya.")
        return cleaned
