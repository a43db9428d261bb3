"""The Content Security Policy as a header, and the one exception to it."""

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
