// The form of a contributor, on a telephone with a poor line: what is typed is kept in this browser
// within a second and at the portal every few seconds; what the line refuses waits and goes on.
import { startMarks } from "./contributing-marks.js";
import { startPhotos } from "./contributing-photos.js";

const form = document.querySelector("#tulisan-formulir");
const line = document.querySelector("#tulisan-kabar");
const door = document.querySelector("#tulisan-masuk");
const LOCAL = 500, REMOTE = 3000, AGAIN = 4000, PATIENCE = 15_000, SOON = 10_000, WEEK = 7 * 24 * 3600 * 1000;
const CALM = "Tulisan Anda disimpan otomatis.";
const OFFLINE = "Sambungan putus. Tulisan Anda aman di perangkat ini dan dikirim sendiri begitu tersambung.";
const NOT_SENT = "Belum ada yang terkirim; tekan tombolnya lagi sesudah tersambung.";
const ENDED = "Sesi berakhir. Masuk lagi di bawah; tulisan Anda aman di perangkat ini.";
const STRANGER = "Akun lain sedang masuk. Masuk lagi dengan akun Anda sendiri.";

function start() {
  const { user, story, keep, session, login, take } = form.dataset;
  const [state, news] = line.querySelectorAll("p");
  const shelf = `malangnews:tulis:${user}:${story || "baru"}:`;
  const token = form.elements.csrfmiddlewaretoken;
  const key = () => form.elements.kunci.value;
  let changes = 0, safe = 0, busy = false, leaving = false, passed = false, asking = false;
  let localTimer = 0, remoteTimer = 0, offline = false;

  const fields = () => [...new FormData(form)].filter(([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string");
  const say = (words) => { if (state.textContent !== words) state.textContent = words; };
  const tell = (words) => { if (news.textContent !== words) news.textContent = words; };

  function keepHere(kept = false) {
    clearTimeout(localTimer);
    localTimer = 0;
    try {
      localStorage.setItem(shelf + key(), JSON.stringify({ at: Date.now(), kept, data: fields() }));
    } catch {
      // A full or forbidden store: the portal's own copy has to do.
    }
  }

  function changed() {
    if (leaving) return;
    changes += 1;
    localTimer ||= setTimeout(keepHere, LOCAL);
    plan(REMOTE);
  }

  function plan(wait) {
    remoteTimer ||= setTimeout(keepThere, wait);
  }

  function lost() {
    offline = true;
    say(OFFLINE);
  }

  function openDoor(words) {
    say(words);
    door.hidden = false;
  }

  // A fresh token, and whether it is still the same person. Throws when there is no connection.
  async function ask(other = key(), patience = PATIENCE) {
    const answer = await fetch(`${session}?kunci=${other}`, { headers: { Accept: "application/json" }, cache: "no-store", signal: AbortSignal.timeout(patience) });
    if (answer.status === 401) return openDoor(ENDED), null;
    const who = await answer.json();
    if (!answer.ok) return say(who.words), null;
    if (who.user !== user) return openDoor(STRANGER), null;
    for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = who.csrf;
    door.hidden = true;
    offline = false;
    return who;
  }

  const post = (pairs) => fetch(keep, {
    method: "POST", body: new URLSearchParams(pairs), cache: "no-store", signal: AbortSignal.timeout(PATIENCE),
    headers: { "X-CSRFToken": token.value, Accept: "application/json" },
  });

  async function keepThere() {
    clearTimeout(remoteTimer);
    remoteTimer = 0;
    if (leaving || busy || changes === safe) return;
    busy = true;
    const sent = changes;
    try {
      let answer = await post([...fields(), ["berita", story]]);
      if (answer.status === 403 && !isJson(answer) && (await ask())) answer = await post([...fields(), ["berita", story]]);
      await hear(answer, sent);
    } catch {
      if (!leaving) lost();
    } finally {
      busy = false;
      if (!leaving && changes > safe) plan(AGAIN);
    }
  }

  async function hear(answer, sent) {
    if (answer.status === 401) return openDoor(ENDED);
    const told = isJson(answer) ? await answer.json() : {};
    if (!answer.ok) return say(`${told.words ?? "Portal belum dapat menyimpan."} Tulisan Anda aman di perangkat ini.`);
    if (told.closed) {
      // This form was saved, and is written in again: it goes on under a new key.
      form.elements.kunci.value = newKey();
      return;
    }
    safe = sent;
    if (changes === sent) keepHere(true);
    const wasOffline = offline;
    offline = false;
    say(`Tersimpan otomatis ${told.kept_at}`);
    tell(told.news ?? "");
    if (wasOffline) photos.resume();
  }

  // Nothing is sent into a dead line or an ended session, where what the form holds would be lost.
  async function submitted(event) {
    if (passed) return;
    event.preventDefault();
    if (asking) return;
    const button = event.submitter;
    asking = true;
    keepHere();
    try {
      if (await ask(key(), SOON)) {
        const waiting = await photos.settle();
        if (waiting) say(`${waiting} foto belum terkirim. Tunggu sampai selesai, atau keluarkan, lalu tekan lagi.`);
        else {
          leaving = passed = true;
          form.requestSubmit(button);
          return;
        }
      }
    } catch {
      lost();
      say(`${OFFLINE} ${NOT_SENT}`);
    } finally {
      asking = false;
    }
    if (door.hidden) line.scrollIntoView({ block: "nearest" });
    else door.elements.password.focus();
    plan(AGAIN);
  }

  async function enter(event) {
    event.preventDefault();
    const words = door.querySelector("[role=alert]");
    const send = () => fetch(login, { method: "POST", body: new URLSearchParams(new FormData(door)), headers: { "X-CSRFToken": token.value, Accept: "application/json" } });
    try {
      let answer = await send();
      if (answer.status === 403 && !isJson(answer)) answer = await send();
      const told = await answer.json();
      if (!answer.ok) return void (words.textContent = told.words);
      words.textContent = "";
      door.elements.password.value = "";
      token.value = told.csrf;
      if (!(await ask())) return;
      say("Sudah masuk lagi. Teruskan menulis.");
      photos.resume();
      keepThere();
    } catch {
      words.textContent = "Sambungan putus. Coba lagi.";
    }
  }

  const photos = startPhotos({
    form, take, user, key, token,
    changed, lost, ended: () => openDoor(ENDED), ask,
  });
  startMarks(form.elements.text, changed);
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", submitted);
  door.addEventListener("submit", enter);
  addEventListener("online", () => { keepThere(); photos.resume(); });
  addEventListener("offline", lost);
  addEventListener("focus", () => !door.hidden && ask().then((who) => who && (say(CALM), keepThere(), photos.resume()), () => {}));
  document.addEventListener("visibilitychange", () => document.hidden && changes > safe && !leaving && keepHere());
  addEventListener("pagehide", () => changes > safe && !leaving && keepHere());
  addEventListener("pageshow", (event) => { if (event.persisted) leaving = passed = false; });
  addEventListener("beforeunload", (event) => { if (changes > safe && !leaving) event.preventDefault(); });
  line.hidden = false;
  say(CALM);
  // A form that came back has what was sent; the portal has kept it as well.
  if (form.dataset.cameBack) keepHere(true);
  offer(shelf, ask, post, story);
  // Typed before this script came over a slow line.
  if ([...form.elements].some((one) => one.type !== "hidden" && "defaultValue" in one && one.value !== one.defaultValue)) changed();
}

const isJson = (answer) => (answer.headers.get("Content-Type") ?? "").startsWith("application/json");

function newKey() {
  return crypto.randomUUID?.() ?? "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (c) => (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));
}

// What this browser holds and the portal has not heard of.
async function offer(shelf, ask, post, story) {
  try {
    for (const name of Object.keys(localStorage).filter((one) => one.startsWith(shelf))) {
      const held = JSON.parse(localStorage.getItem(name));
      if (held.kept || Date.now() - held.at > WEEK) localStorage.removeItem(name);
      else {
        const who = await ask(name.slice(shelf.length));
        if (who?.closed) localStorage.removeItem(name);
        else if (who) notice(name, name.slice(shelf.length), held, post, story);
      }
    }
  } catch {
    // Without a line or a store there is nothing to offer now.
  }
}

function notice(name, key, held, post, story) {
  const [box, words, go, away] = ["section", "p", "button", "button"].map((tag) => document.createElement(tag));
  box.className = "writing-notice";
  go.className = "button";
  away.className = "button button-quiet";
  go.type = away.type = "button";
  words.textContent = "Perangkat ini menyimpan ketikan Anda yang belum sampai ke portal.";
  go.textContent = "Lanjutkan ketikan itu";
  away.textContent = "Buang dari perangkat ini";
  go.addEventListener("click", async () => {
    const answer = await post([...held.data, ["berita", story]]).catch(() => null);
    if (!answer?.ok) return void (words.textContent = "Belum dapat dikirim ke portal. Ketikan itu tetap aman di perangkat ini; coba lagi nanti.");
    localStorage.setItem(name, JSON.stringify({ ...held, kept: true }));
    location.search = `?simpanan=${key}`;
  });
  away.addEventListener("click", () => { localStorage.removeItem(name); box.remove(); });
  box.append(words, go, away);
  form.before(box);
}

if (form && line) start();
