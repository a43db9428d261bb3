"""Settings of the worker that tests/media/test_worker.py starts: the suite's, with real files."""

import os

os.environ["BEHIND_TLS"] = "0"

from tests.settings import *  # noqa: E402, F403
from tests.settings import STORAGES  # noqa: E402

STORAGES = {**STORAGES, "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}
