"""The rules of the house, read out of its files; and each rule seen to bite."""

import pytest
from django.apps import apps

from tests.awards import test_models as awards_models
from tests.constraints import OURS
from tests.core import test_models as core_models
from tests.house import rules
from tests.kim import test_models as kim_models
from tests.media import test_models as media_models
from tests.news import test_models as news_models
from tests.search import test_admin as search_models


def offences(rule, *suffixes: str) -> list[str]:
    return [
        f"{path}: {words}" for path, text in rules.files(*suffixes) for words in rule(path, text)
    ]


@pytest.mark.parametrize("rule", rules.PYTHON)
def test_code_keeps_the_rules(rule):
    assert offences(rule, ".py") == []


@pytest.mark.parametrize("rule", rules.TEMPLATES)
def test_templates_keep_the_rules(rule):
    assert offences(rule, ".html") == []


def test_styles_and_scripts_name_no_machine():
    assert offences(rules.names_the_machine, ".css", ".js") == []


def test_there_are_files_to_read():
    paths = [path for path, _ in rules.files(".py", ".html")]
    assert {"manage.py", "malangnews/urls.py", "templates/base.html"} <= set(paths)
    assert len(paths) > 100


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (rules.too_long, "kim/models/x.py", "x\n" * 301),
        (rules.too_long, "tests/test_x.py", "x\n" * 401),
        (rules.nameless, "kim/utils.py", ""),
        (rules.nameless, "malangnews/core/helpers.py", ""),
        (rules.marks_safe, "kim/views.py", "from django.utils.safestring import mark_safe"),
        (rules.marks_safe, "kim/views.py", "x = safestring.mark_safe(y)"),
        (rules.hidden_imports, "kim/views.py", "def f():\n    import os"),
        (rules.hidden_imports, "kim/views.py", "def f():\n    if x:\n        from a import b"),
        (rules.compares_status, "kim/views.py", "kim.status == 'published'"),
        (rules.compares_status, "kim/views.py", "x = kim.status in ('draft',)"),
        (rules.compares_status, "kim/views.py", "x != Kim.Status.PUBLISHED"),
        (rules.compares_status, "kim/views.py", "Kim.objects.filter(status='published')"),
        (rules.compares_status, "kim/views.py", "Q(award__status='published')"),
        (rules.compares_status, "kim/views.py", "rows.exclude(articles__status__in=x)"),
        (rules.names_the_machine, "kim/views.py", "open('/wo" + "rk/x')"),
        (rules.names_the_machine, "tests/x.py", "open('/ro" + "ot/x')"),
        (rules.names_the_machine, "kim/views.py", "open('../sha" + "red/x')"),
        (rules.names_the_machine, "kim/views.py", "open('/tm" + "p/x')"),
        (rules.unsafe, "a.html", "{{ x|safe }}"),
        (rules.unsafe, "a.html", "{{ x | safe|title }}"),
        (rules.unsafe, "a.html", "{{ x|safeseq }}"),
        (rules.unsafe, "a.html", "{% autoescape off %}"),
        (rules.inline, "a.html", '<p style="x">'),
        (rules.inline, "a.html", "<style>p{}</style>"),
        (rules.inline, "a.html", "<script>x()</script>"),
        (rules.inline, "a.html", '<button onclick="x()">'),
        (
            rules.conditional_blocks,
            "a.html",
            '{% extends "b.html" %}{% if x %}{% block c %}{% endblock %}{% endif %}',
        ),
        (rules.open_includes, "a.html", '{% include "b.html" with x=x %}'),
        (rules.open_includes, "a.html", '{% include "b.html" %}'),
        (rules.compares_status_in_words, "a.html", '{% if x.status == "draft" %}'),
    ],
)
def test_offence_would_be_seen(rule, path, text):
    assert rule(path, text)


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (rules.too_long, "kim/models/x.py", "x\n" * 300),
        (rules.nameless, "kim/coverage.py", ""),
        (rules.hidden_imports, "kim/views.py", "import os\ndef f():\n    return os"),
        (rules.compares_status, "kim/views.py", "response.status_code == 200"),
        (rules.compares_status, "kim/views.py", "Kim.objects.published()"),
        (rules.names_the_machine, "tests/x.py", "open('../sha" + "red/x')"),
        (rules.unsafe, "a.html", "{{ x.safe_body }}{# |safe #}"),
        (
            rules.inline,
            "a.html",
            '<script type="module" src="/static/a.js"></script><p data-on="1">',
        ),
        (rules.conditional_blocks, "a.html", '{% extends "b" %}{% block c %}{% if x %}{% endif %}'),
        (rules.open_includes, "a.html", '{% include "b.html" with x=x only %}'),
    ],
)
def test_honest_file_is_left_in_peace(rule, path, text):
    assert rule(path, text) == []


# Tests about tests


def test_every_constraint_of_every_model_is_tested():
    tables = (awards_models, core_models, kim_models, media_models, news_models, search_models)
    tested = {name for table in tables for name in table.BROKEN}
    names = {
        rule.name
        for model in apps.get_models()
        if model._meta.app_label in OURS
        for rule in model._meta.constraints
    }
    inherited = {name for name in names if name.endswith(tuple(core_models.BROKEN))}
    assert names - inherited - tested == set()
    assert tested - names - set(core_models.BROKEN) == set()


def test_every_constraint_has_a_message_of_its_own_in_indonesian():
    for model in apps.get_models():
        for rule in model._meta.constraints if model._meta.app_label in OURS else ():
            assert rule.violation_error_message != rule.default_violation_error_message, rule.name
            assert rule.name.startswith(f"{model._meta.app_label}_"), rule.name


def test_every_index_of_every_model_is_named_for_its_room():
    for model in apps.get_models():
        for index in model._meta.indexes if model._meta.app_label in OURS else ():
            assert index.name.startswith(f"{model._meta.app_label}_"), index.name


def test_every_test_is_a_plain_function():
    for path, text in rules.files(".py"):
        if path.startswith("tests/"):
            assert "\nclass Test" not in text, path
