"""Forms of who becomes a contributor."""

import re

from django.contrib.auth import get_user_model
from django.contrib.auth.forms import AuthenticationForm, UserCreationForm
from django.core.exceptions import ValidationError

USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,39}", re.ASCII)
PLAIN = {"autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"}


class NewAccountForm(UserCreationForm):
    """A new account: only these fields are ever taken from what was sent."""

    class Meta:
        model = get_user_model()
        fields = ["first_name", "username"]

    field_order = ["first_name", "username", "password1", "password2"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        name, username = self.fields["first_name"], self.fields["username"]
        name.label, name.required = "Nama lengkap", True
        name.help_text = "Hanya dilihat redaksi dan pembina KIM."
        name.widget.attrs |= {"autocomplete": "name"}
        username.label = "Nama pengguna"
        username.max_length = 40
        username.help_text = (
            "Dipakai untuk masuk. Huruf kecil, angka, titik, dan tanda hubung; 3 sampai 40."
        )
        username.error_messages["unique"] = "Nama itu sudah dipakai. Pilih yang lain."
        username.widget.attrs |= {**PLAIN, "autocomplete": "username", "maxlength": 40}
        username.widget.attrs.pop("autofocus", None)
        self.fields["password1"].label = "Kata sandi"
        self.fields["password2"].label = "Kata sandi sekali lagi"
        self.fields["password2"].help_text = "Agar tidak salah ketik."

    def clean_username(self):
        """Lower case, as it is typed on a telephone; and nothing that looks like another's."""
        self.cleaned_data["username"] = name = self.cleaned_data["username"].lower()
        if not USERNAME.fullmatch(name):
            raise ValidationError(
                "Pakai huruf a sampai z, angka, titik, atau tanda hubung saja, 3 sampai 40."
            )
        if get_user_model().objects.filter(username__iexact=name).exists():
            raise ValidationError(self.fields["username"].error_messages["unique"])
        return name


class LoginForm(AuthenticationForm):
    """Somebody who has an account, of the desk or not."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "Nama pengguna"
        self.fields["username"].widget.attrs |= PLAIN
        self.fields["username"].widget.attrs.pop("autofocus", None)
        self.fields["password"].label = "Kata sandi"
        self.error_messages = {
            **self.error_messages,
            "invalid_login": "Nama pengguna atau kata sandinya tidak cocok.",
        }
