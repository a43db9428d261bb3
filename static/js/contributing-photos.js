// Photos of a contributor: shrunk in the browser, kept there until the portal has them, sent one by
// one with their progress. What the line refuses waits, also over a closed browser.
const SIDE = 1920, QUALITY = 0.85, SMALL = 320, WEEK = 7 * 24 * 3600 * 1000, AGAIN = 4000, SETTLE = 20_000;
const WORDS = ["alt", "caption", "credit"];

export function startPhotos({ form, take, user, key, token, changed, lost, ended, ask }) {
  const list = document.querySelector("#foto-daftar");
  const pattern = document.querySelector("#foto-pola");
  const input = form.elements.berkas;
  const news = document.querySelector("#foto-kabar");
  const waiting = new Map(); // card -> what is to be sent
  let sending = null, timer = 0, count = 0;

  async function choose() {
    const files = [...input.files];
    input.value = "";
    for (const [number, file] of files.entries()) {
      news.textContent = `Mengecilkan foto ${number + 1} dari ${files.length} …`;
      const { blob, picture } = await shrink(file);
      const held = { user, key: key(), at: Date.now(), blob, picture, name: file.name, words: {} };
      held.id = await shelve(held);
      add(held);
    }
    news.textContent = "";
    changed();
    pump();
  }

  function add(held) {
    const card = draw(`baru${(count += 1)}`, held.picture);
    const bar = Object.assign(document.createElement("progress"), { max: 100, value: 0 });
    bar.setAttribute("aria-label", "Kemajuan pengiriman foto");
    const told = Object.assign(document.createElement("p"), { className: "writing-help", textContent: "Menunggu dikirim …" });
    told.setAttribute("role", "status");
    card.querySelector("img").after(bar, told);
    for (const name of WORDS) if (held.words[name]) field(card, name).value = held.words[name];
    waiting.set(card, { ...held, bar, told });
    list.append(card);
    number();
  }

  function draw(id, picture) {
    const card = pattern.content.firstElementChild.cloneNode(true);
    rename(card, "__id__", id);
    card.querySelector("input[name=foto]").disabled = true;
    card.querySelector("img").src = picture || "data:,";
    card.addEventListener("input", () => remember(card));
    card.addEventListener("change", (event) => event.target.type === "checkbox" && forget(card));
    return card;
  }

  const field = (card, name) => card.querySelector(`[name$="-${name}"]`);
  const wordsOf = (card) => Object.fromEntries(WORDS.map((name) => [name, field(card, name).value]));

  function remember(card) {
    const held = waiting.get(card);
    if (held) shelve({ ...bare(held), words: wordsOf(card) });
  }

  // A photo that was not sent yet is simply gone; one that was is taken out by the form.
  function forget(card) {
    const held = waiting.get(card);
    if (!held) return;
    waiting.delete(card);
    unshelve(held.id);
    card.remove();
    number();
    changed();
  }

  function number() {
    for (const [at, legend] of list.querySelectorAll("legend").entries()) legend.textContent = `Foto ${at + 1}`;
  }

  function pump() {
    sending ||= work().finally(() => { sending = null; });
    return sending;
  }

  async function work() {
    clearTimeout(timer);
    for (const [card, held] of waiting) {
      if (held.refused) continue;
      const answer = await send(held);
      if (!waiting.has(card)) continue;
      if (answer.status === 200) arrived(card, held, answer.told);
      else if (answer.status === 400 || answer.status === 413) {
        held.refused = true;
        held.bar.hidden = true;
        held.told.textContent = answer.told?.words ?? "Foto ini ditolak portal: terlalu besar.";
        card.classList.add("is-refused");
      } else {
        held.told.textContent = "Menunggu sambungan; dikirim sendiri nanti.";
        if (answer.status === 401) return ended();
        if (answer.status === 403 && !answer.told) await ask().catch(() => null);
        if (!answer.status) lost();
        timer = setTimeout(pump, AGAIN);
        return;
      }
    }
  }

  function send(held) {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open("POST", take);
      request.timeout = 120_000;
      request.setRequestHeader("Accept", "application/json");
      request.setRequestHeader("X-CSRFToken", token.value);
      held.told.textContent = "Mengirim …";
      request.upload.addEventListener("progress", (event) => { held.bar.value = (event.loaded / event.total) * 100; });
      request.addEventListener("loadend", () => {
        let told = null;
        try { told = JSON.parse(request.responseText); } catch { told = null; }
        resolve({ status: request.status, told });
      });
      const data = new FormData();
      data.append("file", held.blob, held.blob.type === "image/jpeg" ? "foto.jpg" : held.name);
      request.send(data);
    });
  }

  function arrived(card, held, told) {
    waiting.delete(card);
    unshelve(held.id);
    if (list.querySelector(`[data-photo="${told.id}"]`)) {
      card.remove();
      news.textContent = "Foto itu sudah ada di tulisan ini.";
      return number();
    }
    rename(card, card.dataset.photo, String(told.id));
    Object.assign(card.querySelector("input[name=foto]"), { disabled: false, value: told.id });
    if (!held.picture) card.querySelector("img").src = told.src;
    for (const name of ["credit", "caption"]) field(card, name).value ||= told[name];
    held.bar.remove();
    held.told.textContent = "Foto terkirim. Tulis apa yang terlihat.";
    changed();
  }

  async function again() {
    const rows = await shelved();
    for (const held of rows) {
      if (Date.now() - held.at > WEEK) unshelve(held.id);
      else if (held.user === user && held.key === key()) add(held);
    }
    if (waiting.size) pump();
  }

  input.addEventListener("change", choose);
  // Chosen files go their own way; the form need not carry them again.
  again().catch(() => {});
  return {
    resume: () => waiting.size && pump(),
    // How many are still on their way, after a while of trying.
    async settle() {
      if (waiting.size) await Promise.race([pump(), new Promise((resolve) => setTimeout(resolve, SETTLE))]);
      return waiting.size;
    },
  };
}

