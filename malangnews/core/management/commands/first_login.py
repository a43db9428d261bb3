"""Makes the first login of a new portal: `manage.py first_login` (called by `make run`)."""

import os
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandParser

USERNAME = "redaksi"


class Command(BaseCommand):
    """Create superuser `redaksi` with a random password when no superuser exists."""

    help = "Membuat akun pengelola pertama bila belum ada, atau menunjukkan letak sandinya."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the path of the file that keeps the password."""
        parser.add_argument(
            "--file",
            type=Path,
            default=Path(settings.BASE_DIR) / "var" / "first-login.txt",
            help="berkas penyimpan nama dan sandi (mode 600)",
        )

    def handle(self, *args: object, file: Path, **options: object) -> None:
        """Create the login, or say which one there is. Never changes an account."""
        users = get_user_model()._default_manager
        existing = users.filter(is_superuser=True, is_active=True).order_by("pk").first()
        if existing is None:
            password = secrets.token_urlsafe(12)
            username = USERNAME
            while users.filter(username=username).exists():
                username = f"{USERNAME}-{secrets.token_hex(2)}"
            keep(file, username, password)
            users.create_superuser(username=username, password=password)
            self.stdout.write(f"Masuk   {username}  sandi: {password}  (disimpan di {shown(file)})")
        elif file.exists():
            self.stdout.write(f"Masuk   akun dan sandi pertama ada di {shown(file)}")
        else:
            username = existing.get_username()
            self.stdout.write(
                f"Masuk   {username}  (sandi baru: manage.py changepassword {username})"
            )


def keep(file: Path, username: str, password: str) -> None:
    """Write the login to a file that only its owner may read, whatever the umask."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(f"nama:  {username}\nsandi: {password}\n")


def shown(file: Path) -> str:
    """Return the path as a person at the top of the portal's folder would type it."""
    base = Path(settings.BASE_DIR)
    return str(file.relative_to(base) if file.is_relative_to(base) else file)
