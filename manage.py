#!/usr/bin/env python3
"""Run an administrative command of the portal."""

import os
import secrets
import sys

from django.core.management import execute_from_command_line

# Commands that sign nothing and keep nothing do without the secrets of a portal that serves.
NEED_NO_SECRET = {"read_awards"}

if __name__ == "__main__":
    if NEED_NO_SECRET & {*sys.argv[1:2]}:
        os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "malangnews.settings")
    execute_from_command_line(sys.argv)
