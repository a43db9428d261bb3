"""A worker of gunicorn as production runs it, with a database and a library of its own."""

import http.cookiejar
import os
import re
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from tests.factories import PASSWORD

USER = "dina"
PREPARE = f"""
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests import factories
factories.make_user({USER!r}, group="Penulis")
"""
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
UPLOAD = "/admin/media/photo/unggah/"


class Worker:
    """One process that answers requests, until ``stop``; its folders lie below ``place``."""

    def __init__(self, place: Path):
        self.media, self.temporary = place / "media", place / "temporary"
        self.database = place / "db.sqlite3"
        for folder in (self.media, self.temporary):
            folder.mkdir()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.media.worker_settings",
            "DATABASE_URL": f"sqlite:///{self.database}",
            "MEDIA_ROOT": str(self.media),
            "TMPDIR": str(self.temporary),
            "PORT": str(self.port),
            "WEB_CONCURRENCY": "1",
            "LOG_LEVEL": "warning",
        }
        assert self._run("-c", PREPARE).wait(timeout=300) == 0
        self.log = (place / "log").open("w+b")
        self.master = self._run("-m", "gunicorn", "malangnews.wsgi", output=self.log)
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.browser = urllib.request.build_opener(jar)

    def _run(self, *words: str, output=None) -> subprocess.Popen:
        return subprocess.Popen(  # noqa: S603 - our own interpreter and words
            [sys.executable, *words],
            cwd=settings.BASE_DIR,
            env=self.environment,
            stdout=output,
            stderr=output,
        )

    def stop(self) -> None:
        self.master.terminate()
        self.master.wait(timeout=30)
        self.log.close()

    def open(self, address: str, body: bytes | None = None, kind: str = "") -> str:
        """Ask for a page, or send a form to it; return the page in the answer."""
        headers = {"Content-Type": kind} if kind else {}
        request = urllib.request.Request(  # noqa: S310 - our own address
            f"http://127.0.0.1:{self.port}{address}", body, headers
        )
        with self.browser.open(request, timeout=60) as answer:
            return answer.read().decode()

    def log_in(self) -> None:
        """Wait until it answers, then log in as the writer."""
        page = ""
        for _ in range(300):
            try:
                page = self.open("/admin/login/")
                break
            except (urllib.error.URLError, ConnectionError):
                assert self.master.poll() is None, Path(self.log.name).read_text()
                time.sleep(0.2)
        words = {"username": USER, "password": PASSWORD, "next": UPLOAD}
        assert "Unggah banyak foto" in self._send("/admin/login/", page, words)

    def upload(self, name: str, content: bytes) -> str:
        """Send one file through the page of uploads; return the page that comes back."""
        page = self.open(UPLOAD)
        return self._send(UPLOAD, page, {"files": SimpleUploadedFile(name, content)})

    def _send(self, address: str, page: str, data: dict) -> str:
        data = {"csrfmiddlewaretoken": TOKEN.search(page)[1], **data}
        return self.open(address, encode_multipart(BOUNDARY, data), MULTIPART_CONTENT)

    def photos(self) -> int:
        """Return how many photos the library has."""
        connection = sqlite3.connect(self.database)
        try:
            return connection.execute("select count(*) from media_photo").fetchone()[0]
        finally:
            connection.close()

    def files(self) -> set[str]:
        """Return all files of the library, and those that lie about."""
        return {
            str(path)
            for folder in (self.media, self.temporary)
            for path in folder.rglob("*")
            if path.is_file()
        }

    def memory(self, kind: str = "VmRSS") -> float:
        """Return the memory of the process that answers, in MB; "VmHWM" is the most it was."""
        (child,) = (
            Path(f"/proc/{self.master.pid}/task/{self.master.pid}/children").read_text().split()
        )
        status = Path(f"/proc/{child}/status").read_text()
        return int(re.search(rf"{kind}:\s+(\d+) kB", status)[1]) / 1024