const bare = ({ bar, told, refused, ...held }) => held;

function rename(card, from, to) {
  card.dataset.photo = to;
  for (const element of [card, ...card.querySelectorAll("*")]) {
    for (const name of ["id", "name", "for", "aria-describedby"]) {
      const value = element.getAttribute(name);
      if (value?.includes(`foto-${from}-`)) element.setAttribute(name, value.replace(`foto-${from}-`, `foto-${to}-`));
    }
  }
}

// A JPEG of at most 1920 px, and a small picture to show; the file itself where it cannot be drawn.
async function shrink(file) {
  try {
    const image = await createImageBitmap(file, { imageOrientation: "from-image" });
    const blob = await new Promise((resolve) => canvasOf(image, SIDE).toBlob(resolve, "image/jpeg", QUALITY));
    const picture = canvasOf(image, SMALL).toDataURL("image/jpeg", 0.7);
    image.close();
    return { blob: blob && (blob.size < file.size || file.type !== "image/jpeg") ? blob : file, picture };
  } catch {
    return { blob: file, picture: "" };
  }
}

function canvasOf(image, side) {
  const scale = Math.min(1, side / Math.max(image.width, image.height));
  const canvas = Object.assign(document.createElement("canvas"), {
    width: Math.max(1, Math.round(image.width * scale)), height: Math.max(1, Math.round(image.height * scale)),
  });
  const pen = canvas.getContext("2d");
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

// The shelf of photos that the portal has not taken yet. Without one they live as long as the page.
const settled = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function store(mode) {
  const opening = indexedDB.open("malangnews-tulis", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("foto", { keyPath: "id", autoIncrement: true });
  const shelf = await settled(opening);
  return shelf.transaction("foto", mode).objectStore("foto");
}

const shelve = (held) => store("readwrite").then((shelf) => settled(shelf.put(held))).catch(() => undefined);
const unshelve = (id) => id !== undefined && store("readwrite").then((shelf) => settled(shelf.delete(id))).catch(() => undefined);
const shelved = () => store("readonly").then((shelf) => settled(shelf.getAll()));
