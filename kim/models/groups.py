"""Citizens' information groups and the evidence of their life."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from kim.models.places import Kelurahan
from kim.querysets import KimQuerySet, MilestoneQuerySet
from malangnews.core.dates import precision_field, settle_dates
from malangnews.core.models import HasAliases, Publishable, Sourced
from malangnews.core.slugs import fill_slug

# Other pages of the room live beside the groups: /kim/potensi/.
RESERVED_SLUGS = frozenset(
    {"potensi", "kelurahan", "kecamatan", "atlas", "peta", "data", "kegiatan", "sematan"}
)


class Kim(HasAliases, Publishable):
    """A KIM. It has one home kelurahan; whether it stands is read from its milestones."""

    is_named_elsewhere = True

    class State(models.TextChoices):
        IN_PROCESS = "in_process", "Dalam pembentukan"
        ACTIVE = "active", "Terbentuk"
        DORMANT = "dormant", "Vakum"
        DISSOLVED = "dissolved", "Bubar"

    name = models.CharField(
        "nama KIM",
        max_length=120,
        unique=True,
        help_text="Lengkap dengan kata KIM. Contoh: KIM Lestari Tunjungsekar.",
    )
    slug = models.SlugField("alamat", max_length=120, unique=True, blank=True)
    aliases = models.TextField(
        "ejaan lain", blank=True, help_text="Satu per baris. Contoh: KIM Purwoagung."
    )
    kelurahan = models.ForeignKey(
        Kelurahan,
        verbose_name="kelurahan asal",
        on_delete=models.PROTECT,
        related_name="kims",
        help_text="Tepat satu kelurahan asal.",
    )
    serves = models.ManyToManyField(
        Kelurahan,
        verbose_name="juga melayani",
        related_name="served_by",
        blank=True,
        help_text="Kelurahan lain yang turut diberitakan KIM ini.",
    )
    name_meaning = models.TextField(
        "makna nama", blank=True, help_text="Contoh: diambil dari gerabah khas Penanggungan."
    )
    about = models.TextField("tentang KIM", blank=True)
    website = models.URLField("situs web", blank=True)
    kim_id_url = models.URLField("halaman di kim.id", blank=True)
    public_contact = models.CharField(
        "kontak untuk umum",
        max_length=200,
        blank=True,
        help_text="Hanya yang disetujui KIM untuk dilihat siapa pun. "
        "Contoh: sekretariat di kantor kelurahan.",
    )

    objects = KimQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = "KIM"
        verbose_name_plural = "KIM"
        ordering = ["name"]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(slug__in=sorted(RESERVED_SLUGS)),
                name="kim_kim_slug_not_reserved",
                violation_error_message="Alamat itu sudah dipakai halaman lain.",
            ),
        ]
        permissions = [("publish_kim", "Menerbitkan dan menarik KIM")]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        fill_slug(self, self.name, RESERVED_SLUGS)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("kim:kim_detail", args=[self.slug])

    def missing_for_publication(self) -> list[str]:
        return [] if self.milestones.exists() else ["catat sedikitnya satu tonggak dengan sumber"]


class KimAccount(models.Model):
    """A public account of a group on a social platform."""

    kim = models.ForeignKey(Kim, on_delete=models.CASCADE, related_name="accounts")
    platform = models.CharField("platform", max_length=40, help_text="Contoh: Instagram.")
    url = models.URLField("alamat")

    class Meta:
        verbose_name = "akun"
        verbose_name_plural = "akun"
        ordering = ["platform"]
        constraints = [
            models.UniqueConstraint(
                fields=["kim", "url"],
                name="kim_kimaccount_listed_once",
                violation_error_message="Akun itu sudah tercatat pada KIM ini.",
            )
        ]

    def __str__(self):
        return f"{self.platform} {self.kim}"


class KimMilestone(Sourced):
    """One proven step in the life of a group. Together they give its state on any date."""

    class Kind(models.TextChoices):
        PROPOSED = "proposed", "Diusulkan"
        DELIBERATED = "deliberated", "Dimusyawarahkan"
        FORMED = "formed", "Dibentuk"
        DECREED = "decreed", "Dikukuhkan dengan SK"
        REGISTERED = "registered", "Terdaftar di kim.id"
        TRAINED = "trained", "Mengikuti pembinaan"
        ATTESTED = "attested", "Tercatat sudah aktif"
        DORMANT = "dormant", "Vakum"
        REACTIVATED = "reactivated", "Aktif kembali"
        DISSOLVED = "dissolved", "Dibubarkan"

    # What the group is after each step. Training says nothing about existence.
    STATE_AFTER = {
        Kind.PROPOSED: Kim.State.IN_PROCESS,
        Kind.DELIBERATED: Kim.State.IN_PROCESS,
        Kind.FORMED: Kim.State.ACTIVE,
        Kind.DECREED: Kim.State.ACTIVE,
        Kind.REGISTERED: Kim.State.ACTIVE,
        Kind.TRAINED: "",
        Kind.ATTESTED: Kim.State.ACTIVE,
        Kind.DORMANT: Kim.State.DORMANT,
        Kind.REACTIVATED: Kim.State.ACTIVE,
        Kind.DISSOLVED: Kim.State.DISSOLVED,
    }

    kim = models.ForeignKey(Kim, on_delete=models.CASCADE, related_name="milestones")
    kind = models.CharField("tonggak", max_length=12, choices=Kind)
    happened_on = models.DateField("tanggal")
    happened_on_precision = precision_field()
    document_number = models.CharField(
        "nomor dokumen",
        max_length=120,
        blank=True,
        help_text="Nomor SK atau berita acara. Contoh: 188.45/119/35.73.112/2020.",
    )
    valid_until = models.DateField(
        "berlaku sampai",
        null=True,
        blank=True,
        help_text="Akhir masa berlaku SK atau masa bakti pengurus, bila disebut dokumennya.",
    )
    note = models.CharField("keterangan", max_length=300, blank=True)
    # Written by save() from kind, so that the database can order and filter by them.
    step = models.PositiveSmallIntegerField(editable=False)
    state = models.CharField(max_length=10, choices=Kim.State, blank=True, editable=False)

    objects = MilestoneQuerySet.as_manager()

    class Meta:
        verbose_name = "tonggak"
        verbose_name_plural = "tonggak"
        ordering = ["happened_on", "step", "pk"]
        indexes = [
            # The latest state on a date is one probe of this index per group.
            models.Index(fields=["kim", "-happened_on", "-step"], name="kim_milestone_latest")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kim", "kind", "happened_on"],
                name="kim_kimmilestone_recorded_once",
                violation_error_message="Tonggak itu sudah tercatat pada tanggal yang sama.",
            ),
            models.CheckConstraint(
                condition=~Q(source_name="") | ~Q(source_url="") | ~Q(document_number=""),
                name="kim_kimmilestone_has_evidence",
                violation_error_message="Tulis buktinya: sumber, alamatnya, atau nomor dokumen.",
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("happened_on")),
                name="kim_kimmilestone_valid_after_it_happened",
                violation_error_message="Masa berlaku berakhir sebelum tanggal tonggaknya.",
            ),
        ]

    def __str__(self):
        return self.get_kind_display()

    def save(self, *args, **kwargs):
        settle_dates(self, "happened_on")
        self.state = self.STATE_AFTER[self.kind]
        self.step = self.Kind.values.index(self.kind)
        super().save(*args, **kwargs)
