"""Two presses of "Simpan" at the same moment, on two lines, save a member once."""

from tests import at_once
from tests import factories as make
from tests.kim.intake.test_desk import address, members, parcel_of, upload

pytestmark = at_once.MARKS


def test_two_savings_at_once_are_one(client):
    user = make.make_user(group="Pembina KIM")
    kim = make.make_kim()
    client.force_login(user)
    packed = parcel_of(upload(client, "pengurus", members(kim)))
    assert at_once.press_twice(user, address(), {"parcel": packed}) == [302, 302]
    assert kim.members.count() == 1
