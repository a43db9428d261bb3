"""Who comes to the desk, and a row in each of its tables."""

from django.urls import reverse

from awards.merging import merge
from awards.models import Call, Entry
from malangnews.search.misses import remember
from malangnews.search.models import Pin, Synonym
from tests import factories as make

ROLES = ("Penulis", "Penyunting", "Pengelola Penghargaan", "Pembina KIM", "superuser", "nobody")


def user_of(role):
    if role == "superuser":
        return make.make_user(is_superuser=True)
    return make.make_user(group="" if role == "nobody" else role)


def address(model, page, *args):
    opts = model._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=args)


def fill_every_table():
    """At least one row in each registered table, and each state of what is published."""
    for state in make.STATES:
        article = make.make_article(state=state, lead_photo=make.make_photo(), tags=["uji"])
        make.make_byline(article)
        make.make_correction(article)
        make.make_contact(make.make_potential(state=state))
        make.make_member(make.make_kim(state=state))
        make.make_activity(make.make_invitation(accepted_by=make.make_contributor()).kim)
        make.make_handover(state=state, awards=[make.make_award(state=state)])
    make.make_person()
    make.make_work()
    make.make_stated_award_figure()
    make.make_stated_kim_figure()
    call = Call.objects.create(programme=make.make_programme(), year=2027)
    Entry.objects.create(call=call, category="Website")
    merge(make.make_person(name="Satu"), make.make_person(name="Satu lagi"))
    Synonym.objects.create(phrases="kominfo\nkomdigi")
    Pin.objects.create(words="kim", title="Atlas KIM", address="/kim/")
    remember(["kampung", "tematik"])
