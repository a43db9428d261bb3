"""The geometry of SVG paths: read, flattened to points, cut into dashes, moved about."""

import math
import re

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
TOKEN = re.compile(r"([A-Za-z])|(-?(?:\d+\.?\d*|\.\d+))")
CALL = re.compile(r"(translate|rotate|scale|matrix)\(([^)]*)\)")
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4}
STEPS = 14  # straight pieces of one curve


def numbers(text: str) -> list[float]:
    """Return every number in ``text``, as SVG packs them: "1-2.5" is two."""
    return [float(number) for number in NUMBER.findall(text)]


def matrix(text: str) -> Matrix:
    """Read the attribute ``transform``; an empty one moves nothing."""
    found = IDENTITY
    for name, inside in CALL.findall(text):
        found = times(found, _step(name, numbers(inside)))
    return found


def _step(name: str, values: list[float]) -> Matrix:
    if name == "translate":
        return (1, 0, 0, 1, values[0], values[1] if len(values) > 1 else 0)
    if name == "scale":
        return (values[0], 0, 0, values[-1], 0, 0)
    if name == "rotate":
        sine, cosine = math.sin(math.radians(values[0])), math.cos(math.radians(values[0]))
        return (cosine, sine, -sine, cosine, 0, 0)
    return tuple(values)


def times(outer: Matrix, inner: Matrix) -> Matrix:
    """Return the move that does ``inner`` first and ``outer`` then."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (
        a * g + c * h,
        b * g + d * h,
        a * i + c * j,
        b * i + d * j,
        a * k + c * m + e,
        b * k + d * m + f,
    )


def moved(points: list[Point], by: Matrix) -> list[Point]:
    a, b, c, d, e, f = by
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in points]


def circle(centre: Point, radius: float, steps: int = 48) -> list[Point]:
    """Return the points of a circle; the last is the first again."""
    x, y = centre
    turns = (2 * math.pi * step / steps for step in range(steps + 1))
    return [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]


def lines(text: str) -> list[list[Point]]:
    """Flatten the attribute ``d``: one list of points for each part; a closed one ends as it began.

    Raises ValueError for a command that no drawing of ours uses.
    """
    found: list[list[Point]] = []
    here, control = (0.0, 0.0), None
    for command, values in _commands(text):
        name = command.upper()
        if name == "Z":
            here = found[-1][0]
            found[-1].append(here)
            continue
        if name not in ARGUMENTS:
            raise ValueError(f"unknown path command {command}")
        if command.islower():
            values = [value + here[place % 2] for place, value in enumerate(values)]
        if name == "M":
            found.append([])
            ends = [tuple(values)]
        elif name in "HV":
            ends = [(values[0], here[1]) if name == "H" else (here[0], values[0])]
        elif name == "L":
            ends = [tuple(values)]
        else:
            if name == "S":
                first = (2 * here[0] - control[0], 2 * here[1] - control[1]) if control else here
                values = [*first, *values]
            ends = _curve(here, values)
        if name != "M" and not (found and found[-1]):
            found.append([here])
        elif name != "M" and found[-1][-1] != here:
            found.append([here])
        found[-1] += ends
        control = tuple(values[2:4]) if name in "CS" else None
        here = ends[-1]
    return found


def _commands(text: str):
    """Yield (letter, its numbers), repeated letters written out."""
    letter, values = "", []
    for word, number in TOKEN.findall(text):
        if word:
            letter, values = word, []
            if letter in "Zz":
                yield letter, []
            continue
        values.append(float(number))
        if len(values) == ARGUMENTS.get(letter.upper(), 0):
            yield letter, values
            values = []
            letter = {"M": "L", "m": "l"}.get(letter, letter)
        elif letter.upper() not in ARGUMENTS:
            raise ValueError(f"unknown path command {letter}")


def _curve(start: Point, values: list[float]) -> list[Point]:
    points = []
    (x0, y0), (x1, y1, x2, y2, x3, y3) = start, values
    for step in range(1, STEPS + 1):
        t = step / STEPS
        u = 1 - t
        w0, w1, w2, w3 = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        points.append(
            (w0 * x0 + w1 * x1 + w2 * x2 + w3 * x3, w0 * y0 + w1 * y1 + w2 * y2 + w3 * y3)
        )
    return points


def dashes(points: list[Point], pattern: list[float]) -> list[list[Point]]:
    """Cut a line into its dashes; a dash of length 0 is one point, drawn as a dot by round caps."""
    if not pattern or sum(pattern) <= 0:
        return [points]
    if len(pattern) % 2:
        pattern = pattern * 2
    found, place, left, is_on = [], 0, pattern[0], True
    current = [points[0]]
    for start, end in zip(points, points[1:], strict=False):
        length = math.dist(start, end)
        done = 0.0
        while length - done >= left:
            done += left
            share = done / length if length else 0
            cut = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            if is_on:
                found.append([*current, cut])
            place, is_on, current = (place + 1) % len(pattern), not is_on, [cut]
            left = pattern[place]
        left -= length - done
        if is_on:
            current.append(end)
    if is_on and len(current) > 1:
        found.append(current)
    return found
