"""Stories."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from taggit.managers import TaggableManager

from awards.models import Award
from kim.models import Kelurahan, Kim, Potential
from malangnews.core.models import Publishable
from malangnews.core.slugs import fill_slug, given_up
from malangnews.core.text import reading_minutes, render, trusted
from malangnews.core.words import lines_of
from malangnews.media.models import Photo
from malangnews.news.embeds import references
from malangnews.news.models.rubric import Rubric
from malangnews.news.querysets import ArticleQuerySet

# Files of the room live beside the stories: /berita/arsip/.
RESERVED_SLUGS = frozenset({"rubrik", "tag", "arsip", "kelurahan", "inisial", "pratinjau"})


class Article(Publishable):
    """A story. It points at the awards, KIM and kelurahan that it tells of."""

    title = models.CharField(
        "judul", max_length=160, help_text="Pokok beritanya dalam satu kalimat, tanpa titik."
    )
    slug = models.SlugField("alamat", max_length=120, unique=True, blank=True)
    summary = models.TextField(
        "ringkasan",
        max_length=300,
        blank=True,
        help_text="Satu-dua kalimat untuk daftar berita, mesin pencari, dan umpan RSS.",
    )
    dateline_place = models.CharField(
        "tempat (dateline)", max_length=60, blank=True, help_text="Contoh: Klojen."
    )
    event_on = models.DateField(
        "tanggal peristiwa",
        null=True,
        blank=True,
        help_text="Kapan peristiwanya terjadi; tanggal terbit dicatat tersendiri.",
    )
    body = models.TextField(
        "isi berita",
        blank=True,
        help_text="Satu alinea per baris. Dateline dan inisial ditambahkan sendiri oleh portal.",
    )
    body_html = models.TextField(editable=False, blank=True)
    rubric = models.ForeignKey(
        Rubric,
        verbose_name="rubrik",
        on_delete=models.PROTECT,
        related_name="articles",
        null=True,
        blank=True,
    )
    episode = models.PositiveSmallIntegerField(
        "episode ke-", null=True, blank=True, help_text="Untuk rubrik berseri."
    )
    lead_photo = models.ForeignKey(
        Photo,
        verbose_name="foto utama",
        on_delete=models.PROTECT,
        related_name="lead_of",
        null=True,
        blank=True,
        help_text="Tanpa foto, portal menggambar kain batik.",
    )
    tags = TaggableManager("tag", blank=True, help_text="Pisahkan dengan koma.")
    kelurahan = models.ManyToManyField(
        Kelurahan,
        verbose_name="kelurahan",
        related_name="articles",
        blank=True,
        help_text="Kelurahan asal KIM yang dipilih ditambahkan sendiri.",
    )
    kims = models.ManyToManyField(Kim, verbose_name="KIM", related_name="articles", blank=True)
    awards = models.ManyToManyField(
        Award, verbose_name="penghargaan", related_name="articles", blank=True
    )
    potentials = models.ManyToManyField(
        Potential, verbose_name="potensi", related_name="articles", blank=True
    )
    photos = models.ManyToManyField(
        Photo, verbose_name="foto dalam naskah", related_name="shown_in", editable=False
    )
    sent_by = models.ForeignKey(
        Kim,
        verbose_name="dikirim KIM",
        on_delete=models.PROTECT,
        related_name="sent",
        null=True,
        editable=False,
    )
    published_until = models.DateTimeField(
        "tayang sampai",
        null=True,
        blank=True,
        help_text="Kosongkan bila tidak ada batasnya. Sesudah waktu ini berita tidak tampil lagi.",
    )
    revised_at = models.DateTimeField("diperbarui pada", null=True, editable=False)
    #: Grows with every save: who saves must have seen the version that is stored.
    version = models.PositiveIntegerField("versi", default=0, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = "berita"
        verbose_name_plural = "berita"
        ordering = ["-published_at", "-pk"]
        indexes = [
            # Lists, feeds and archives, newest first.
            models.Index(fields=["status", "-published_at", "-id"], name="news_article_latest"),
            # The list of one rubric.
            models.Index(
                fields=["rubric", "status", "-published_at", "-id"], name="news_article_in_rubric"
            ),
        ]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(slug__in=sorted(RESERVED_SLUGS)),
                name="news_article_slug_not_reserved",
                violation_error_message="Alamat itu sudah dipakai halaman lain.",
            ),
            models.UniqueConstraint(
                fields=["rubric", "episode"],
                name="news_article_episode_once",
                violation_error_message="Episode itu sudah ada pada rubrik ini.",
            ),
            models.CheckConstraint(
                condition=Q(published_until=None)
                | Q(published_at=None)
                | Q(published_until__gt=F("published_at")),
                name="news_article_ends_after_it_begins",
                violation_error_message="“Tayang sampai” harus sesudah waktu terbit.",
            ),
        ]
        permissions = [("publish_article", "Menerbitkan dan menarik berita")]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        self.body_html = render(self.body)
        self.version += 1
        fill_slug(self, self.title, RESERVED_SLUGS | given_up(self))
        fields = kwargs.get("update_fields")
        if fields is not None:
            kwargs["update_fields"] = {*fields, "version"}
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("news:article_detail", args=[self.slug])

    @property
    def is_over(self) -> bool:
        return self.published_until is not None and self.published_until <= timezone.now()

    def missing_for_publication(self) -> list[str]:
        needed = {
            "isi berita": self.body_html,
            "ringkasan": self.summary,
            "rubrik": self.rubric_id,
            "tempat (dateline)": self.dateline_place,
        }
        lacks = [f"isi {name}" for name, value in needed.items() if not value]
        if self.is_over:
            lacks.append("akhir tayang yang baru, sebab “Tayang sampai” sudah lewat")
        return lacks + [
            lack for photo in self._shown_photos() for lack in photo.missing_for_publication()
        ]

    def _shown_photos(self) -> list[Photo]:
        """The lead photo, then those that the text shows."""
        told = Photo.objects.filter(pk__in=references(self.body_html).photos)
        lead = [self.lead_photo] if self.lead_photo else []
        return lead + [photo for photo in told.order_by("pk") if photo != self.lead_photo]

    def link_what_it_tells_of(self) -> None:
        """Link what the text points at, and the home kelurahan of every linked KIM.

        So the pages of these list the story, and the library knows where a photo is used. What an
        editor linked by hand stays; the photos are exactly those of the text.
        """
        told = references(self.body_html)
        self.photos.set(Photo.objects.filter(pk__in=told.photos))
        self.kims.add(*Kim.objects.filter(pk__in=told.kims))
        self.awards.add(*Award.objects.filter(pk__in=told.awards))
        self.kelurahan.add(*self.kims.values_list("kelurahan", flat=True))

    @property
    def safe_body(self):
        """The stored clean HTML, ready for a template."""
        return trusted(self.body_html)

    @property
    def as_text(self) -> str:
        """The whole story as plain text: title, then one paragraph a line."""
        return "\n\n".join([self.title, *lines_of(self.body_html).split("\n")])

    @property
    def minutes(self) -> int:
        return reading_minutes(self.body_html)

    @property
    def sign_off(self) -> str:
        """Initials of writer and editor as printed: "say/yon"."""
        return "/".join(byline.initial.initials for byline in self.signers)

    @property
    def signers(self) -> list:
        """The bylines of those whose initials stand at the end."""
        return [byline for byline in self.bylines.all() if byline.is_signed]
