"""Settings for the suite: production settings, with fast hashing and no files left behind."""

import os

os.environ["SECRET_KEY"] = "only-for-tests-" + "t" * 50
os.environ["DEBUG"] = "0"
os.environ["BEHIND_TLS"] = "0"
os.environ["ALLOWED_HOSTS"] = "testserver,127.0.0.1,localhost"

from malangnews.settings import *  # noqa: E402, F403
from malangnews.settings import DATABASES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# The suite's databases live in memory or are thrown away; connections end with each thread.
DATABASES["default"]["CONN_MAX_AGE"] = 0
WHITENOISE_AUTOREFRESH = True
