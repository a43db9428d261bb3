"""Charts for the page of all components; names and numbers are samples."""

from malangnews import samples
from malangnews.core.charts import Bar, Chart, Part, Series, bar_chart, column_chart

LEVELS = "Internasional,Nasional,Regional,Provinsi,Kota,Kecamatan".split(",")
YEARS = {2020: (1, 6, 0, 9, 2, 1), 2021: (0, 0, 0, 0, 0, 0), 2022: (2, 14, 3, 5, 4, 2)}
NAMES = {
    "Diskominfo": 1234,
    "Nama penyelenggara yang panjang sekali hingga dua baris": 812,
    "KIM": 3,
}


def columns() -> Chart:
    """A stack for each year, with every pattern, a year of nothing among them."""
    series = [Series(name, number) for number, name in enumerate(LEVELS, 1)]
    bars = [
        Bar(str(year), sum(counts), samples.HERE, tuple(Part(n, samples.HERE) for n in counts))
        for year, counts in YEARS.items()
    ]
    return column_chart("contoh-tahun", "Menurut tahun dan tingkat", bars, series=series)


def bars() -> Chart:
    """Bars of very different lengths, one with a long name."""
    rows = [Bar(name, count, samples.HERE) for name, count in NAMES.items()]
    return bar_chart("contoh-nama", "Menurut penyelenggara", rows, head="Penyelenggara")
