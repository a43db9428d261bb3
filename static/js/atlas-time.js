// The atlas through time without a new page for each day: the address is fetched, the tiles change
// where they stand, and the parts of the page that are marked data-swap take over what its answer
// says. Every link and the form work without this script, and again whenever anything fails here.

const root = document.querySelector("[data-atlas]");
const map = root.querySelector("[data-atlas-map]");
const status = root.querySelector("[data-atlas-status]");
const walk = root.querySelector("[data-atlas-days]");
const field = root.querySelector("[data-atlas-form] [name=pada]");
const PATH = root.dataset.atlas;
const PAUSE = 140; // milliseconds after the slider was moved last
const days = walk.dataset.atlasDays.split(" ");
let running = null; // the request under way
let shown = location.search; // the day on the screen
let pause = 0;
let sliding = false; // what is slid in one go is one step back
let slider = null;
let spoken = null;

const words = (day) => new Date(`${day}T00:00:00Z`).toLocaleDateString("id-ID", { dateStyle: "long", timeZone: "UTC" });
const addressOf = (day) => (day === days.at(-1) ? PATH : `${PATH}?pada=${day}`);

// Change each tile where it stands, so that its colour can glide.
function changeTiles(page) {
  const fresh = new Map([...page.querySelectorAll("[data-atlas-map] a.hex")].map((tile) => [tile.getAttribute("href"), tile]));
  const tiles = [...map.querySelectorAll("a.hex")];
  if (tiles.length !== fresh.size || tiles.some((tile) => !fresh.has(tile.getAttribute("href")))) throw new Error("another atlas");
  for (const tile of tiles) {
    const answer = fresh.get(tile.getAttribute("href"));
    if (tile.outerHTML === answer.outerHTML) continue;
    tile.setAttribute("class", answer.getAttribute("class"));
    tile.setAttribute("aria-label", answer.getAttribute("aria-label"));
    tile.replaceChildren(...answer.childNodes);
  }
}

// Return a function that puts the focus where it was: on the same words, else on what is shown.
function keepFocus() {
  const held = document.activeElement;
  const part = held?.closest("[data-swap]");
  if (!part || part === held) return () => {};
  const said = held.textContent.trim();
  return () => {
    const again = [...part.querySelectorAll("a, summary")].find((link) => link.textContent.trim() === said);
    (again ?? document.getElementById("keadaan")).focus({ preventScroll: true });
  };
}

// Lists that were opened stay open.
function keepOpen() {
  const open = [...root.querySelectorAll("details[open][data-keep]")].map((list) => list.dataset.keep);
  return () => {
    for (const list of root.querySelectorAll("details[data-keep]")) if (open.includes(list.dataset.keep)) list.open = true;
  };
}

function swap(page) {
  const parts = [...root.querySelectorAll("[data-swap]")].map((part) => [part, page.querySelector(`[data-swap="${part.dataset.swap}"]`)]);
  const answer = page.querySelector("[data-atlas]");
  if (!answer || parts.some(([, fresh]) => !fresh)) throw new Error("not the atlas");
  changeTiles(page);
  const [refocus, reopen] = [keepFocus(), keepOpen()];
  for (const [part, fresh] of parts) part.replaceChildren(...fresh.childNodes);
  reopen();
  refocus();
  document.title = page.title;
  status.textContent = answer.dataset.says;
  const day = page.querySelector("[data-atlas-day]").dataset.atlasDay;
  if (field !== document.activeElement) field.value = day;
  if (!sliding) setSlider(day);
}

// Show an address. ``enter`` writes the history: "push", "replace" or, where it stands there
// already, "".
async function show(address, enter) {
  running?.abort();
  clearTimeout(pause);
  const turn = (running = new AbortController());
  const wanted = new URL(address, location.href);
  root.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(wanted, { signal: turn.signal, headers: { Accept: "text/html" } });
    const isPage = answer.headers.get("Content-Type")?.startsWith("text/html");
    if (!answer.ok || !isPage || new URL(answer.url).pathname !== PATH) throw new Error("no atlas");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn !== running) return;
    if (enter) history[`${enter}State`]({ atlas: true }, "", wanted);
    swap(page);
    shown = wanted.search;
    root.removeAttribute("aria-busy");
  } catch {
    if (turn !== running) return; // a newer request took over
    if (enter) location.assign(wanted);
    else location.reload();
  }
}

// The slider stops where something changed.
function addSlider() {
  const box = document.createElement("div");
  const label = document.createElement("label");
  spoken = document.createElement("output");
  slider = document.createElement("input");
  box.className = "atlas-slider";
  slider.id = "geser-waktu";
  slider.type = "range";
  slider.max = days.length - 1;
  label.htmlFor = slider.id;
  label.textContent = "Geser menurut waktu";
  spoken.htmlFor = slider.id;
  spoken.setAttribute("aria-live", "off");
  box.append(label, spoken, slider);
  walk.prepend(box);
  slider.addEventListener("input", () => {
    const day = days[slider.value];
    saySlider(day);
    clearTimeout(pause);
    pause = setTimeout(() => {
      show(addressOf(day), sliding ? "replace" : "push");
      sliding = true;
    }, PAUSE);
  });
  slider.addEventListener("blur", () => (sliding = false));
}

function saySlider(day) {
  spoken.textContent = words(day);
  slider.setAttribute("aria-valuetext", words(day));
}

function setSlider(day) {
  if (!slider) return;
  slider.value = Math.max(0, days.findLastIndex((stop) => stop <= day));
  saySlider(day);
}

// The address of a plain click on a link to another day, else null.
function dayOf(event) {
  const link = event.target.closest("a[href]");
  const special = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || special || link.target || link.hasAttribute("download") || link.closest("[data-atlas-map]")) return null;
  const url = new URL(link.href);
  return url.origin === location.origin && url.pathname === PATH && !url.hash ? url : null;
}

root.addEventListener("click", (event) => {
  const url = dayOf(event);
  if (!url) return;
  event.preventDefault();
  sliding = false;
  show(url, "push");
});

field.form.addEventListener("submit", (event) => {
  event.preventDefault();
  sliding = false;
  show(field.value ? `${PATH}?pada=${encodeURIComponent(field.value)}` : PATH, "push");
});

// A link to a place on the page is a step of the browser's own.
addEventListener("popstate", () => {
  sliding = false;
  if (location.pathname === PATH && location.search !== shown) show(location.href, "");
});

// Whoever leaves needs no answer any more.
addEventListener("pagehide", () => {
  running?.abort();
  running = null;
});

if (days.length > 1) {
  addSlider();
  setSlider(walk.dataset.atlasDay);
}
