"""Saves a checked file in one transaction, row by row through the model's own rules."""

from dataclasses import dataclass, field

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model

from kim.intake.report import Line, Report, State, Write
from kim.models import Kim, KimMember, KimMilestone, Potential
from kim.privacy import CONSENT, unnamed

QUICKER = "Baru saja ada yang menyimpan hal yang sama. Unggah lagi berkasnya."


class Refused(Exception):
    """A row was refused while saving; nothing is kept, and the report holds the fault."""


@dataclass
class Saved:
    """What was saved: how many lines were new and changed, and the new publishable rows."""

    new: int = 0
    changed: int = 0
    made: list[Model] = field(default_factory=list)


def save(report: Report, user=None) -> Saved:
    """Save every line that is new or changed, and log each in the name of ``user``.

    Raises ValueError for a report with faults, and Refused when a rule of a model or of the
    database refuses a row: then nothing is saved, and the report says which row and why.
    """
    if report.wrong:
        raise ValueError("a report with faults is not saved")
    saved = Saved()
    lines = [(line, line.state) for line in report.to_save]
    line = None
    try:
        with transaction.atomic():
            for line, state in lines:
                _save_line(line, user, saved)
                saved.new += state == State.NEW
                saved.changed += state == State.CHANGED
    except ValidationError as error:
        for words in error.messages:
            line.blame("", words)
        raise Refused from error
    except IntegrityError as error:
        line.blame("", QUICKER)
        raise Refused from error
    return saved


def _save_line(line: Line, user, saved: Saved) -> None:
    kim = None
    told = []
    for write in line.writes:
        is_new = write.row is None
        row = _save_write(write, kim, user) if write.is_needed else write.row
        if isinstance(row, Kim):
            kim = row
        if not write.is_needed:
            continue
        if is_new and isinstance(row, Kim | Potential):
            saved.made.append(row)
        told.append((row, is_new, write))
    if user is not None:
        _log(user, told)


def _save_write(write: Write, kim: Kim | None, user) -> Model:
    row = write.row or write.model()
    for name, value in write.fields.items():
        setattr(row, name, value)
    if isinstance(row, KimMilestone) and kim is not None:
        row.kim = kim
    if write.row is None and hasattr(row, "created_by_id"):
        row.created_by = user
    if isinstance(row, KimMember) and CONSENT & write.fields.keys():
        row.consent_recorded_by = user
    row.full_clean(exclude=["step", "state"])
    row.save()
    for name, rows in write.many.items():
        getattr(row, name).set(rows)
    return row


def _log(user, told: list[tuple[Model, bool, Write]]) -> None:
    """One entry for a line, at the KIM or potential it is about. Names of members stay out."""
    message, subject, flag = [], None, CHANGE
    for row, is_new, write in told:
        if isinstance(row, Kim | Potential):
            subject = row
            flag = ADDITION if is_new else CHANGE
            names = [row._meta.get_field(name).verbose_name for name in write.fields | write.many]
            message.append({"added": {}} if is_new else {"changed": {"fields": names}})
            continue
        subject = subject or row.kim
        if isinstance(row, KimMember):
            message.append(unnamed(KimMember))
        else:
            what = {"name": "tonggak", "object": str(row)}
            message.append({"added": what} if is_new else {"changed": what | {"fields": ["data"]}})
    LogEntry.objects.log_actions(
        user.pk, [subject], flag, change_message=message, single_object=True
    )
