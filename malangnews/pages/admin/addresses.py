"""Addresses that editors give to menus and alerts: each must lead somewhere."""

from urllib.parse import unquote, urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.urls import Resolver404, resolve

NOWHERE = (
    "Tidak ada halaman portal ini di alamat “%(address)s”. Buka halamannya di peramban, lalu salin "
    "alamatnya dari sana."
)
UNREADABLE = "Alamat ini tidak terbaca. Contoh: /kim/potensi/ atau https://ppid.malangkota.go.id/."
_is_web_address = URLValidator(schemes=["https"], message=UNREADABLE)


def leading_somewhere(address: str) -> str:
    """Return ``address``, with the closing slash that an address of the portal lacks.

    Raises ValidationError for an address of the portal that no page answers, and for what is no
    address of the web. Whether another site answers is not asked.
    """
    if not address.startswith("/"):
        _is_web_address(address)
        return address
    try:
        path = urlsplit(address).path
    except ValueError:
        raise ValidationError(UNREADABLE) from None
    rest = address.removeprefix(path)
    for tried in (path, f"{path}/"):
        if _is_answered(unquote(tried)):
            return tried + rest
    raise ValidationError(NOWHERE, "nowhere", {"address": path[:80]})


def _is_answered(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


class LeadsSomewhere(forms.ModelForm):
    """A form with ``address``, which may be empty."""

    def clean_address(self):
        address = self.cleaned_data["address"]
        return leading_somewhere(address) if address else address
