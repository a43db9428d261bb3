"""What the search keeps beside the index itself (malangnews/search/store.py): which row an entry
of the index is, by which names things are known, which words there are, and what editors taught."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

# A browser reads a backslash as a slash, and leaves tabs and line ends out.
MISREAD = re.compile(r"[\x00-\x20\x7f\\]")


class Entry(models.Model):
    """One row of a room in the index.

    The key carries the order of results: newer rows have larger keys (malangnews/search/keys.py).
    """

    id = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=12)
    object_id = models.PositiveBigIntegerField()
    visible_from = models.DateTimeField(null=True, blank=True)
    visible_until = models.DateTimeField(null=True, blank=True)
    #: Marks that filters and counts go by, parted by spaces: "y2023 r4 p12".
    marks = models.TextField(blank=True)

    class Meta:
        verbose_name = "isi indeks"
        verbose_name_plural = "isi indeks"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id"],
                name="search_entry_once",
                violation_error_message="Itu sudah ada di indeks.",
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.object_id}"


class Name(models.Model):
    """One way to write the name of a thing, folded: "rampal celaket"."""

    phrase = models.CharField(max_length=200, db_index=True)
    #: The first word, by which a query finds the names that may begin there.
    head = models.CharField(max_length=40, db_index=True)
    shown = models.CharField(max_length=200)
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="names")

    class Meta:
        verbose_name = "nama dalam indeks"
        verbose_name_plural = "nama dalam indeks"
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "phrase"],
                name="search_name_once",
                violation_error_message="Nama itu sudah ada di indeks.",
            )
        ]

    def __str__(self):
        return self.shown


class Word(models.Model):
    """A word of names, titles and summaries, for telling what a misspelt one may mean."""

    word = models.CharField(max_length=40, unique=True)

    class Meta:
        verbose_name = "kata dalam indeks"
        verbose_name_plural = "kata dalam indeks"

    def __str__(self):
        return self.word


class Slip(models.Model):
    """A word with one letter left out, or none: two words that share one are near each other."""

    form = models.CharField(max_length=40, db_index=True)
    word = models.ForeignKey(Word, on_delete=models.CASCADE, related_name="slips")

    class Meta:
        verbose_name = "bentuk salah ketik"
        verbose_name_plural = "bentuk salah ketik"

    def __str__(self):
        return self.form


class Synonym(models.Model):
    """Words that the search takes for the same, as editors taught it."""

    phrases = models.TextField(
        "kata atau frasa yang sama artinya",
        help_text="Satu per baris. Contoh: kominfo, lalu komdigi di baris berikutnya.",
    )
    note = models.CharField("keterangan", max_length=200, blank=True)

    class Meta:
        verbose_name = "padanan kata"
        verbose_name_plural = "padanan kata"
        ordering = ["pk"]

    def __str__(self):
        return " = ".join(line.strip() for line in self.phrases.splitlines() if line.strip())


class Pin(models.Model):
    """An answer that stands above the results of certain words."""

    words = models.CharField(
        "kata yang dicari",
        max_length=100,
        unique=True,
        help_text="Huruf besar atau kecil sama saja. Contoh: jadwal pembinaan kim.",
    )
    title = models.CharField("judul jawaban", max_length=160)
    address = models.CharField(
        "alamat",
        max_length=300,
        help_text="Alamat di portal ini, diawali garis miring. Contoh: /kim/potensi/.",
    )

    class Meta:
        verbose_name = "jawaban pilihan"
        verbose_name_plural = "jawaban pilihan"
        ordering = ["words"]
        constraints = [
            models.CheckConstraint(
                condition=Q(address__startswith="/") & ~Q(address__startswith="//"),
                name="search_pin_leads_to_the_portal",
                violation_error_message="Tulis alamat di portal ini, diawali satu garis miring.",
            ),
            models.UniqueConstraint(
                Lower("words"),
                name="search_pin_once",
                violation_error_message="Kata itu sudah mempunyai jawaban pilihan.",
            ),
        ]

    def __str__(self):
        return f"{self.words}: {self.title}"

    def clean(self):
        """Refuse what a browser reads as another site: "/\\contoh.id", "/<tab>/contoh.id"."""
        super().clean()
        if MISREAD.search(self.address):
            words = "Alamat tidak boleh berisi spasi, garis miring terbalik, atau tanda tak tampak."
            raise ValidationError({"address": words})


class Miss(models.Model):
    """Words that found nothing, and how often. Nothing is kept of who searched."""

    words = models.CharField("kata yang dicari", max_length=100, unique=True)
    times = models.PositiveIntegerField("berapa kali", default=1)
    last_on = models.DateField("terakhir", auto_now=True)

    class Meta:
        verbose_name = "pencarian tanpa hasil"
        verbose_name_plural = "pencarian tanpa hasil"
        ordering = ["-times", "words"]

    def __str__(self):
        return self.words
