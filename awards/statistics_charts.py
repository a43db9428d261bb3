"""The counted awards as charts, every bar with the address of the awards behind it."""

from collections import Counter
from collections.abc import Iterable

from awards.facets import facets
from awards.filters import FIRST, KIND_LABELS, KIND_WORDS, Filters
from awards.models import Award, Programme, Recipient
from awards.statistics import Cell
from awards.survey import Survey
from malangnews.core.charts import Bar, Chart, Part, Series, bar_chart, column_chart

MOST_BARS = 15
LEVELS = tuple(Series(level.label, n) for n, level in enumerate(Programme.Level, 1))
# Patterns of places: gold, stripes, dots; what has no place, or a lower one, is left blank.
PLACES = (
    Series("I atau emas", 1),
    Series("II atau perak", 4),
    Series("III atau perunggu", 5),
    Series("Lainnya atau tanpa urutan", 6),
)
# Charts of the groups of options beside the list: name in the address, title, heading, note.
GROUPS = (
    (
        "jenis",
        "Menurut jenis penerima",
        "Penghargaan untuk dua jenis penerima dihitung pada keduanya.",
    ),
    (
        "penyelenggara",
        "Menurut penyelenggara",
        "Ajang bersama dihitung pada tiap penyelenggaranya.",
    ),
    ("ajang", "Menurut ajang", ""),
    ("penerima", "Menurut penerima", ""),
    ("kelurahan", "Menurut kelurahan", "Yang diterima kelurahan itu sendiri atau KIM-nya."),
)


def main_figures(
    cells: Iterable[Cell], kinds: Counter[str], filters: Filters
) -> list[dict[str, object]]:
    """Return figures for components/figures.html, each with the address of its awards.

    ``cells`` and ``kinds`` (awards by kind of recipient) count what ``filters`` leave.
    """
    cells = list(cells)
    levels = Counter()
    for cell in cells:
        levels[cell.level] += cell.count
    first = sum(cell.count for cell in cells if cell.is_first)
    rows = [(levels.total(), "penghargaan tercatat dan bersumber", {})]
    rows += [
        (levels[level.value], f"tingkat {level.label.lower()}", {"tingkat": level.value})
        for level in Programme.Level
    ]
    rows.append((first, "peringkat pertama", {"peringkat": FIRST}))
    rows += [
        (kinds[kind], f"diraih {_in_sentence(KIND_LABELS[kind])}", {"jenis": KIND_WORDS[kind]})
        for kind in Recipient.KINDS
    ]
    return [
        {"value": value, "label": label, "url": filters.address(**changes)}
        for value, label, changes in rows
        if value
    ]


def group_charts(survey: Survey) -> dict[str, Chart]:
    """Draw the groups of options that the list itself offers, by name; four queries.

    So no bar can tell another number than the list that it leads to.
    """
    found = {group["name"]: group for group in facets(survey)}
    charts = {}
    for name, title, note in GROUPS:
        group = found.get(name, {"options": [], "more": [], "left": 0, "label": title})
        options = [*group["options"], *group["more"]]
        left = len(options[MOST_BARS:]) + group["left"]
        rest = f"{MOST_BARS} terbanyak; {left} lainnya dapat disaring di daftar." if left else ""
        bars = [
            Bar(option["label"], option["count"], option["url"]) for option in options[:MOST_BARS]
        ]
        words = " ".join(filter(None, [note, rest]))
        charts[name] = bar_chart(f"menurut-{name}", title, bars, head=group["label"], note=words)
    return charts


def year_chart(cells: Iterable[Cell], filters: Filters) -> Chart:
    """Draw a column for each year from the first to the last, a part for each level."""
    counts = Counter()
    for cell in cells:
        counts[cell.year, cell.level] += cell.count
    years = [year for year, _ in counts]
    bars = []
    for year in range(min(years, default=0), max(years, default=-1) + 1):
        parts = tuple(
            Part(counts[year, level], filters.address(tahun=str(year), tingkat=level))
            for level in Programme.Level.values
        )
        total = sum(part.value for part in parts)
        bars.append(Bar(str(year), total, filters.address(tahun=str(year)), parts))
    return column_chart("menurut-tahun", "Menurut tahun dan tingkat", bars, series=LEVELS)


def level_chart(cells: Iterable[Cell], filters: Filters) -> Chart:
    """Draw a bar for each level that has awards."""
    counts = Counter()
    for cell in cells:
        counts[cell.level] += cell.count
    bars = [
        Bar(level.label, counts[level.value], filters.address(tingkat=level.value))
        for level in Programme.Level
        if counts[level.value]
    ]
    return bar_chart("menurut-tingkat", "Menurut tingkat", bars, head="Tingkat")


def rank_chart(cells: Iterable[Cell], filters: Filters) -> Chart:
    """Draw a bar for each kind of rank, a part for each of the first three places."""
    counts = Counter()
    for cell in cells:
        counts[cell.scheme, _place(cell)] += cell.count
    bars = []
    for scheme in Award.RankScheme.values:
        places = [counts[scheme, place] for place in (1, 2, 3, None)]
        addresses = [filters.address(peringkat=f"{scheme}-{place}") for place in (1, 2, 3)]
        parts = tuple(map(Part, places, [*addresses, ""]))
        if sum(places):
            url = filters.address(peringkat=scheme)
            bars.append(Bar(Award.RankScheme(scheme).label, sum(places), url, parts))
    return bar_chart(
        "menurut-peringkat",
        "Menurut peringkat",
        bars,
        series=PLACES,
        head="Jenis peringkat",
        note="Urutan berlaku di dalam jenis peringkatnya: Juara Harapan I bukan peringkat pertama.",
    )


def programme_chart(cells: Iterable[Cell], filters: Filters) -> Chart:
    """Draw a bar for each programme, the most first."""
    counts, names = Counter(), {}
    for cell in cells:
        counts[cell.programme] += cell.count
        names[cell.programme] = cell.programme_name
    ordered = sorted(counts, key=lambda slug: (-counts[slug], names[slug]))
    bars = [
        Bar(names[slug], counts[slug], filters.address(ajang=slug)) for slug in ordered[:MOST_BARS]
    ]
    left = len(ordered) - len(bars)
    note = f"{MOST_BARS} terbanyak; {left} ajang lainnya tidak digambar." if left else ""
    return bar_chart("menurut-ajang", "Menurut ajang", bars, head="Ajang", note=note)


def kind_chart(kinds: Counter[str], filters: Filters) -> Chart:
    """Draw a bar for each kind of recipient that has awards."""
    bars = [
        Bar(KIND_LABELS[kind], kinds[kind], filters.address(jenis=KIND_WORDS[kind]))
        for kind in Recipient.KINDS
        if kinds[kind]
    ]
    title = "Menurut jenis penerima"
    return bar_chart("menurut-jenis", title, bars, head="Jenis penerima", note=GROUPS[0][2])


def _place(cell: Cell) -> int | None:
    """Return the place that a cell's part stands for; stars are no places."""
    return cell.order if cell.scheme != "stars" and cell.order in (1, 2, 3) else None


def _in_sentence(label: str) -> str:
    return label if label.isupper() else label.lower()
