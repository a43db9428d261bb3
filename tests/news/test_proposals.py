"""Proposals: a writer asks for a change of a released story, an editor decides."""

import pytest
from django.urls import reverse

from malangnews.news.models import Article, Proposal
from malangnews.news.revisions.record import KIND
from tests import factories as make
from tests.news.test_admin import inlines, story
from tests.news.test_history import address, as_role, kinds, save

pytestmark = pytest.mark.django_db
LIST = "admin:news_article_proposals"


def propose(client, article, **fields):
    article.refresh_from_db()
    fields = {"rubric": article.rubric_id, "desk_version": article.version, **fields}
    return client.post(address("propose", article), story(**fields) | inlines())


def page_of(proposal):
    return reverse("admin:news_article_proposal", args=[proposal.pk])


def decide(client, proposal, button, **fields):
    version = Article.objects.get(pk=proposal.article_id).version
    data = {"desk_version": version, button: "1", **fields}
    return client.post(page_of(proposal), data, follow=True)


@pytest.fixture
def proposal(client):
    article = make.make_article(published=True, title="Judul lama")
    as_role(client, "Penulis")
    answer = propose(client, article, title="Judul baru", proposal_note="Salah ketik.")
    assert answer.status_code == 302, answer.content.decode()[:2000]
    return Proposal.objects.get()


def test_a_proposal_changes_nothing_that_is_live(client, proposal):
    article = proposal.article
    assert (proposal.snapshot["title"], proposal.note) == ("Judul baru", "Salah ketik.")
    assert article.title == "Judul lama"
    assert proposal.base_version == article.version
    assert kinds(article) == []
    assert "menunggu keputusan" in client.get(address("change", article)).content.decode()
    assert "Judul baru" not in client.get(article.get_absolute_url()).content.decode()


def test_the_form_of_a_proposal_is_open_and_has_only_its_own_button(client):
    article = make.make_article(published=True)
    as_role(client, "Penulis")
    read_only = client.get(address("change", article)).content.decode()
    assert 'name="title"' not in read_only
    assert address("propose", article) in read_only
    page = client.get(address("propose", article)).content.decode()
    assert 'name="title"' in page
    assert 'name="_propose"' in page
    for field in ("_save", "_publish", "_submit", "slug", "published_until", "change_size"):
        assert f'name="{field}"' not in page


def test_buttons_sent_by_hand_save_nothing(client):
    article = make.make_article(published=True, title="Judul lama")
    as_role(client, "Penulis")
    propose(client, article, title="Baru", _save="1", _publish="1", _saveasnew="1", slug="lain")
    article.refresh_from_db()
    assert article.title == "Judul lama"
    assert Article.objects.count() == 1
    assert client.post(address("change", article), story() | inlines()).status_code == 403


def test_errors_bring_the_words_back(client):
    article = make.make_article(published=True)
    as_role(client, "Penulis")
    answer = propose(client, article, title="", summary="Ringkasan saya", proposal_note="Mengapa")
    page = answer.content.decode()
    assert "Ringkasan saya" in page
    assert "Mengapa" in page
    assert 'name="_save"' not in page
    assert not Proposal.objects.exists()


def test_a_writer_replaces_and_recalls_her_own(client, proposal):
    assert "Judul baru" in client.get(address("propose", proposal.article)).content.decode()
    propose(client, proposal.article, title="Judul lain")
    assert Proposal.objects.get().snapshot["title"] == "Judul lain"
    assert "Usulan ditarik." in decide(client, proposal, "_recall").content.decode()
    proposal.refresh_from_db()
    assert proposal.state == "recalled"


def test_an_editor_compares_and_accepts(client, proposal):
    as_role(client, "Penyunting")
    assert "Judul lama" in client.get(reverse(LIST)).content.decode()
    assert page_of(proposal) in client.get(address("change", proposal.article)).content.decode()
    page = client.get(page_of(proposal)).content.decode()
    assert "[ditambahkan: " in page
    assert "sudah disimpan lagi" not in page
    decide(client, proposal, "_accept")
    proposal.refresh_from_db()
    assert proposal.state == "accepted"
    assert proposal.article.title == "Judul baru"
    assert kinds(proposal.article) == [KIND.CREATED, KIND.ACCEPTED]
    assert "sudah diputuskan" in decide(client, proposal, "_accept").content.decode()


