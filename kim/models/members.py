"""Those who serve in a group."""

from django.db import models
from django.db.models import F, Q

from kim.models.consent import Consented
from kim.models.groups import Kim


class KimMember(Consented):
    """Somebody who serves in a group. Her name is private unless she agreed."""

    kim = models.ForeignKey(Kim, on_delete=models.CASCADE, related_name="members")
    name = models.CharField("nama", max_length=120)
    role = models.CharField("jabatan", max_length=80, help_text="Contoh: ketua.")
    term_from = models.DateField("mulai", null=True, blank=True)
    term_until = models.DateField("sampai", null=True, blank=True)

    class Meta:
        verbose_name = "pengurus"
        verbose_name_plural = "pengurus"
        ordering = ["pk"]
        constraints = [
            *Consented.Meta.constraints,
            models.CheckConstraint(
                condition=Q(term_from=None)
                | Q(term_until=None)
                | Q(term_from__lte=F("term_until")),
                name="kim_kimmember_term_in_order",
                violation_error_message="Masa jabatan berakhir sebelum mulai.",
            ),
        ]

    def __str__(self):
        return self.name

    def texts(self) -> dict[str, str]:
        return {**super().texts(), "name": self.name, "role": self.role}
