"""The sizes and shapes of photos: which there are, what they show, how heavy they are."""

import io

import pytest
from django.core.files.storage import InMemoryStorage
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from malangnews.media import renditions
from malangnews.media.images import master
from malangnews.media.renditions import Plan, crop_box, ladder, make, sources, wanted
from tests.factories import SimpleUploadedFile

MIDDLE = (50, 50)


def town(size: tuple[int, int]) -> Image.Image:
    """A picture as rich as a busy photo: colours from clouds to leaves, and the sensor's grain."""
    half = size[0] // 2, size[1] // 2

    def channel() -> Image.Image:
        sheet = Image.new("L", half, 128)
        for step, strength in ((200, 100), (50, 50), (12, 25), (3, 12)):
            noise = Image.effect_noise((half[0] // step, half[1] // step), strength)
            sheet = ImageChops.add(sheet, noise.resize(half), offset=-128)
        return sheet

    colours = Image.merge("RGB", [channel() for _ in range(3)]).resize(size)
    grain = Image.merge("RGB", [Image.effect_noise(size, 6)] * 3)
    return ImageChops.add(colours, grain, offset=-128)


def drawn(image: Image.Image, focal=MIDDLE, formats=("webp",)) -> tuple[InMemoryStorage, list]:
    storage = InMemoryStorage()
    return storage, make(storage, "foto/a.jpg", image, wanted(image.size, focal, formats))


def opened(storage, rendition) -> Image.Image:
    image = Image.open(storage.open(rendition["name"]))
    image.load()
    return image


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (2400, [360, 480, 720, 960, 1280]),
        (1280, [360, 480, 720, 960, 1280]),
        (800, [360, 480, 720, 800]),
        (360, [360]),
        (6, [6]),
    ],
)
def test_ladder_is_never_larger_than_the_picture(width, widths):
    assert ladder(width) == widths


@pytest.mark.parametrize(
    ("size", "focal", "box"),
    [
        ((1600, 1800), (50, 50), (0, 450, 1600, 1350)),
        ((1600, 1800), (50, 0), (0, 0, 1600, 900)),
        ((1600, 1800), (50, 30), (0, 90, 1600, 990)),
        ((1600, 1800), (50, 100), (0, 900, 1600, 1800)),
        ((3200, 900), (0, 50), (0, 0, 1600, 900)),
        ((3200, 900), (75, 50), (1600, 0, 3200, 900)),
        ((1600, 900), (10, 90), (0, 0, 1600, 900)),
        ((1600, 1800), (50, 101), (0, 900, 1600, 1800)),
    ],
)
def test_cover_is_cropped_around_the_focal_point(size, focal, box):
    assert crop_box(size, focal) == pytest.approx(box)


@given(
    size=st.tuples(st.integers(1, 2400), st.integers(1, 2400)),
    focal=st.tuples(st.integers(0, 100), st.integers(0, 100)),
)
def test_crop_stays_inside_the_picture_and_every_plan_has_a_size(size, focal):
    left, top, right, bottom = crop_box(size, focal)
    assert -1e-6 <= left < right <= size[0] + 1e-6
    assert -1e-6 <= top < bottom <= size[1] + 1e-6
    for plan in wanted(size, focal):
        assert 1 <= plan["width"] <= size[0]
        assert plan["height"] >= 1


@pytest.mark.parametrize(("focal_y", "seen"), [(0, "red"), (50, "green"), (100, "blue")])
def test_what_the_focal_point_marks_is_in_the_cover(focal_y, seen):
    image = Image.new("RGB", (320, 540), "green")
    image.paste("red", (0, 0, 320, 180))
    image.paste("blue", (0, 360, 320, 540))
    storage, made = drawn(image, (50, focal_y))
    [cover] = [row for row in made if row["shape"] == "cover"]
    picture = opened(storage, cover)
    assert picture.size == (320, 180)
    want = Image.new("RGB", (1, 1), seen).getpixel((0, 0))
    for place in ((20, 20), (160, 90), (300, 160)):
        got = picture.getpixel(place)
        assert max(abs(a - b) for a, b in zip(got, want, strict=True)) < 30


