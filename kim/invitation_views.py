"""What somebody sees who was given a link: to write for a group, or to choose a new password.

Links travel by WhatsApp, which opens them by itself: only a button uses one up.
"""

from django.contrib.auth import login, logout
from django.contrib.auth.forms import SetPasswordForm
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from kim.invitation_forms import LoginForm, NewAccountForm
from kim.invitations import (
    WRITING,
    InvitationClosed,
    accept,
    address_of,
    find,
    host_of,
    is_open,
    standing,
    suggested_username,
    token_for,
)
from kim.models import Invitation
from kim.writers import CannotWrite, user_of_password_token
from malangnews.core.sealed import guarded
from malangnews.core.visitors import reader

BACKEND = "django.contrib.auth.backends.ModelBackend"
METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@sensitive_post_parameters()
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Who invites whom to which group; a form for a new account, or one button for who has one."""
    row = _found(token)
    if not is_open(row):
        return _gone(request, row)
    if reader(request).is_authenticated:
        return _accept(request, row)
    sent = request.method == "POST" and "username" in request.POST
    form = NewAccountForm(
        request.POST if sent else None, initial={"username": suggested_username(row)}
    )
    if sent and form.is_valid():
        try:
            contributor = accept(row, form.save)
        except InvitationClosed:
            return _gone(request, _found(token))
        except IntegrityError:
            form.add_error("username", form.fields["username"].error_messages["unique"])
        else:
            login(request, contributor.user, BACKEND)
            return guarded(redirect(WRITING), "same-origin")
    return _show(request, "kim/invitation.html", row, {"form": form})


def _accept(request, row: Invitation) -> HttpResponse:
    """The button of somebody who is logged in."""
    problem = ""
    if request.method == "POST" and "accept" in request.POST:
        try:
            accept(row, lambda: request.user)
        except InvitationClosed:
            return _gone(request, _found(token_for(row)))
        except CannotWrite as error:
            problem = " ".join(error.messages)
        else:
            return guarded(redirect(WRITING), "same-origin")
    return _show(request, "kim/invitation_accept.html", row, {"problem": problem})


@require_http_methods(METHODS)
@sensitive_post_parameters()
def invitation_login(request: HttpRequest, token: str) -> HttpResponse:
    """Let somebody in who has an account, perhaps no longer one of the desk; then the button."""
    row = _found(token)
    if not is_open(row):
        return _gone(request, row)
    if reader(request).is_authenticated:
        return guarded(redirect(address_of(row)), "same-origin")
    form = LoginForm(request, request.POST if request.method == "POST" else None)
    if form.is_valid():
        login(request, form.get_user(), BACKEND)
        return guarded(redirect(address_of(row)), "same-origin")
    return _show(request, "kim/invitation_login.html", row, {"form": form})


@require_http_methods(METHODS)
def invitation_logout(request: HttpRequest, token: str) -> HttpResponse:
    """Leave an account that is not the right one; the desk's own door needs the right to enter.

    Only a button leaves: opening the address changes nothing and leads back to the invitation.
    """
    row = _found(token)
    if request.method == "POST":
        logout(request)
    return guarded(redirect(address_of(row)), "same-origin")


@require_http_methods(METHODS)
@sensitive_post_parameters()
def new_password(request: HttpRequest, token: str) -> HttpResponse:
    """A new password for a contributor who forgot hers; 410 when the link no longer counts."""
    with transaction.atomic():
        user = user_of_password_token(token, lock=request.method == "POST")
        if user is None:
            gone = render(request, "kim/invitation_password_gone.html", status=410)
            return guarded(gone, "same-origin")
        form = SetPasswordForm(user, request.POST if request.method == "POST" else None)
        form.fields["new_password1"].label = "Kata sandi baru"
        form.fields["new_password2"].label = "Kata sandi baru sekali lagi"
        if form.is_valid():
            form.save()
            login(request, user, BACKEND)
            return guarded(redirect(WRITING), "same-origin")
    page = render(request, "kim/invitation_password.html", {"form": form, "account": user})
    return guarded(page, "same-origin")


def _found(token: str) -> Invitation:
    row = find(token)
    if row is None:
        raise Http404
    return row


def _gone(request, row: Invitation) -> HttpResponse:
    context = {"standing": standing(row)[0], "writing": WRITING}
    page = render(request, "kim/invitation_gone.html", context, status=410)
    return guarded(page, "same-origin")


def _show(request, template: str, row: Invitation, context: dict) -> HttpResponse:
    context = {
        "invitation": row,
        "kim": row.kim,
        "host": host_of(row),
        "token": token_for(row),
        **context,
    }
    return guarded(render(request, template, context), "same-origin")
