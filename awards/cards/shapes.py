"""The three shapes of a card: where cloth, roundel, words and the portal's name stand, in px."""

from dataclasses import dataclass

BOX = tuple[int, int, int, int]


@dataclass(frozen=True)
class Shape:
    """One size. ``unit`` is the size of large words, ``floor`` of the smallest that read well.

    ``foot`` is a second strip of the cloth; ``mark`` the size of the portal's mark, and
    ``is_stacked`` says that the registry's name stands under the portal's, not beside it.
    """

    name: str
    label: str
    size: tuple[int, int]
    cloth: BOX
    roundel: tuple[int, int, int]  # centre and radius
    words: BOX
    band: BOX
    hem: BOX
    mark: int
    foot: BOX
    is_stacked: bool
    unit: int
    floor: int
    is_centred: bool
    weave: float  # px a unit of the cloth


SHAPES = {
    shape.name: shape
    for shape in (
        Shape(
            name="lebar",
            label="Lebar (1200 × 630), untuk tautan",
            size=(1200, 630),
            cloth=(0, 0, 392, 540),
            roundel=(196, 270, 124),
            words=(440, 32, 1164, 494),
            band=(0, 540, 1200, 630),
            hem=(392, 514, 1200, 540),
            mark=54,
            foot=(0, 0, 0, 0),
            is_stacked=False,
            unit=86,
            floor=21,
            is_centred=False,
            weave=1.15,
        ),
        Shape(
            name="persegi",
            label="Persegi (1080 × 1080), untuk linimasa",
            size=(1080, 1080),
            cloth=(0, 0, 1080, 236),
            roundel=(540, 232, 128),
            words=(80, 404, 1000, 922),
            band=(0, 970, 1080, 1080),
            hem=(0, 938, 1080, 970),
            mark=66,
            foot=(0, 0, 0, 0),
            is_stacked=False,
            unit=96,
            floor=24,
            is_centred=True,
            weave=1.5,
        ),
        Shape(
            # Phones lay their own signs over the top 250 and the bottom 340 px.
            name="cerita",
            label="Cerita (1080 × 1920), untuk layar ponsel",
            size=(1080, 1920),
            cloth=(0, 0, 1080, 620),
            roundel=(540, 620, 186),
            words=(80, 860, 1000, 1484),
            band=(0, 1550, 1080, 1738),
            hem=(0, 1510, 1080, 1550),
            mark=92,
            foot=(0, 1738, 1080, 1920),
            is_stacked=True,
            unit=120,
            floor=30,
            is_centred=True,
            weave=2.4,
        ),
    )
}
