"""Security headers on every answer.

The policy is read from ``SECURE_CSP``, the setting's name and form in Django 6, whose own
middleware takes over with the next LTS.
"""

from django.conf import settings

from malangnews.core.policy import build_policy


class CSP:
    """Source keywords of a Content Security Policy, named as in Django 6."""

    NONE = "'none'"
    SELF = "'self'"


class SecurityHeadersMiddleware:
    """Add Content-Security-Policy, Permissions-Policy and Cross-Origin-Resource-Policy.

    A view that sets one of them itself keeps its own.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.headers = {
            "Content-Security-Policy": build_policy(settings.SECURE_CSP),
            "Permissions-Policy": settings.PERMISSIONS_POLICY,
            "Cross-Origin-Resource-Policy": "same-origin",
        }

    def __call__(self, request):
        response = self.get_response(request)
        for name, value in self.headers.items():
            response.headers.setdefault(name, value)
        return response
