// Keeps what is being written: in this browser within a second, at the portal every few seconds.
// Tells who else is writing, and gets over a lost connection or an ended session.
const form = document.querySelector("#article_form");
const line = document.querySelector("#keeping");
const LOCAL = 500, REMOTE = 3000, BEAT = 20_000, AGAIN = 5000, PATIENCE = 15_000, WEEK = 7 * 24 * 3600 * 1000;
// So long a pressed button waits for each answer.
const SOON = 1500;
const atMost = (time, answer) => Promise.race([answer, new Promise((resolve) => setTimeout(resolve, time))]);
const OFFLINE = "Sambungan putus. Tulisan Anda aman di peramban ini.";
const ENDED = "Sesi berakhir: masuk lagi di tab baru, lalu lanjutkan di sini.";
const STRANGER = "Akun lain sedang masuk. Tulisan Anda aman di peramban ini; masuk lagi dengan akun Anda sendiri.";
const CALM = "Tulisan Anda disimpan otomatis.";

function start() {
  const { user, article, keep, session } = line.dataset;
  const [state, login, others] = [".keeping-state", ".keeping-login", ".keeping-others"].map((part) => line.querySelector(part));
  const shelf = `malangnews:naskah:${user}:${article}:`;
  const key = () => form.elements.desk_copy.value;
  const token = () => form.elements.csrfmiddlewaretoken.value;
  // `changes` counts what was typed; `safe` is the count that the portal has kept.
  let changes = 0, safe = 0, busy = null, leaving = false, checked = false, localTimer = 0, remoteTimer = 0, lastSent = 0, trouble = "", asking = false, held = false;

  const fields = () => [...new FormData(form)].filter(([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string");

  function say(words, kind = "") {
    trouble = kind;
    if (state.textContent !== words) state.textContent = words;
    line.classList.toggle("is-troubled", kind !== "");
    login.hidden = kind !== "session";
  }

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
    plan();
  }

  function plan(wait = REMOTE) {
    remoteTimer ||= setTimeout(tell, Math.max(LOCAL, lastSent + wait - Date.now()));
  }

  // A fresh token, and whether it is still the same person. Throws when there is no connection.
  async function ask(query = "") {
    const answer = await fetch(session + query, { headers: { Accept: "application/json" }, cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    if (answer.status === 401) return { problem: ENDED };
    if (!answer.ok) throw new Error(`${answer.status}`);
    const who = await answer.json();
    if (who.user !== user) return { problem: STRANGER };
    for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = who.csrf;
    return who;
  }

  const send = (pairs, signal) => fetch(keep, {
    method: "POST", body: new URLSearchParams(pairs), signal, cache: "no-store",
    headers: { "X-CSRFToken": token(), Accept: "application/json" },
  });

  // Sends what changed, or only that the form is open still.
  async function tell() {
    clearTimeout(remoteTimer);
    remoteTimer = 0;
    if (leaving || busy) return;
    busy = new AbortController();
    const patience = setTimeout(() => busy?.abort(), PATIENCE);
    const sent = changes, typed = sent > safe;
    lastSent = Date.now();
    try {
      if (trouble === "session" || trouble === "token") {
        const who = await ask();
        if (who.problem) return say(who.problem, "session");
      }
      const pairs = typed ? fields() : [...["desk_copy", "desk_version", "desk_opened"].map((name) => [name, form.elements[name].value]), ["desk_beat", "1"]];
      const answer = await send(pairs, busy.signal);
      await hear(answer, typed, sent);
    } catch {
      if (!leaving) say(OFFLINE, "offline");
    } finally {
      clearTimeout(patience);
      busy = null;
      if (!leaving && (changes > safe || trouble)) plan(trouble ? AGAIN : REMOTE);
    }
  }

  async function hear(answer, typed, sent) {
    if (answer.status === 401) return say(ENDED, "session");
    const news = await answer.json().catch(() => null);
    if (answer.status === 403 && !news) return say(state.textContent || CALM, "token");
    if (!answer.ok || !news) return say(`${news?.words ?? "Portal belum dapat menyimpan."} Tulisan Anda aman di peramban ini.`, "refused");
    if (news.closed) {
      // This form was saved or thrown away, and is written in again: it goes on under a new key.
      form.elements.desk_copy.value = crypto.randomUUID?.() ?? "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (c) => (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));
      return say(CALM);
    }
    if (typed) {
      safe = sent;
      if (changes === sent) keepHere(true);
    }
    say(news.kept_at ? `Tersimpan otomatis ${news.kept_at}` : CALM);
    company(news);
  }

  function company(news) {
    const words = news.others.map(({ name, since }) => `${name} sedang menyunting berita ini${since ? ` sejak ${since}` : ""}.`);
    if (news.saved_at) words.push(`${news.saved_by || "Orang lain"} menyimpan versi baru ${news.saved_at}. Saat Anda menyimpan, kedua naskah dibandingkan dahulu.`);
    if (others.textContent !== words.join(" ")) others.textContent = words.join(" ");
    document.querySelector("#keeping-others-drawn")?.remove();
  }

  // Nothing is sent into an ended session, where what the form holds would be lost. But the form is
  // not held back by a portal that does not answer: the browser has every word by then.
  async function submitted(event) {
    if (checked || event.defaultPrevented) return;
    event.preventDefault();
    if (asking) return;
    const button = event.submitter;
    asking = leaving = true;
    busy?.abort();
    keepHere();
    try {
      const who = await atMost(SOON, ask());
      if (who?.problem) say(who.problem, "session");
      else return await go(button, Boolean(who));
    } catch {
      // A second press is meant: the line is there, only this one answer never comes.
      if (held && navigator.onLine) return await go(button, false);
      held = true;
      say(`${OFFLINE} Belum ada yang disimpan di portal; tekan tombolnya lagi sesudah tersambung.`, "offline");
    } finally {
      asking = false;
    }
    leaving = false;
    line.scrollIntoView({ block: "nearest" });
    plan(AGAIN);
  }

  // Sends the form. Where the portal answers, it has a copy of it before.
  async function go(button, answers) {
    held = false;
    if (answers && changes > safe) {
      const sent = changes;
      const kept = await atMost(SOON, send(fields(), AbortSignal.timeout(PATIENCE))).catch(() => null);
      if (kept?.ok) {
        safe = sent;
        keepHere(true);
      }
    }
    checked = true;
    form.requestSubmit(button);
    checked = false;
    leaving = !button?.formTarget;
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  // Boxes of suggestions announce themselves once when they are drawn: that is no change yet.
  addEventListener("load", () => setTimeout(() => window.django?.jQuery?.(form).on("change", "select", changed)));
  for (const name of ["formset:added", "formset:removed"]) document.addEventListener(name, changed);
  form.addEventListener("submit", submitted);
  window.addEventListener("online", tell);
  window.addEventListener("focus", () => trouble && tell());
  document.addEventListener("visibilitychange", () => (document.hidden ? changes > safe && !leaving && keepHere() : trouble && tell()));
  window.addEventListener("pagehide", () => changes > safe && !leaving && keepHere());
  window.addEventListener("pageshow", (event) => { if (event.persisted) [leaving, safe] = [false, changes]; });
  window.addEventListener("beforeunload", (event) => {
    if (changes > safe && !leaving) event.preventDefault();
  });
  setInterval(tell, BEAT);
  line.hidden = false;
  say(CALM);
  tell();
  offer(shelf, key(), ask, (found) => send(found, AbortSignal.timeout(PATIENCE)));
}

// Copies that this browser holds and the portal does not have in full.
async function offer(shelf, open, ask, send) {
  const found = new Map();
  try {
    for (const name of Object.keys(localStorage).filter((name) => name.startsWith(shelf))) {
      const kept = JSON.parse(localStorage.getItem(name));
      if (Date.now() - kept.at > WEEK) localStorage.removeItem(name);
      else if (name !== shelf + open) found.set(name.slice(shelf.length), kept);
    }
    if (!found.size) return;
    const who = await ask(`?salinan=${[...found.keys()].join(",")}`);
    if (who.problem) return;
    for (const key of who.closed) {
      localStorage.removeItem(shelf + key);
      found.delete(key);
    }
  } catch {
    return;
  }
  for (const [key, kept] of found) if (!kept.kept) notice(shelf + key, key, kept, send);
}

function notice(name, key, kept, send) {
  const [box, words, row, go, away] = ["section", "p", "div", "button", "button"].map((tag) => document.createElement(tag));
  box.className = "keeping-notice";
  row.className = "keeping-actions";
  const when = new Date(kept.at).toLocaleString("id-ID", { dateStyle: "long", timeStyle: "short" });
  words.textContent = `Peramban ini menyimpan tulisan Anda yang belum sampai ke portal, ${when}.`;
  go.type = away.type = "button";
  go.className = "button";
  go.textContent = "Lanjutkan dari peramban ini";
  away.className = "keeping-quiet";
  away.textContent = "Buang dari peramban ini";
  go.addEventListener("click", async () => {
    const answer = await send(kept.data).catch(() => null);
    if (answer?.ok) {
      localStorage.setItem(name, JSON.stringify({ ...kept, kept: true }));
      location.search = `?lanjutkan=${key}`;
    } else words.textContent = "Belum dapat dikirim ke portal. Tulisan Anda tetap aman di peramban ini; coba lagi nanti.";
  });
  away.addEventListener("click", () => {
    localStorage.removeItem(name);
    box.remove();
  });
  row.append(go, away);
  box.append(words, row);
  form.before(box);
}

if (form && line) start();
