// Names offered while somebody types into the search: arrow keys choose, Enter goes there, Escape
// puts the list away. The form searches just the same without this script.

const input = document.querySelector("[data-suggest]");
const address = input.dataset.suggest;
const PAUSE = 180; // milliseconds after the last key
const list = Object.assign(document.createElement("ul"), { id: "saran", className: "suggestions", hidden: true });
const said = Object.assign(document.createElement("p"), { className: "visually-hidden", role: "status" });
let running = null; // the request under way
let pause = 0;
let at = -1; // which name is chosen, -1 for none

list.setAttribute("role", "listbox");
list.setAttribute("aria-label", "Saran nama");
for (const [name, value] of Object.entries({
  role: "combobox", "aria-expanded": "false", "aria-controls": "saran", "aria-autocomplete": "list",
})) input.setAttribute(name, value);
input.form.append(list, said);

const options = () => [...list.children];

function close() {
  clearTimeout(pause);
  running?.abort();
  list.hidden = true;
  choose(-1);
  input.setAttribute("aria-expanded", "false");
}

function choose(number) {
  at = number;
  options().forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
  const chosen = options()[at];
  if (chosen) {
    input.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  } else input.removeAttribute("aria-activedescendant");
}

function show(names) {
  list.replaceChildren(...names.map(({ name, kind, url }, place) => {
    const option = Object.assign(document.createElement("li"), { id: `saran-${place}` });
    const meta = Object.assign(document.createElement("span"), { className: "meta", textContent: kind });
    option.append(name, " ", meta);
    option.dataset.url = url;
    option.setAttribute("role", "option");
    return option;
  }));
  choose(-1);
  list.hidden = names.length === 0;
  input.setAttribute("aria-expanded", String(names.length > 0));
  said.textContent = names.length ? `${names.length} saran nama` : "";
}

async function ask() {
  running?.abort();
  running = new AbortController();
  try {
    const answer = await fetch(`${address}?${new URLSearchParams({ q: input.value })}`, { signal: running.signal });
    if (answer.ok) show((await answer.json()).names);
  } catch {
    // Without an answer there are no suggestions; the form still works.
  }
}

input.addEventListener("input", () => {
  clearTimeout(pause);
  if (input.value.trim().length < 2) close();
  else pause = setTimeout(ask, PAUSE);
});
input.addEventListener("keydown", (event) => {
  const count = options().length;
  if (list.hidden || !count) return;
  if (event.key === "ArrowDown") choose((at + 1) % count);
  else if (event.key === "ArrowUp") choose(at <= 0 ? count - 1 : at - 1);
  else if (event.key === "Escape") close();
  else if (event.key === "Enter" && at >= 0) location.assign(options()[at].dataset.url);
  else return;
  event.preventDefault();
});
list.addEventListener("mousedown", (event) => event.preventDefault());
list.addEventListener("click", (event) => {
  const chosen = event.target.closest("[data-url]");
  if (chosen) location.assign(chosen.dataset.url);
});
input.form.addEventListener("focusout", (event) => {
  if (!input.form.contains(event.relatedTarget)) close();
});
