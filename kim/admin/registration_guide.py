"""Everything that the page of the guided registration asks, checked and saved as one."""

from django.utils import timezone

from kim.admin.registration_forms import BoardFormSet, StepForm
from kim.admin.registration_naming import NamingForm
from kim.models import Kim, KimMember, KimMilestone
from kim.months import Dated
from kim.registration import first_dates, out_of_order, progress

Kind = KimMilestone.Kind
RECORDED = "Pengurus ini sudah tercatat dengan jabatan dan masa itu. Kosongkan baris ini."


class Guide:
    """All forms of the page: the name (of a new group), the steps, the board."""

    def __init__(self, data, kim: Kim | None, may_board: bool):
        self.kim = kim
        self.milestones = list(kim.milestones.all()) if kim else []
        self.progress = progress(self.milestones, timezone.localdate())
        self.naming = None if kim else NamingForm(data, prefix="kim")
        self.steps = [
            StepForm(stage.step, stage if kim else None, data) for stage in self.progress.stages
        ]
        self.board = None
        if may_board:
            is_first = kim is None or not kim.members.exists()
            self.board = BoardFormSet(data, prefix="pengurus", is_first=is_first)

    @property
    def filled(self) -> list[StepForm]:
        return [form for form in self.steps if form.is_filled]

    def are_valid(self) -> bool:
        """Check every form, so that all errors are shown at once, then how they fit together."""
        parts = [*self.steps, self.naming, self.board]
        valid = [part.is_valid() for part in parts if part is not None]
        self._check_proofs()
        self._check_order()
        self._check_board()
        return all(valid) and not any(form.errors for form in (*self.steps, *(self.board or ())))

    def _check_proofs(self) -> None:
        """Each step has its proof; the record of the talks proves the talks too."""
        minutes = next(form for form in self.steps if form.step.kind == Kind.FORMED)
        for form in self.filled:
            if form.errors or not form.lacks_proof():
                continue
            if form.step.kind == Kind.DELIBERATED and minutes.is_filled and not minutes.errors:
                number = minutes.cleaned_data["document_number"]
                words = f"Berita acara nomor {number}" if number else "Berita acara pembentukan"
                form.cleaned_data["source_name"] = words
            else:
                form.refuse_proof()

    def _check_order(self) -> None:
        given: dict[str, Dated] = {f.step.kind: f.dated for f in self.filled if not f.errors}
        wrong = out_of_order(first_dates(self.milestones), given)
        for form in self.filled:
            if form.step.kind in wrong and not form.errors:
                form.add_error("happened_on", wrong[form.step.kind])

    def _check_board(self) -> None:
        """Who is on record with an office and its term is not recorded again by the same form."""
        known = {_seat(row) for row in self.kim.members.all()} if self.kim and self.board else set()
        for form in self.board or ():
            if form.errors or not form.has_changed():
                continue
            if _seat(form.instance) in known:
                form.add_error("name", RECORDED)
            known.add(_seat(form.instance))

    def save(self, user) -> tuple[Kim, list[KimMilestone], int]:
        """Write everything; return the group, its new milestones, how many joined the board."""
        kim = self.kim
        if kim is None:
            kim = self.naming.save(commit=False)
            kim.created_by = user
            kim.save()
        made = [form.milestone(kim) for form in self.filled]
        for milestone in made:
            milestone.save()
            if milestone.kind == Kind.REGISTERED and not kim.kim_id_url:
                kim.kim_id_url = milestone.source_url
        kim.save(update_fields=["kim_id_url", "updated_at"])
        return kim, made, self._save_board(kim, user)

    def _save_board(self, kim: Kim, user) -> int:
        rows = [form for form in self.board or () if form.has_changed()]
        for form in rows:
            form.note_recorder(user)
            member = form.save(commit=False)
            member.kim = kim
            member.save()
        return len(rows)


def _seat(row: KimMember) -> tuple:
    return row.name.casefold(), row.role.casefold(), row.term_from, row.term_until
