"""The Content Security Policy as a header, and the exceptions to it."""

import base64
import hashlib

from django.conf import settings
from django.http import HttpResponse


def build_policy(config: dict[str, list[str]]) -> str:
    """Return the value of a Content-Security-Policy header for a directive -> sources mapping."""
    return "; ".join(f"{directive} {' '.join(sources)}" for directive, sources in config.items())


def allow_own_frame(response: HttpResponse, directive: str) -> HttpResponse:
    """Let the portal frame this page ("frame-ancestors"), or this page frame it ("frame-src")."""
    policy = build_policy({**settings.SECURE_CSP, directive: ["'self'"]})
    response.headers["Content-Security-Policy"] = policy
    if directive == "frame-ancestors":
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response


def allow_every_frame(response: HttpResponse, style: str = "") -> HttpResponse:
    """Let any site frame this answer or show it as a picture: for what is made to be embedded.

    Only for what is the same for everybody and takes no input. ``style`` is the text of the one
    <style> element that it may have.
    """
    opened = {"frame-ancestors": ["*"]}
    if style:
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        opened["style-src"] = [f"'sha256-{digest}'"]
    response.headers["Content-Security-Policy"] = build_policy({**settings.SECURE_CSP, **opened})
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.xframe_options_exempt = True
    return response
