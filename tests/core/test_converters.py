import pytest
from django.urls import Resolver404, path, resolve, reverse

from malangnews.core.converters import MonthConverter, YearConverter


def show(request, year, month):
    raise NotImplementedError


urlpatterns = [path("<year:year>/<month:month>/", show, name="show")]


def matched(address):
    try:
        return resolve(address, "tests.core.test_converters").kwargs
    except Resolver404:
        return None


def test_year_and_month_are_read_as_numbers():
    assert matched("/2023/09/") == {"year": 2023, "month": 9}
    assert matched("/1900/12/") == {"year": 1900, "month": 12}


@pytest.mark.parametrize(
    "address",
    [
        "/1899/01/",
        "/3000/01/",
        "/99999/01/",
        "/202/01/",
        "/2023/00/",
        "/2023/13/",
        "/2023/1/",
        "/२०२३/01/",
        "/202²/01/",
        "/-2023/01/",
        "/2023/01\n/",
    ],
)
def test_other_numbers_are_no_address(address):
    assert matched(address) is None


def test_address_is_written_with_leading_zeros():
    address = reverse("show", "tests.core.test_converters", args=[2023, 9])
    assert address == "/2023/09/"
    assert YearConverter().to_url(1999) == "1999"
    assert MonthConverter().to_url(1) == "01"
