"""Draws the portal's own SVG (batik, roundels, the mark) with Pillow, so that both are one drawing.

Understands what our templates use: path, circle, rect, g, use, fill, stroke, dashes, opacity and
simple moves. Nothing from outside ever comes here.
"""

import math
from collections.abc import Mapping
from xml.etree import ElementTree as XML

from PIL import Image, ImageColor, ImageDraw

from awards.cards.paths import (
    Matrix,
    Point,
    circle,
    dashes,
    lines,
    matrix,
    moved,
    numbers,
    times,
)

FINE = 4  # drawn so many times larger, then made smaller: smooth edges
PAINT = {
    "fill": "#000000",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-dasharray": "none",
    "fill-opacity": "1",
    "stroke-opacity": "1",
    "opacity": "1",
}
NOT_DRAWN = {"defs", "pattern", "text", "linearGradient", "title"}


def stamp(
    card: Image.Image,
    drawing: str,
    box: tuple[int, int, int, int],
    view: tuple[float, float, float, float],
    classes: Mapping[str, Mapping[str, str]] | None = None,
    only: str = "",
) -> None:
    """Draw an SVG upon the part ``box`` (px) of an RGB picture.

    ``view`` is the part of the drawing (left, top, width, height) that fills the box; ``classes``
    gives the paint of each class, as a style sheet would; ``only`` is the id of the element whose
    inside is drawn, where it is not the whole.
    """
    width, height = box[2] - box[0], box[3] - box[1]
    part = card.crop(box).resize((width * FINE, height * FINE), Image.Resampling.BOX)
    across, down = width * FINE / view[2], height * FINE / view[3]
    move = (across, 0, 0, down, -view[0] * across, -view[1] * down)
    _Pen(part, XML.fromstring(drawing), classes or {}).draw(move, only)  # noqa: S314
    card.paste(part.reduce(FINE), box)


class _Pen:
    """One drawing upon one picture."""

    def __init__(self, picture: Image.Image, root: XML.Element, classes):
        self.picture = picture
        self.ink = ImageDraw.Draw(picture)
        self.root = root
        self.classes = classes
        self.named = {node.get("id"): node for node in root.iter() if node.get("id")}

    def draw(self, move: Matrix, only: str) -> None:
        for node in self.named[only] if only else self.root:
            self._node(node, move, PAINT)

    def _node(self, node: XML.Element, move: Matrix, paint: Mapping[str, str]) -> None:
        if node.tag in NOT_DRAWN:
            return
        paint = {**paint, **{key: node.get(key) for key in PAINT if node.get(key)}}
        for name in (node.get("class") or "").split():
            paint.update(self.classes.get(name, {}))
        if paint.get("display") == "none":
            return
        move = times(move, matrix(node.get("transform") or paint.pop("transform", "")))
        if node.tag == "use":
            aside = (1, 0, 0, 1, float(node.get("x", 0)), float(node.get("y", 0)))
            self._node(self.named[node.get("href")[1:]], times(move, aside), paint)
        elif node.tag in ("g", "svg"):
            for child in node:
                self._node(child, move, paint)
        else:
            for line in _outline(node):
                self._line(line, move, paint)

    def _line(self, line: list[Point], move: Matrix, paint: Mapping[str, str]) -> None:
        if paint["fill"] != "none" and len(line) > 2:
            self._fill([moved(line, move)], paint["fill"], _share(paint, "fill-opacity"))
        if paint["stroke"] != "none":
            shapes = [moved(shape, move) for shape in _stroke(line, paint)]
            self._fill(shapes, paint["stroke"], _share(paint, "stroke-opacity"))

    def _fill(self, shapes: list[list[Point]], colour: str, share: float) -> None:
        if share <= 0:
            return
        rgb = ImageColor.getrgb(colour)
        if share >= 1:
            for shape in shapes:
                self.ink.polygon(shape, fill=rgb)
            return
        veil = Image.new("L", self.picture.size)
        ink = ImageDraw.Draw(veil)
        for shape in shapes:
            ink.polygon(shape, fill=round(255 * share))
        self.picture.paste(rgb, mask=veil)


def _share(paint: Mapping[str, str], name: str) -> float:
    return float(paint[name]) * float(paint["opacity"])


def _outline(node: XML.Element) -> list[list[Point]]:
    if node.tag == "path":
        return lines(node.get("d"))
    if node.tag == "circle":
        return [circle((float(node.get("cx", 0)), float(node.get("cy", 0))), float(node.get("r")))]
    if node.tag == "rect":
        x, y = float(node.get("x", 0)), float(node.get("y", 0))
        return [_rounded(x, y, float(node.get("width")), float(node.get("height")), node)]
    raise ValueError(f"unknown element {node.tag}")


def _rounded(x: float, y: float, width: float, height: float, node: XML.Element) -> list[Point]:
    radius = float(node.get("rx", 0))
    corners = [
        (x + width - radius, y + height - radius, 0),
        (x + radius, y + height - radius, 1),
        (x + radius, y + radius, 2),
        (x + width - radius, y + radius, 3),
    ]
    points = []
    for centre_x, centre_y, quarter in corners:
        for step in range(9):
            turn = math.pi / 2 * (quarter + step / 8)
            points.append((centre_x + radius * math.cos(turn), centre_y + radius * math.sin(turn)))
    return [*points, points[0]]


def _stroke(line: list[Point], paint: Mapping[str, str]) -> list[list[Point]]:
    """Return the shapes that a line covers: a bar for each straight piece, a disc at each bend."""
    half = float(paint["stroke-width"]) / 2
    is_round = paint["stroke-linecap"] == "round"
    pattern = [] if paint["stroke-dasharray"] == "none" else numbers(paint["stroke-dasharray"])
    shapes = []
    for dash in dashes(line, pattern):
        closed = not pattern and len(dash) > 2 and dash[0] == dash[-1]
        for start, end in zip(dash, dash[1:], strict=False):
            length = math.dist(start, end)
            if length > 0:
                dx, dy = (end[1] - start[1]) / length * half, (start[0] - end[0]) / length * half
                shapes.append(
                    [
                        (start[0] + dx, start[1] + dy),
                        (end[0] + dx, end[1] + dy),
                        (end[0] - dx, end[1] - dy),
                        (start[0] - dx, start[1] - dy),
                    ]
                )
        bends = dash if is_round or closed else dash[1:-1]
        if is_round and len(dash) == 2 and dash[0] == dash[1]:
            bends = dash[:1]
        shapes += [circle(point, half, 16) for point in bends]
    return shapes
