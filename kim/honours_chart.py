"""The years of a group's awards as a small chart, once there are enough to make a shape."""

from kim.honours import Honours
from malangnews.core.charts import Bar, Chart, column_chart

FEWEST_YEARS = 3


def honours_chart(honours: Honours) -> Chart | None:
    """Return the columns of all years from the first to the last; None below FEWEST_YEARS.

    A year without awards between two with some stands as nothing, so that gaps are seen.
    """
    years = {int(str(year["label"])): year for year in honours.years}
    if len(years) < FEWEST_YEARS:
        return None
    bars = [
        Bar(str(year), int(years[year]["count"]), str(years[year]["url"]))
        if year in years
        else Bar(str(year), 0)
        for year in range(min(years), max(years) + 1)
    ]
    return column_chart("penghargaan-tahun", "Penghargaan menurut tahun", bars)
