"""Tables brought in from a file at the desk: choose, look at every row, then all or nothing."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods, require_safe

from kim.intake.checks import check
from kim.intake.columns import TABLES, Table
from kim.intake.files import Rows, read_table
from kim.intake.known import load
from kim.intake.parcel import pack, unpack
from kim.intake.patterns import WRITERS
from kim.intake.report import Report
from kim.intake.saving import Refused, Saved, save
from kim.intake.sheets import LARGEST_FILE, Unreadable
from kim.models import Kelurahan, Kim, Potential
from malangnews.core.desk.verbs import TOLD

# What can be published at once: the table, and the model whose publication it is.
PUBLISHED = {"kim": Kim, "potensi": Potential}
STALE = "Pratinjau itu sudah kedaluwarsa atau tidak utuh. Unggah lagi berkasnya."
MOVED = "Sejak pratinjau dibuat, catatan di portal berubah. Belum ada yang disimpan; periksa lagi."


class TakesTables:
    """Part of KimAdmin: CSV and XLSX of KIM, milestones, potentials and members."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("impor/", view(self.intake_view), name="kim_kim_intake"),
            path(
                "impor/contoh-<slug:table>.<slug:kind>",
                view(self.pattern_view),
                name="kim_kim_intake_pattern",
            ),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        context = dict(extra_context or {})
        if self.tables_of(request):
            tool = {"url": reverse("admin:kim_kim_intake"), "label": "Impor dari berkas"}
            context["desk_tools"] = [*context.get("desk_tools", ()), tool]
        return super().changelist_view(request, context)

    @staticmethod
    def tables_of(request: HttpRequest) -> list[Table]:
        """Return the tables that this editor may bring in."""
        return [table for table in TABLES.values() if request.user.has_perms(table.needs)]

    @method_decorator(require_safe)
    def pattern_view(self, request, table, kind):
        """A file to begin with: the headings and an example."""
        found = next((one for one in self.tables_of(request) if one.key == table), None)
        if not self.tables_of(request):
            raise PermissionDenied
        if found is None or kind not in WRITERS:
            raise Http404
        write, content_type = WRITERS[kind]
        answer = HttpResponse(write(found), content_type=content_type)
        answer.headers["Content-Disposition"] = f'attachment; filename="contoh-{table}.{kind}"'
        return answer

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def intake_view(self, request):
        """The page: a file to choose, the preview of what was uploaded, and the saving of it."""
        if not self.tables_of(request):
            raise PermissionDenied
        if request.method != "POST":
            return self._show_intake(request)
        if "parcel" in request.POST:
            return self._save_intake(request)
        return self._preview(request)

    def _preview(self, request):
        table = self._asked(request, request.POST.get("table", ""))
        upload = request.FILES.get("file")
        problem, rows, notes = "", [], []
        if table is None:
            problem = "Pilih dulu isi berkasnya."
        elif upload is None:
            problem = "Pilih berkas CSV atau XLSX."
        elif upload.size > LARGEST_FILE:
            problem = "Berkas itu lebih dari 2 MB. Bagi menjadi beberapa."
        else:
            try:
                rows, notes = read_table(table, upload.read())
            except Unreadable as error:
                problem = str(error)
        if problem:
            return self._show_intake(request, table=table, problem=problem)
        report = self._check(request, table, rows)
        return self._show_intake(request, table=table, report=report, notes=notes)

    def _save_intake(self, request):
        parcel = unpack(request.POST["parcel"], request.user.pk)
        if parcel is None:
            return self._show_intake(request, problem=STALE)
        table = self._asked(request, parcel.table.key)
        if table is None:
            raise PermissionDenied
        publishes = "publish" in request.POST
        if publishes and not self._may_publish(request, table):
            raise PermissionDenied
        shown = {"table": table, "notes": parcel.notes}
        with transaction.atomic():
            # Two savings wait for each other here: no rule of the database tells one member twice.
            Kelurahan.objects.select_for_update().order_by("pk").first()
            report = self._check(request, table, parcel.rows)
            if not report.wrong and not report.to_save:
                return self._leave(request, "Semua sudah tercatat; tidak ada yang berubah.")
            moved = parcel.differing(report)
            if moved or report.wrong:
                problem = MOVED if moved else ""
                return self._show_intake(
                    request, report=report, moved=moved, problem=problem, **shown
                )
            try:
                saved = save(report, request.user)
            except Refused:
                return self._show_intake(request, report=report, **shown)
            drafts = self._publish(request, table, saved) if publishes else len(saved.made)
        return self._leave(request, self._told(table, saved, drafts))

    def _check(self, request, table: Table, rows: Rows) -> Report:
        registry = self.admin_site._registry
        known = load(
            table,
            timezone.localdate(),
            lambda row: registry[type(row)].has_change_permission(request, row),
        )
        return check(table, rows, known)

    def _asked(self, request, key: str) -> Table | None:
        return next((table for table in self.tables_of(request) if table.key == key), None)

    def _may_publish(self, request, table: Table) -> bool:
        model = PUBLISHED.get(table.key)
        return bool(model) and self.admin_site._registry[model].has_publish_permission(request)

    def _publish(self, request, table: Table, saved: Saved) -> int:
        """Publish what was made and lacks nothing; return how many stay drafts."""
        desk = self.admin_site._registry[PUBLISHED[table.key]]
        drafts, told = 0, []
        for row in saved.made:
            lacks = row.missing_for_publication()
            if not lacks:
                desk.publish_one(request, row)
                continue
            drafts += 1
            told.append(f"“{row}” tetap draf. Masih kurang: {'; '.join(lacks)}.")
        for words in told[:TOLD]:
            self.message_user(request, words, messages.WARNING)
        return drafts

    @staticmethod
    def _told(table: Table, saved: Saved, drafts: int) -> str:
        words = f"{table.label} tersimpan: {saved.new} baru, {saved.changed} berubah."
        if drafts:
            words += f" {drafts} menjadi draf."
        if len(saved.made) > drafts:
            words += f" {len(saved.made) - drafts} sudah terbit."
        return words

    def _leave(self, request, words: str) -> HttpResponseRedirect:
        self.message_user(request, words, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:kim_kim_intake"))

    def _show_intake(
        self, request, *, table=None, report=None, notes=(), problem="", moved=frozenset()
    ):
        packed = ""
        if report is not None and not report.wrong and report.to_save:
            packed = pack(report, list(notes), request.user.pk)
            if not packed:
                problem = "Isi berkas itu terlalu besar untuk disimpan sekaligus. Bagi menjadi dua."
        tables = self.tables_of(request)
        context = {
            "title": "Impor dari berkas",
            "tables": tables,
            "table": table or (tables[0] if len(tables) == 1 else None),
            "report": report,
            "notes": notes,
            "problem": problem,
            "moved": moved,
            "parcel": packed,
            "may_publish": table is not None and self._may_publish(request, table),
        }
        return self.desk_page(request, "admin/kim/intake.html", context)
