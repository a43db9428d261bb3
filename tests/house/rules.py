"""The rules of the house that a machine can read out of a file.

Each rule takes a file's path (as in the repository) and text, and returns what offends it.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

ROOT = settings.BASE_DIR
CODE = ("manage.py", "malangnews", "awards", "kim", "tests", "tools")
GATE = ("malangnews/core/querysets.py", "malangnews/core/models.py")
# Built from pieces, so that this file does not offend its own rule.
MACHINE = re.compile("|".join(("/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/")))
TEMPORARY = re.compile("/tm" + "p/")
SHARED = "../sha" + "red"
TAG = re.compile(r"{%-?\s*(.*?)\s*-?%}", re.DOTALL)
COMMENT = re.compile(r"{#.*?#}|{%\s*comment\b.*?{%\s*endcomment\s*%}", re.DOTALL)
INLINE = re.compile(
    r"<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|<script(?![^>]*\b(?:src=|ld\+json))", re.I
)
UNSAFE = re.compile(r"\|\s*safe(seq)?\b|autoescape\s+off")
NAMELESS = {"utils", "helpers", "misc", "common", "stuff", "tools", "functions", "lib"}


def files(*suffixes: str) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of the project's files with one of the endings."""
    for top in (*CODE, "templates", "static"):
        start = ROOT / top
        found = [start] if start.is_file() else sorted(start.rglob("*"))
        for path in found:
            if path.is_file() and path.suffix in suffixes and "__pycache__" not in path.parts:
                yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


# Python


def too_long(path: str, text: str) -> list[str]:
    """300 lines at most; tests 400; migrations as long as they must."""
    limit = 400 if path.startswith("tests/") else 300
    length = len(text.splitlines())
    return [f"{length} lines"] if length > limit and "/migrations/" not in path else []


def nameless(path: str, text: str) -> list[str]:
    """A file is named for a noun of the newsroom."""
    return [Path(path).stem] if Path(path).stem in NAMELESS else []


def marks_safe(path: str, text: str) -> list[str]:
    """Only core/text.py marks text safe."""
    if path == "malangnews/core/text.py":
        return []
    names = [
        getattr(node, "id", "") or getattr(node, "attr", "") or getattr(node, "name", "")
        for node in ast.walk(ast.parse(text))
    ]
    return [name for name in names if name in ("mark_safe", "SafeString", "SafeText")]


def hidden_imports(path: str, text: str) -> list[str]:
    """No import inside a function: the direction of imports stays visible."""
    if path.startswith("tools/"):
        return []  # these set Django up before they can import from it
    return [
        ast.unparse(inner)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]


def _names_status(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr == "status" or _names_status(node.value) or node.attr == "Status"
    return False


def compares_status(path: str, text: str) -> list[str]:
    """One gate: only core's querysets and Publishable itself compare a status."""
    if path in GATE or "/migrations/" in path or path.startswith("tests/"):
        return []
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            found += [ast.unparse(node) for side in sides if _names_status(side)]
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called in ("filter", "exclude", "get", "Q", "update", "get_or_create"):
                words = [word.arg or "" for word in node.keywords]
                found += [
                    f"{called}({word}=...)"
                    for word in words
                    if re.search(r"(^|__)status(__|$)", word)
                ]
    return found


def names_the_machine(path: str, text: str) -> list[str]:
    """No path of one machine; only tests may look beside the repository."""
    found = MACHINE.findall(text)
    if not path.startswith("tests/"):
        found += [SHARED] if SHARED in text else []
        found += TEMPORARY.findall(text) if not path.startswith("tools/") else []
    return found


# Templates


def unsafe(path: str, text: str) -> list[str]:
    """No template trusts what it is given."""
    return [match[0] for match in UNSAFE.finditer(COMMENT.sub("", text))]


def inline(path: str, text: str) -> list[str]:
    """Style and behaviour live in files: the policy forbids anything else."""
    return [match[0].strip() for match in INLINE.finditer(COMMENT.sub("", text))]


def conditional_blocks(path: str, text: str) -> list[str]:
    """A block inside an if is drawn always: Django's blocks are not conditional."""
    depth, found = 0, []
    for tag in TAG.findall(COMMENT.sub("", text)):
        word = tag.split()[0] if tag.split() else ""
        depth += {"if": 1, "endif": -1}.get(word, 0)
        if word == "block" and depth and "{% extends" in text:
            found.append(tag)
    return found


def open_includes(path: str, text: str) -> list[str]:
    """A partial sees what it is given, and nothing else."""
    if path.startswith(("templates/admin/", "templates/registration/")):
        return []  # Django's own admin partials lean on their surroundings
    return [
        tag
        for tag in TAG.findall(COMMENT.sub("", text))
        if tag.startswith("include ") and not tag.endswith(" only")
    ]


def compares_status_in_words(path: str, text: str) -> list[str]:
    """Templates ask ``is_public``, not a status."""
    return re.findall(r"\.status\s*(?:==|!=|in\b)[^%]*", COMMENT.sub("", text))


PYTHON = (too_long, nameless, marks_safe, hidden_imports, compares_status, names_the_machine)
TEMPLATES = (
    too_long,
    unsafe,
    inline,
    conditional_blocks,
    open_includes,
    compares_status_in_words,
    names_the_machine,
)
