"""kim/contact_links.py: only what is surely an address becomes one."""

import pytest

from kim.contact_links import contact_link


@pytest.mark.parametrize(
    ("kind", "value", "link"),
    [
        ("phone", "0341 123456", "tel:+62341123456"),
        ("phone", "(0341) 123-456", "tel:+62341123456"),
        ("phone", "+62 341 123456", "tel:+62341123456"),
        ("phone", "0341 123456 atau 0341 654321", ""),
        ("phone", "123456", ""),
        ("phone", "+1;phone-context=jahat", ""),
        ("phone", "٠٣٤١ ١٢٣٤٥٦", ""),
        ("whatsapp", "0812 3456 7890", "https://wa.me/6281234567890"),
        ("whatsapp", "https://wa.me/6281234567890", "https://wa.me/6281234567890"),
        ("whatsapp", "javascript:alert(1)", ""),
        ("whatsapp", "https://contoh.id/halaman", ""),
        ("email", "toko@contoh.id", "mailto:toko@contoh.id"),
        ("email", "toko@contoh.id?bcc=lain@contoh.id", ""),
        ("email", "bukan surel", ""),
        ("website", "https://contoh.id/toko", "https://contoh.id/toko"),
        ("website", "www.contoh.id", "https://www.contoh.id"),
        ("website", "javascript:alert(1)", ""),
        ("website", "javascript://contoh.id/%0aalert(1)", ""),
        ("website", "data:text/html,x", ""),
        ("account", "@gerabah", ""),
        ("account", "https://instagram.com/gerabah", "https://instagram.com/gerabah"),
        ("account", "", ""),
    ],
)
def test_contact_leads_where_it_says_or_nowhere(kind, value, link):
    assert contact_link(kind, value) == link
