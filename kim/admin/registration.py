"""The guided registration at the desk: from the talks to the training, in their real order."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from kim.admin.registration_guide import Guide
from kim.admin.registration_naming import chosen_place, doubles
from kim.models import Kim, KimMember
from kim.privacy import unnamed
from kim.registration import progress
from malangnews.core.desk.fields import is_row_id
from malangnews.core.desk.publishing import PUBLISH

LONGEST_NAME = 120


class RegistersKim:
    """Part of KimAdmin: the guide, where each group stands in it, and whom it waits for."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("daftarkan/", view(self.register_view), name="kim_kim_register"),
            path("daftarkan/kembar/", view(self.doubles_view), name="kim_kim_doubles"),
            path("<int:pk>/daftarkan/", view(self.continue_view), name="kim_kim_continue"),
            *super().get_urls(),
        ]

    def may_register(self, request: HttpRequest, kim: Kim | None = None) -> bool:
        """True for who may make a group, or change this one, and record milestones."""
        if not request.user.has_perm("kim.add_kimmilestone"):
            return False
        if kim is None:
            return self.has_add_permission(request)
        return self.has_change_permission(request, kim)

    # The guide

    def register_view(self, request):
        """Register a new group."""
        if not self.may_register(request):
            raise PermissionDenied
        return self._guide(request, None)

    def continue_view(self, request, pk):
        """Go on with a group where it stands."""
        kim = self._find(request, pk)
        if kim is None:
            raise Http404
        if not self.may_register(request, kim):
            raise PermissionDenied
        if request.method != "POST":
            return self._guide(request, kim)
        with transaction.atomic():
            # Two sends of one form wait for each other here.
            Kim.objects.select_for_update().get(pk=kim.pk)
            return self._guide(request, kim)

    def _find(self, request, pk) -> Kim | None:
        found = self.get_queryset(request).select_related("kelurahan__kecamatan")
        return found.filter(pk=pk).first() if is_row_id(pk) else None

    def _guide(self, request, kim):
        may_board = request.user.has_perm("kim.add_kimmember")
        if request.method != "POST":
            return self._show_guide(request, Guide(None, kim, may_board))
        if PUBLISH in request.POST and not self.has_publish_permission(request):
            raise PermissionDenied
        guide = Guide(request.POST, kim, may_board)
        if not guide.are_valid():
            return self._show_guide(request, guide)
        if kim is not None and PUBLISH not in request.POST and not self._has_something(guide):
            words = "Tidak ada yang diisi, jadi tidak ada yang disimpan."
            self.message_user(request, words, messages.WARNING)
            return self._show_guide(request, guide)
        try:
            with transaction.atomic():
                kim, made, joined = guide.save(request.user)
                self._log(request, kim, made, joined, is_new=guide.kim is None)
                self._tell(request, kim, made, joined)
                if PUBLISH in request.POST:
                    self._publish_saved(request, kim)
                self.saved(request, kim, guide.kim is not None)
        except IntegrityError:
            words = "Baru saja ada yang menyimpan hal yang sama. Muat ulang halaman, lalu periksa."
            self.message_user(request, words, messages.ERROR)
            return self._show_guide(request, guide)
        return HttpResponseRedirect(reverse("admin:kim_kim_continue", args=[kim.pk]))

    @staticmethod
    def _has_something(guide: Guide) -> bool:
        board = any(form.has_changed() for form in guide.board or ())
        return bool(guide.filled) or board

    def _log(self, request, kim, made, joined, *, is_new) -> None:
        """The history tells of milestones by name, of the board only that it changed."""
        words = [{"added": {}}] if is_new else []
        words += [{"added": {"name": "tonggak", "object": str(row)}} for row in made]
        if joined:
            words.append(unnamed(KimMember))
        log = self.log_addition if is_new else self.log_change
        log(request, kim, words)

    def _tell(self, request, kim, made, joined) -> None:
        if not made and not joined and PUBLISH in request.POST:
            return
        what = [f"{len(made)} tonggak"] if made else []
        what += [f"{joined} pengurus"] if joined else []
        words = f"{kim} tersimpan{' dengan ' + ' dan '.join(what) if what else ''}. "
        way = progress(kim.milestones.all(), timezone.localdate())
        words += (
            f"Langkah berikutnya: {way.words}." if way.next else "Semua langkah sudah tercatat."
        )
        self.message_user(request, words, messages.SUCCESS)

    def _show_guide(self, request, guide: Guide):
        kim = guide.kim
        stages = list(zip(guide.progress.stages, guide.steps, strict=True))
        following = guide.progress.next
        rows = [
            {
                "stage": stage,
                "form": form,
                "number": number,
                "is_next": following is not None and stage.step is following.step,
                "is_open": form.is_bound and (form.is_filled or bool(form.errors)),
            }
            for number, (stage, form) in zip((1, 2, 4, 5, 6), stages, strict=True)
        ]
        context = {
            "title": "Lanjutkan pendaftaran" if kim else "Daftarkan KIM",
            "original": kim,
            "guide": guide,
            "rows_before_board": rows[:2],
            "rows_after_board": rows[2:],
            "progress": guide.progress,
            "board_size": kim.members.count() if kim and guide.board is not None else 0,
            "has_errors": self._has_errors(guide),
            "may_publish": self.has_publish_permission(request)
            and (kim is None or not kim.is_released),
        }
        return self.desk_page(request, "admin/kim/registration.html", context)

    @staticmethod
    def _has_errors(guide: Guide) -> bool:
        parts = [part for part in (*guide.steps, guide.naming) if part is not None]
        board = guide.board is not None and guide.board.is_bound and not guide.board.is_valid()
        return board or any(part.is_bound and part.errors for part in parts)

    @method_decorator(require_safe)
    def doubles_view(self, request):
        """Groups that may be the one that is being named; for the page while somebody types."""
        if not self.may_register(request):
            raise PermissionDenied
        name = request.GET.get("nama", "")[:LONGEST_NAME]
        found = doubles(name, chosen_place(request.GET.get("kelurahan", "")))
        return self.desk_page(request, "admin/kim/_registration_doubles.html", {"doubles": found})
