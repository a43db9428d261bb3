"""Prepares the portal and starts it: `make run` (gunicorn) or `make dev` (reloading).

    .venv/bin/python tools/portal.py run | dev | manage COMMAND [ARGUMENT...]

`manage` is manage.py with the same settings, on the same data.

Everything the portal keeps lies in var/: database, uploads, collected files, the
secret key and the first login. A second run finds it there and loses nothing.
Settings come from the environment, then from .env, then from the defaults below.
"""

import hashlib
import os
import secrets
import socket
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"


def read_env_file(path: Path) -> None:
    """Take NAME=value lines into the environment; what is set there already wins."""
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        name, equals, value = line.strip().partition("=")
        if equals and not name.startswith("#"):
            os.environ.setdefault(name.strip(), value.strip())


def secret_key() -> str:
    """Return the key kept in var/secret-key, made (mode 600) on the first run."""
    path = VAR / "secret-key"
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text().strip()


def set_environment(mode: str) -> None:
    """Fill in what the environment and .env leave out, for this machine only."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    VAR.mkdir(mode=0o700, exist_ok=True)
    if mode == "dev":
        os.environ["DEBUG"] = "1"
    read_env_file(ROOT / ".env")
    default = os.environ.setdefault
    default("HOST", "127.0.0.1")
    default("PORT", "8000")
    default("DJANGO_SETTINGS_MODULE", "malangnews.settings")
    default("DEBUG", "0")
    default("BEHIND_TLS", "0")
    default("ALLOWED_HOSTS", ",".join({"127.0.0.1", "localhost", "[::1]", os.environ["HOST"]}))
    default("DATABASE_URL", f"sqlite:///{VAR / 'db.sqlite3'}")
    default("MEDIA_ROOT", str(VAR / "media"))
    default("STATIC_ROOT", str(VAR / "static"))
    if not os.environ.get("SECRET_KEY"):
        os.environ["SECRET_KEY"] = secret_key()


def address() -> str:
    """Return the address to open on this machine, without a slash at the end."""
    host = os.environ["HOST"]
    if host in ("0.0.0.0", "::", ""):  # noqa: S104 (compared, not listened on)
        host = "127.0.0.1"
    return f"http://{f'[{host}]' if ':' in host else host}:{os.environ['PORT']}"


def refuse_busy_port() -> None:
    """Stop with a plain sentence when something already listens there."""
    host, port = os.environ["HOST"], os.environ["PORT"]
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, int(port)))
    except (OSError, ValueError) as error:
        sys.exit(f"Tidak bisa memakai {host}:{port} ({error}). Coba: make run PORT=8001")


def collect_static() -> None:
    """Run collectstatic when a static file or a pinned package changed since last time."""
    from django.contrib.staticfiles import finders  # noqa: PLC0415 (needs django.setup first)
    from django.core.management import call_command  # noqa: PLC0415

    digest = hashlib.sha256(os.environ["STATIC_ROOT"].encode())
    sources = [ROOT / "requirements.txt", ROOT / "malangnews/settings.py"]
    for finder in finders.get_finders():
        sources += [Path(storage.path(name)) for name, storage in finder.list([])]
    for path in sorted(sources):
        stat = path.stat()
        digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    stamp = VAR / "static.stamp"
    collected = Path(os.environ["STATIC_ROOT"]).is_dir()
    if collected and stamp.exists() and stamp.read_text() == digest.hexdigest():
        return
    stamp.unlink(missing_ok=True)
    print("Mengumpulkan berkas statis ...", flush=True)
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(digest.hexdigest())


def manage(arguments: list[str]) -> None:
    """Run one command of manage.py, as the portal itself would see the world."""
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    execute_from_command_line(["manage.py", *arguments])


def prepare(mode: str) -> None:
    """Migrate, fill an empty database with the demo content, make the first login."""
    import django  # noqa: PLC0415 (the environment must be complete first)
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    from malangnews.news.models import Article  # noqa: PLC0415

    print("Memeriksa basis data ...", flush=True)
    call_command("migrate", interactive=False, verbosity=0)
    if not Article.objects.exists():
        print("Memuat isi contoh ...", flush=True)
        call_command("demo")
    call_command("index_search", if_empty=True)
    if mode == "run":
        collect_static()
    print(f"\nPortal  {address()}/\nAdmin   {address()}/admin/", flush=True)
    call_command("first_login")
    print(flush=True)


def main() -> None:
    """Do what the first word of the command line says."""
    mode = sys.argv[1] if len(sys.argv) > 1 else "run"
    if mode not in ("run", "dev", "manage"):
        sys.exit(__doc__)
    set_environment(mode)
    if mode == "manage":
        manage(sys.argv[2:])
        return
    refuse_busy_port()
    prepare(mode)
    host, port = os.environ["HOST"], os.environ["PORT"]
    server = ["-m", "gunicorn", "malangnews.wsgi"]
    if mode == "dev":
        server = ["manage.py", "runserver", f"[{host}]:{port}" if ":" in host else f"{host}:{port}"]
    # The server takes over this process, so that Ctrl-C and signals reach it.
    os.execv(sys.executable, [sys.executable, *server])  # noqa: S606


if __name__ == "__main__":
    main()
