"""kim/honours_chart.py: the years of a group's awards."""

from kim.honours import Honours
from kim.honours_chart import honours_chart


def honours(*years: int) -> Honours:
    chips = [{"label": str(year), "count": 2, "url": f"/x/?tahun={year}"} for year in years]
    return Honours([], 2 * len(years), chips, [], "/x/")


def test_two_years_are_no_chart():
    assert honours_chart(honours(2023, 2022)) is None


def test_three_years_are_columns_with_the_gaps_between_them():
    chart = honours_chart(honours(2023, 2020, 2019))
    assert [(bar.label, bar.value) for bar in chart.bars] == [
        ("2019", 2),
        ("2020", 2),
        ("2021", 0),
        ("2022", 0),
        ("2023", 2),
    ]
    assert chart.bars[0].url == "/x/?tahun=2019"
    assert chart.bars[2].url == ""