def test_files_are_what_the_list_says():
    storage, made = drawn(town((800, 600)), (50, 20), ("avif", "webp"))
    assert len(made) == 2 * 2 * 4
    for row in made:
        picture = opened(storage, row)
        assert (picture.format, picture.size) == (
            row["format"].upper(),
            (row["width"], row["height"]),
        )
        assert row["width"] / row["height"] == pytest.approx(
            16 / 9 if row["shape"] == "cover" else 4 / 3, rel=0.01
        )


def test_names_come_from_the_master_and_change_with_the_focal_point():
    image = Image.new("RGB", (360, 360))
    _, made = drawn(image)
    assert {row["name"] for row in made} == {
        "foto/a-full-360.webp",
        "foto/a-cover-360-50-50.webp",
    }
    _, moved = drawn(image, (50, 9))
    assert "foto/a-cover-360-50-9.webp" in {row["name"] for row in moved}


@pytest.mark.parametrize("formats", [("webp",), ("avif",)])
def test_transparent_parts_stay_transparent(formats):
    storage, made = drawn(Image.new("RGBA", (40, 40), (0, 0, 0, 0)), formats=formats)
    assert all(opened(storage, row).getpixel((5, 5))[3] == 0 for row in made)


def test_failure_leaves_no_file_behind(monkeypatch):
    encode, calls = renditions.encode, []

    def failing(picture, plan):
        calls.append(plan)
        if len(calls) == 4:
            raise OSError("disk full")
        return encode(picture, plan)

    monkeypatch.setattr(renditions, "encode", failing)
    storage, image = InMemoryStorage(), Image.new("RGB", (800, 600))
    with pytest.raises(OSError, match="disk full"):
        make(storage, "foto/a.jpg", image, wanted(image.size, MIDDLE))
    assert storage.listdir("foto") == ([], [])


def test_sources_offer_avif_first_and_go_from_narrow_to_wide():
    storage, made = drawn(Image.new("RGB", (480, 480)), formats=("webp", "avif"))
    avif, webp = sources(storage, made, "full")
    assert (avif.type, webp.type) == ("image/avif", "image/webp")
    assert webp.srcset == "/media/foto/a-full-360.webp 360w, /media/foto/a-full-480.webp 480w"
    assert (webp.width, webp.height) == (480, 480)
    assert sources(storage, [], "full") == []


@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000)])
def test_phone_gets_a_12_megapixel_photo_in_less_than_60_kilobytes(size):
    buffer = io.BytesIO()
    town(size).save(buffer, "JPEG", quality=90)
    assert buffer.tell() > 1_500_000
    image = master(SimpleUploadedFile("foto.jpg", buffer.getvalue())).image
    storage, made = drawn(image)
    sizes = {(row["shape"], row["width"]): storage.size(row["name"]) for row in made}
    assert sizes["full", 360] < 60_000
    assert sizes["cover", 360] < 60_000
    # A fine screen: twice the pixels each way, and still no more than a phone should pay for.
    assert sizes["full", 720] < 60_000
    assert sizes["cover", 720] < 60_000


@pytest.mark.parametrize("kind", ["webp", "avif"])
@pytest.mark.parametrize("size", [(720, 960), (720, 1280)])
def test_what_a_phone_takes_is_written_coarser_until_it_is_light(kind, size):
    busy, calm = town((2000, 1500)).resize(size), Image.new("RGB", size, (60, 90, 160))
    plan = Plan(shape="full", format=kind, width=720, height=size[1], focal=None)
    light = renditions.encode(busy, plan)
    assert len(light) <= renditions.PHONE_BYTES
    # The same pixels for a wide screen keep their quality.
    assert len(renditions.encode(busy, plan | {"width": 960})) > len(light)
    assert renditions.encode(calm, plan) == renditions.encode(calm, plan | {"width": 960})
