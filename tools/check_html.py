"""Asks the Nu HTML Checker of every kind of page, public and of the desk, and of all stylesheets.

    .venv/bin/python tools/check_html.py VNU_JAR

Needs Java. The pages are those that the browser tests look at (tests/browser/addresses.py), on a
throw-away database with the demo's content. Prints what the checker says; fails on any error or
warning, and when the checker could not be run.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# What browsers know and the checker's CSS does not yet; the second is written as another name.
NOT_KNOWN_YET = re.compile(r"“(field-sizing|container-type)”|Unrecognized at-rule “@container”")
KNOWN_AS = ("::highlight(reader)", "::selection")


def pages() -> Iterator[tuple[str, str]]:
    """Yield (address, HTML) of every page on the database of the environment."""
    sys.path.insert(0, str(ROOT))
    import django  # noqa: PLC0415 (the environment chooses the database)

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from tests import factories  # noqa: PLC0415
    from tests.browser import addresses  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    addresses.fill_portal()
    public, desk = Client(), Client()
    desk.force_login(factories.make_user("bos", is_superuser=True))
    for room in addresses.public_addresses().values():
        yield from ((address, body(public, address)) for address in room)
    yield addresses.DOOR, body(public, addresses.DOOR)
    for part in addresses.DESK:
        yield from ((address, body(desk, address)) for address in addresses.desk_addresses(part))


def body(client, address: str) -> str:
    """Return the page at an address; ends the program when it is none."""
    response = client.get(address)
    kind = response.headers.get("Content-Type", "")
    if not kind.startswith("text/html") or response.status_code not in (200, 404, 410):
        sys.exit(f"{address} answers {response.status_code}, {kind}")
    return response.content.decode()


def complaints(jar: str, folder: Path, names: dict[str, str]) -> list[str]:
    """Run the checker on the files of a folder; ``names`` says what each of them is."""
    command = ["java", "-Xss1m", "-jar", jar, "--also-check-css", "--format", "json", "--stdout"]
    answer = subprocess.run(  # noqa: S603
        [*command, *map(str, sorted(folder.iterdir()))], capture_output=True, text=True, check=False
    )
    try:
        messages = json.loads(answer.stdout)["messages"]
    except ValueError:
        sys.exit(f"The Nu checker gave no answer: {answer.stderr or answer.stdout}")
    return [
        f"{names[Path(one['url']).name]}:{one.get('lastLine', '')}: {one['message']}"
        for one in messages
        if (one["type"] != "info" or one.get("subType") == "warning")
        and not NOT_KNOWN_YET.search(one["message"])
    ]


def main(jar: str) -> int:
    """Print every complaint; return 1 when there are some."""
    if not shutil.which("java") or not Path(jar).exists():
        sys.exit(
            "The Nu checker needs Java and vnu.jar (apt-get install default-jre-headless npm)."
        )
    with tempfile.TemporaryDirectory() as place:
        os.environ["DATABASE_URL"] = f"sqlite:///{place}/db.sqlite3"
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        folder, names = Path(place) / "files", {}
        folder.mkdir()
        for number, (address, text) in enumerate(pages()):
            names[f"{number}.html"] = address
            (folder / f"{number}.html").write_text(text, encoding="utf-8")
        count = len(names)
        for sheet in (ROOT / "static" / "css").glob("*.css"):
            names[sheet.name] = f"static/css/{sheet.name}"
            text = sheet.read_text(encoding="utf-8").replace(*KNOWN_AS)
            (folder / sheet.name).write_text(text, encoding="utf-8")
        # The checker must see what is wrong before it is believed that nothing is.
        (folder / "fault.html").write_text("<!doctype html><p><div></p>", encoding="utf-8")
        names["fault.html"] = "planted"
        found = complaints(jar, folder, names)
    planted = [words for words in found if words.startswith("planted")]
    found = [words for words in found if words not in planted]
    if not planted:
        sys.exit("The Nu checker does not see a planted fault.")
    print(*found, sep="\n", end="\n" if found else "")
    print(f"Nu: {len(found)} complaints about {count} pages and {len(names) - count - 1} sheets")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
