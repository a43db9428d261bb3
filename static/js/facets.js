// The registry's list without a new page for each choice: the address is fetched, and the parts of
// the page that are marked data-swap take over what its answer says. Every link and the form work
// without this script, and take over again whenever anything fails here.

const registry = document.querySelector("[data-registry]");
const form = document.querySelector("[data-registry-form]");
const status = document.querySelector("[data-registry-status]");
const PATH = registry.dataset.registry;
const PAUSE = 350; // milliseconds after the last key
let running = null; // the request under way
let shown = new URL(location.href); // the state on the screen
let wanted = shown; // the state asked for last
let typed = false; // whether the newest entry of the history came from typing
let pause = 0;

const parts = (page) => [...page.querySelectorAll("[data-swap]")];
const called = (page, name) => parts(page).find((part) => part.dataset.swap === name);

// What the focus stands on, in words that can be found again in another answer.
function wordsOf(link) {
  const facet = link.closest("[data-facet]")?.dataset.facet ?? "";
  return `${facet}|${link.querySelector(".count") ? link.firstChild.textContent.trim() : link.textContent.trim()}`;
}

// Return a function that puts the focus where it was: on the same link, else on the count.
function keepFocus() {
  const held = document.activeElement;
  if (!held?.closest("[data-swap]")) return () => {};
  const words = held.matches("a") ? wordsOf(held) : "";
  const kept = held.closest("summary")?.parentElement.dataset.keep;
  return () => {
    const again = kept
      ? registry.querySelector(`[data-keep="${kept}"] > summary`)
      : [...registry.querySelectorAll("[data-facet] a")].find((link) => wordsOf(link) === words);
    const opened = again && (kept || again.checkVisibility?.() !== false);
    (opened ? again : document.getElementById("jumlah"))?.focus({ preventScroll: true });
  };
}

// Opened groups stay open.
function keepOpen() {
  const open = [...registry.querySelectorAll("details[open][data-keep]")].map((el) => el.dataset.keep);
  return () => {
    for (const group of registry.querySelectorAll("details[data-keep]")) {
      if (open.includes(group.dataset.keep)) group.open = true;
    }
  };
}

// The fields follow the answer, but never under somebody's hands.
function followFields(page, always) {
  for (const name of ["q", "urut"]) {
    const field = form.elements[name];
    const fresh = page.querySelector(`[data-registry-form] [name="${name}"]`);
    if (fresh && (always || field !== document.activeElement)) field.value = fresh.value;
  }
}

function swap(page, always) {
  const fresh = parts(document).map((part) => [part, called(page, part.dataset.swap)]);
  if (fresh.some(([, answer]) => !answer)) throw new Error("not the registry's list");
  const [refocus, reopen] = [keepFocus(), keepOpen()];
  for (const [part, answer] of fresh) part.replaceChildren(...answer.childNodes);
  reopen();
  followFields(page, always);
  refocus();
  document.title = page.title;
  const canonical = 'link[rel="canonical"]';
  const address = page.querySelector(canonical)?.href;
  if (address) document.querySelector(canonical)?.setAttribute("href", address);
  status.textContent = document.getElementById("jumlah")?.textContent ?? "";
}

// Show an address. ``enter`` writes the history: "push", "replace" or, where it stands there
// already, "".
async function show(address, enter, atList = false) {
  running?.abort();
  clearTimeout(pause);
  const turn = (running = new AbortController());
  wanted = new URL(address, location.href);
  registry.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(wanted, { signal: turn.signal, headers: { Accept: "text/html" } });
    const isPage = answer.headers.get("Content-Type")?.startsWith("text/html");
    if (!answer.ok || !isPage || new URL(answer.url).pathname !== PATH) throw new Error("no list");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn !== running) return;
    swap(page, enter === "");
    shown = wanted;
    if (enter) history[`${enter}State`]({ registry: true }, "", wanted);
    if (atList) {
      document.getElementById("daftar").scrollIntoView();
      document.getElementById("jumlah").focus({ preventScroll: true });
    }
    registry.removeAttribute("aria-busy");
  } catch {
    if (turn !== running) return; // a newer request took over
    if (enter) location.assign(wanted);
    else location.reload();
  }
}

// The state asked for last, with the words and the order as they stand in the form.
function asked() {
  const query = new URLSearchParams(wanted.search);
  query.delete("page");
  for (const name of ["q", "urut"]) {
    const value = form.elements[name].value.trim();
    if (value) query.set(name, value);
    else query.delete(name);
  }
  return query;
}

const addressOf = (query) => (query.size ? `${PATH}?${query}` : PATH);

// What a link changes of the state on the screen, done to the state asked for last: a choice or
// words that are still on their way are not lost.
function changedBy(url) {
  if (!url.search) return PATH;
  const query = asked();
  for (const name of new Set([...shown.searchParams.keys(), ...url.searchParams.keys()])) {
    const value = url.searchParams.get(name);
    if (value === shown.searchParams.get(name) && name !== "page") continue;
    if (value) query.set(name, value);
    else query.delete(name);
  }
  return addressOf(query);
}

// The address of a plain click on a link to another state of this list, else null.
function stateOf(event) {
  const link = event.target.closest("a[href]");
  const special = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || special || link.target || link.hasAttribute("download")) return null;
  const url = new URL(link.href);
  const here = url.origin === location.origin && url.pathname === PATH && !url.hash;
  return here && !url.searchParams.has("format") ? url : null;
}

registry.addEventListener("click", (event) => {
  const url = stateOf(event);
  if (!url) return;
  event.preventDefault();
  typed = false;
  show(changedBy(url), "push", Boolean(event.target.closest(".pages")));
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  typed = false;
  show(addressOf(asked()), "push");
});

form.elements.urut.addEventListener("change", () => {
  typed = false;
  show(addressOf(asked()), "push");
});

// What is typed in one go is one step back.
form.elements.q.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    const enter = typed ? "replace" : "push";
    typed = true;
    show(addressOf(asked()), enter);
  }, PAUSE);
});

addEventListener("popstate", () => {
  typed = false;
  if (location.pathname === PATH) show(location.href, "");
});

// Whoever leaves needs no answer any more.
addEventListener("pagehide", () => {
  running?.abort();
  running = null;
});
