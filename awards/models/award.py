"""The record itself: one award."""

import datetime as dt

from django.db import models
from django.db.models import Q
from django.urls import reverse

from awards.certificates import certificate_name, check_pdf, loose
from awards.models.confirmation import Confirmable
from awards.models.organization import Organization, Person
from awards.models.programme import Edition
from awards.models.work import Work
from awards.querysets import AwardQuerySet
from awards.ranks import Roundel, read_rank, roundel
from kim.models import Kelurahan, Kim
from malangnews.core.dates import Precision, precision_field, settle_dates
from malangnews.core.models import Publishable
from malangnews.core.slugs import fill_slug
from malangnews.media.models import Photo

# Other pages of the room live beside the awards: /penghargaan/ajang/.
RESERVED_SLUGS = frozenset(
    {
        "ajang",
        "bukti",
        "data",
        "karya",
        "kartu",
        "laporan",
        "lembaga",
        "orang",
        "piagam",
        "serah-terima",
        "statistik",
        "tahun",
    }
)


class Award(Confirmable, Publishable):
    """One award: an edition, a category, a rank, and who received it."""

    class RankScheme(models.TextChoices):
        TERBAIK = "terbaik", "Terbaik"
        JUARA = "juara", "Juara"
        HARAPAN = "harapan", "Juara harapan"
        OVERALL = "overall", "Juara umum"
        PERINGKAT = "peringkat", "Peringkat"
        PREDIKAT = "predikat", "Predikat"
        TIER = "tier", "Jenjang"
        MEDAL = "medal", "Medali"
        STARS = "stars", "Bintang"
        NOMINATOR = "nominator", "Nominator"
        OTHER = "other", "Lainnya"

    edition = models.ForeignKey(
        Edition, verbose_name="edisi ajang", on_delete=models.PROTECT, related_name="awards"
    )
    slug = models.SlugField("alamat", max_length=160, unique=True, blank=True)
    category = models.CharField(
        "kategori", max_length=200, blank=True, help_text="Seperti tercetak. Contoh: Video Kreatif."
    )
    participant_class = models.CharField(
        "kelas peserta",
        max_length=120,
        blank=True,
        help_text="Siapa yang bertanding, bukan tingkat lombanya. "
        "Contoh: Diskominfo Kabupaten/Kota.",
    )
    rank_label = models.CharField(
        "peringkat seperti tercetak",
        max_length=80,
        help_text="Contoh: Terbaik I, Juara Harapan II.",
    )
    rank_scheme = models.CharField(
        "jenis peringkat",
        max_length=9,
        choices=RankScheme,
        blank=True,
        help_text="Kosongkan agar dibaca dari peringkat yang tercetak.",
    )
    rank_order = models.PositiveSmallIntegerField(
        "urutan",
        null=True,
        blank=True,
        help_text="1 untuk yang tertinggi; untuk bintang, banyaknya bintang.",
    )
    decided_on = models.DateField("diputuskan pada", null=True, blank=True)
    decided_on_precision = precision_field()
    conferred_on = models.DateField(
        "dianugerahkan pada",
        null=True,
        blank=True,
        help_text="Kosongkan bila sama dengan tanggal penganugerahan edisinya.",
    )
    conferred_on_precision = precision_field()
    work = models.ForeignKey(
        Work,
        verbose_name="karya",
        on_delete=models.PROTECT,
        related_name="awards",
        null=True,
        blank=True,
        help_text="Hanya bila sumber menyebutnya.",
    )
    certificate_number = models.CharField(
        "nomor piagam",
        max_length=120,
        blank=True,
        help_text="Seperti tercetak; pembaca dapat mencocokkannya di halaman periksa piagam.",
    )
    certificate_key = models.CharField(max_length=120, blank=True, editable=False)
    certificate = models.ForeignKey(
        Photo,
        verbose_name="foto piagam",
        on_delete=models.PROTECT,
        related_name="certificates",
        null=True,
        blank=True,
    )
    certificate_file = models.FileField(
        "piagam (PDF)",
        upload_to=certificate_name,
        validators=[check_pdf],
        max_length=200,
        blank=True,
        help_text="Pindaian piagam, PDF paling besar 10 MB. Terbuka bagi publik sesudah terbit.",
    )
    remarks = models.TextField("keterangan", blank=True, help_text="Ditampilkan kepada pembaca.")
    dispute = models.TextField(
        "sanggahan",
        blank=True,
        help_text="Isi bila catatan ini disanggah: oleh siapa, apa yang disanggah, dan sejak "
        "kapan. Ditampilkan kepada pembaca di atas catatannya. Kosongkan bila sudah selesai.",
    )
    organizations = models.ManyToManyField(
        Organization, through="Recipient", related_name="awards", editable=False
    )
    kims = models.ManyToManyField(Kim, through="Recipient", related_name="awards", editable=False)
    kelurahan = models.ManyToManyField(
        Kelurahan, through="Recipient", related_name="awards", editable=False
    )
    people = models.ManyToManyField(
        Person, through="Recipient", related_name="awards", editable=False
    )

    objects = AwardQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = "penghargaan"
        verbose_name_plural = "penghargaan"
        ordering = ["-edition__year", "edition__programme__name", "rank_order", "pk"]
        indexes = [
            # Latest awards on the home page and in feeds.
            models.Index(fields=["status", "-published_at"], name="awards_award_latest"),
            # The counts of the list's choices come from this index alone.
            models.Index(
                fields=["status", "edition", "rank_scheme", "rank_order", "published_at"],
                name="awards_award_cells",
            ),
            # And those of the categories from this one.
            models.Index(
                fields=["status", "category", "published_at"], name="awards_award_category"
            ),
            # A reader looks up the number on a certificate.
            models.Index(fields=["certificate_key"], name="awards_award_certificate"),
            # Facet by rank.
            models.Index(fields=["rank_scheme", "rank_order"], name="awards_award_rank"),
        ]
        constraints = [
            *Publishable.Meta.constraints,
            *Confirmable.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(slug__in=sorted(RESERVED_SLUGS)),
                name="awards_award_slug_not_reserved",
                violation_error_message="Alamat itu sudah dipakai halaman lain.",
            ),
            models.CheckConstraint(
                condition=Q(rank_order=None) | Q(rank_order__gte=1),
                name="awards_award_rank_order_from_one",
                violation_error_message="Urutan dimulai dari 1.",
            ),
        ]
        permissions = [("publish_award", "Menerbitkan dan menarik penghargaan")]

    def __str__(self):
        return f"{self.title}, {self.rank_label}"

    def save(self, *args, **kwargs):
        if not self.rank_scheme:
            self.rank_scheme, order = read_rank(self.rank_label)
            self.rank_order = self.rank_order or order
        settle_dates(self, "decided_on", "conferred_on")
        self.certificate_key = loose(self.certificate_number)
        edition = self.edition
        words = f"{edition.programme.short_name} {edition.year} {self.category} {self.rank_label}"
        fill_slug(self, words, RESERVED_SLUGS)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("awards:award_detail", args=[self.slug])

    def missing_for_publication(self) -> list[str]:
        lacks = []
        if not self.sources.exists():
            lacks.append("tambahkan sedikitnya satu sumber")
        if not self.recipients.exists():
            lacks.append("tambahkan sedikitnya satu penerima")
        hidden = Kim.objects.filter(receptions__award=self).exclude(pk__in=Kim.objects.published())
        lacks += [f"terbitkan dahulu {kim}, penerimanya" for kim in hidden]
        return lacks

    @property
    def title(self) -> str:
        """Edition and category: "Anugerah Media Humas 2023 · Media Audiovisual"."""
        return " · ".join(filter(None, [str(self.edition), self.category]))

    @property
    def roundel(self) -> Roundel:
        return roundel(self.rank_scheme, self.rank_order, self.rank_label)

    @property
    def recipient_names(self) -> str:
        """The recipients' names, as "A", "A dan B" or "A, B, dan C"."""
        names = [str(recipient) for recipient in self.recipients.all()]
        if len(names) < 3:
            return " dan ".join(names)
        return f"{', '.join(names[:-1])}, dan {names[-1]}"

    @property
    def conferred(self) -> tuple[dt.date | None, str]:
        """Day of conferment and its precision: its own, else the edition's."""
        if self.conferred_on:
            return self.conferred_on, self.conferred_on_precision
        if self.edition.conferred_on:
            return self.edition.conferred_on, self.edition.conferred_on_precision
        return None, Precision.DAY