def test_accepting_tells_readers_when_the_change_is_major(client, proposal):
    as_role(client, "Penyunting")
    told = {"change_size": "major", "note_kind": "correction", "note_text": "Judulnya keliru."}
    assert "change_size" in client.get(page_of(proposal)).content.decode()
    told_half = told | {"note_kind": "", "reply": "Terima kasih."}
    answer = decide(client, proposal, "_accept", **told_half)
    page = answer.content.decode()
    assert "Pilih jenis catatan bagi pembaca." in page
    assert "Judulnya keliru." in page
    assert "Terima kasih." in page
    assert not proposal.article.corrections.exists()
    decide(client, proposal, "_accept", **told)
    article = Article.objects.get(pk=proposal.article_id)
    note = article.corrections.get()
    assert (article.title, note.text, note.kind) == (
        "Judul baru",
        "Judulnya keliru.",
        "correction",
    )
    assert article.revised_at == note.noted_at
    assert note.anchor in client.get(article.get_absolute_url()).content.decode()


def test_accepting_a_minor_change_moves_nothing_that_readers_see(client, proposal):
    as_role(client, "Penyunting")
    decide(client, proposal, "_accept", change_size="minor")
    article = Article.objects.get(pk=proposal.article_id)
    assert (article.title, article.revised_at) == ("Judul baru", None)
    assert not article.corrections.exists()


def test_an_editor_declines_with_a_reply(client, proposal):
    as_role(client, "Penyunting")
    assert "Tulis dahulu jawaban" in decide(client, proposal, "_decline").content.decode()
    decide(client, proposal, "_decline", reply="Sudah benar menurut piagam.")
    proposal.refresh_from_db()
    assert (proposal.state, proposal.reply) == ("declined", "Sudah benar menurut piagam.")
    assert proposal.article.title == "Judul lama"
    client.force_login(proposal.by)
    assert "menurut piagam" in client.get(address("change", proposal.article)).content.decode()


def test_a_story_that_moved_on_is_said_and_compared_as_it_is(client, proposal):
    as_role(client, "Penyunting")
    save(client, proposal.article, title="Judul tengah")
    page = client.get(page_of(proposal)).content.decode()
    assert "sudah disimpan lagi" in page
    assert "tengah" in page
    answer = decide(client, proposal, "_accept", desk_version=proposal.base_version)
    assert "Tidak ada yang diubah" in answer.content.decode()
    proposal.refresh_from_db()
    assert proposal.state == "waiting"


def test_an_incomplete_proposal_is_not_accepted(client, proposal):
    proposal.snapshot = {**proposal.snapshot, "summary": ""}
    proposal.save()
    as_role(client, "Penyunting")
    assert "Tidak ada yang diubah" in decide(client, proposal, "_accept").content.decode()
    proposal.refresh_from_db()
    assert proposal.state == "waiting"
    assert proposal.article.summary


def test_nothing_changed_is_not_sent(client):
    as_role(client, "Penyunting")
    article = make.make_article(published=True)
    save(client, article)
    as_role(client, "Penulis")
    answer = propose(client, article, proposal_note="Catatan tetap ada")
    assert "Tidak ada yang berubah" in answer.content.decode()
    assert "Catatan tetap ada" in answer.content.decode()
    assert not Proposal.objects.exists()


@pytest.mark.parametrize("group", ["Penulis", "Pembina KIM", "Pengelola Penghargaan", ""])
def test_who_may_not_decide(client, proposal, group):
    as_role(client, group)
    for button in ("_accept", "_decline", "_recall"):
        answer = decide(client, proposal, button, reply="Ya.")
        assert answer.status_code == 403
    assert client.get(page_of(proposal)).status_code == 403
    proposal.refresh_from_db()
    assert proposal.state == "waiting"


def test_the_proposer_may_not_accept_her_own(client, proposal):
    assert decide(client, proposal, "_accept").status_code == 403
    assert client.get(page_of(proposal)).status_code == 200


@pytest.mark.parametrize("group", ["Pembina KIM", "Pengelola Penghargaan", ""])
def test_who_may_not_propose(client, group):
    article = make.make_article(published=True)
    as_role(client, group)
    assert client.get(address("propose", article)).status_code == 403
    assert propose(client, article).status_code == 403
    assert not Proposal.objects.exists()


def test_who_may_change_the_story_is_sent_to_its_form(client):
    as_role(client, "Penulis")
    draft = make.make_article()
    assert client.get(address("propose", draft)).url == address("change", draft)


def test_strangers_log_in_and_junk_is_not_found(client, proposal):
    client.logout()
    for page in (page_of(proposal), reverse(LIST), address("propose", proposal.article)):
        assert "/login/" in client.get(page).url
    as_role(client, "Penyunting")
    assert client.get(f"/admin/news/article/usulan/{'9' * 40}/").status_code == 404
    for junk in ("0", "x", "9" * 40):
        assert client.get(f"/admin/news/article/{junk}/usulan/").status_code == 404
    assert client.get(reverse(LIST), {"p": "x"}).status_code == 200
