"""What an editor's hands do in the admin, in words."""

from playwright.sync_api import Page

from tests.factories import PASSWORD

# Keeps in ``window.copied`` what the browser took into the clipboard. Reading the clipboard itself
# is a question that a browser without a window may leave unanswered for ever.
KEEPS_COPIES = """
  const take = navigator.clipboard.writeText.bind(navigator.clipboard);
  navigator.clipboard.writeText = (text) => take(text).then(() => { window.copied = text; });
"""


def log_in(page: Page, username: str) -> None:
    page.goto("/admin/")
    page.fill("#id_username", username)
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit], button[type=submit]")
    page.wait_for_selector("#user-tools")


def choose(page: Page, field: str, *names: str) -> None:
    """Pick rows by name in an autocomplete field, one or many."""
    box = page.locator(f"#id_{field} + .select2")
    for name in names:
        box.click()
        search = page.locator(".select2-container--open .select2-search__field").first
        search.fill(name)
        page.locator(".select2-results__option--highlighted", has_text=name).first.click()


def fill(page: Page, **values: str) -> None:
    """Fill inputs and selects by the name of their field; "__" stands for "-"."""
    for name, value in values.items():
        field = page.locator(f"#id_{name.replace('__', '-')}")
        if field.evaluate("element => element.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def press(page: Page, label: str) -> str:
    """Press a button of the form and return what the desk answers."""
    page.get_by_role("button", name=label, exact=True).first.click()
    return said(page)


def said(page: Page) -> str:
    page.wait_for_selector(".messagelist, .errornote")
    return page.locator(".messagelist, .errornote").first.inner_text()


def act_on_all(page: Page, address: str, action: str) -> str:
    """Tick every row of a list and run an action on them."""
    page.goto(address)
    page.check("#action-toggle")
    page.select_option("select[name=action]", label=action)
    page.click("button[name=index]")
    return said(page)


def hush(*pages: Page) -> None:
    """Let open forms fall silent before their database goes: they ask the portal by themselves."""
    for page in pages:
        page.goto("about:blank")
        page.wait_for_timeout(200)


def ready_for_files(page: Page) -> Page:
    """Catch file choosers from now on: one that opens before Playwright listens is lost."""
    page.on("filechooser", lambda chooser: None)
    return page
