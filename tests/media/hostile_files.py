"""Files that somebody sends to a photo library: huge, broken, or more than they say."""

import io
import random
import struct
import zipfile
import zlib

from PIL import Image

PAGE = b"<!DOCTYPE html><html><script>alert(document.domain)</script></html>"
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script>'
    b'<image href="http://169.254.169.254/latest/meta-data/"/></svg>'
)


def like_a_photo(width: int, height: int, kind: str = "JPEG", **options) -> bytes:
    """A picture with soft shapes and grain, which compresses as photos do."""
    small = Image.effect_noise((max(1, width // 24), max(1, height // 24)), 60)
    bands = [small, small.transpose(Image.Transpose.FLIP_LEFT_RIGHT), small.rotate(180)]
    picture = Image.merge("RGB", bands).resize((width, height), Image.Resampling.BICUBIC)
    grain = Image.effect_noise((min(width, 512), min(height, 512)), 14).convert("RGB")
    sheet = Image.new("RGB", (width, height))
    for left in range(0, width, 512):
        for top in range(0, height, 512):
            sheet.paste(grain, (left, top))
    buffer = io.BytesIO()
    Image.blend(picture, sheet, 0.25).save(buffer, kind, **options)
    return buffer.getvalue()


def png_bomb(side: int = 20_000) -> bytes:
    """A whole PNG of that many pixels a side, all black: a few kilobytes a hundred megapixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        end = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + end

    packer, row = zlib.compressobj(1), bytes(side + 1)
    pixels = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"".join(
        [b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", header), chunk(b"IDAT", pixels), chunk(b"IEND", b"")]
    )


def truncated_heic() -> bytes:
    """The head of an iPhone's photo, and then not much."""
    kinds = b"heic\x00\x00\x00\x00mif1MiHEmiafheic"
    box = struct.pack(">I", len(kinds) + 8) + b"ftyp" + kinds
    return box + struct.pack(">I", 4000) + b"meta" + bytes(900)


def gif_and_script() -> bytes:
    """Reads as a GIF and as a script: GIF89a is a variable, the pixels are a comment."""
    return b"GIF89a/*" + bytes(6) + b"*/=1;alert(document.domain);//;"


def with_comment(content: bytes, words: bytes) -> bytes:
    """A JPEG that carries words in its comment segment."""
    return content[:2] + b"\xff\xfe" + struct.pack(">H", len(words) + 2) + words + content[2:]


def with_archive(content: bytes) -> bytes:
    """A picture with a ZIP behind it, which unpacks as it is."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("perintah.jsp", "<% out.print(1); %>")
    return content + archive.getvalue()


def noise(length: int) -> bytes:
    """The same random bytes at every run."""
    return random.Random(7).randbytes(length)
