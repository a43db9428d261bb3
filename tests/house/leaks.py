"""What a page shows that it must not."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from tests.house.walker import Page
from tests.house.world import HIDDEN_WORD, World


def probes(world: World) -> Iterator[str]:
    """Yield addresses nobody links to that might give something away."""
    for word in (HIDDEN_WORD, "zqx", "contoh.id", ""):
        for path in ("/cari/", "/penghargaan/", "/berita/", "/kim/", "/kim/potensi/"):
            yield f"{path}?q={word}"
    kinds = {"programme": "ajang", "organizer": "lembaga", "winner": "lembaga", "person": "orang"}
    for hidden in world.hidden:
        kind = kinds.get(hidden.name.split()[0], hidden.name.split()[0])
        slug = f"alamat-{hidden.slug_marker}"
        if kind == "ajang":
            yield f"/penghargaan/?ajang={slug}"
        elif kind in ("lembaga", "orang", "kim"):
            yield f"/penghargaan/?penerima={kind}-{slug}"


def leaks(world: World, pages: dict[str, Page]) -> list[str]:
    """Return one line for every hidden thing that a page shows."""
    found = []
    for page in pages.values():
        text = page.body.lower()
        if "zq" not in text:
            continue
        for hidden in world.hidden:
            # A page may repeat the address that it was asked for, but nothing else.
            asked = hidden.slug_marker in page.address
            if hidden.marker in text or (hidden.slug_marker in text and not asked):
                found.append(f"{page.address} ({page.status}) shows {hidden.name}")
    return found


def open_doors(world: World, pages: dict[str, Page]) -> list[str]:
    """Return one line for every address of something hidden that answers as if it were public."""
    found = []
    for hidden in world.hidden:
        if not hidden.address:
            continue
        page = pages[hidden.address]
        wanted = 410 if hidden.was_public else 404
        if page.status != wanted:
            found.append(f"{hidden.name}: {page.address} answers {page.status}, not {wanted}")
        elif wanted == 410 and hidden.reason not in page.body:
            found.append(f"{hidden.name}: {page.address} does not say why it is gone")
        # Whatever else lives under that address (its feeds, its editions) is closed too.
        for address, beside in pages.items():
            below = urlsplit(address).path
            if hidden.slug_marker in below and beside.status == 200:
                found.append(f"{hidden.name}: {address} answers 200")
    return found
