// A new photo from the form of a story: a file, then its words, then it is in the library.
import { field, make, open } from "./editor-dialogs.js";

const KINDS = "image/jpeg,image/png,image/webp,image/avif,image/heic,.heic,.mpo";
const WORDS = [
  ["alt", "Teks alternatif", 250, "Apa yang terlihat, bagi pembaca yang tidak melihat gambar."],
  ["credit", "Kredit", 120, "Pemotret dan lembaganya. Contoh: Diskominfo Kota Malang."],
  ["caption", "Keterangan foto (boleh kosong)", 300, ""],
];
const UNSENT = "Foto belum terkirim. Periksa sambungan, lalu tekan lagi tombolnya.";
const STRANGER = "Foto belum terkirim. Masuk lagi di tab baru, lalu tekan lagi tombolnya.";

// Ask for one file; it must be called while a button is being pressed.
export function chooseFile() {
  return new Promise((resolve) => {
    const input = make("input", { type: "file", accept: KINDS, hidden: true });
    const done = () => {
      input.remove();
      resolve(input.files[0] ?? null);
    };
    input.addEventListener("change", done);
    input.addEventListener("cancel", done);
    // Part of the page while it is open: the browser may throw a loose one away.
    (document.querySelector("dialog[open]") ?? document.body).append(input);
    input.click();
  });
}

// The picture is drawn, not linked: the portal's policy refuses addresses of files.
async function draw(file, canvas) {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, 360 / picture.width, 160 / picture.height);
    [canvas.width, canvas.height] = [picture.width * scale, picture.height * scale];
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.hidden = false;
  } catch {
    // A kind that this browser cannot draw; the portal says whether it takes it.
  }
}

function wordField([name, label, maxLength, hint], told) {
  const { input, row } = field(label, { type: "text", name, maxLength, autocomplete: "off" });
  const help = make("small", { id: `${input.id}-hint`, textContent: hint });
  const wrong = make("strong", { id: `${input.id}-wrong`, className: "editor-wrong" });
  input.setAttribute("aria-describedby", `${help.id} ${wrong.id}`);
  row.append(help, wrong);
  told[name] = { input, wrong };
  return row;
}

// Send the file with its words; resolves with the photo's card, or with {errors, twin} or {words}.
async function send(address, token, file, told) {
  const data = new FormData();
  data.set("file", file);
  for (const [name, { input }] of Object.entries(told)) data.set(name, input.value);
  try {
    const answer = await fetch(address, { method: "POST", body: data, headers: { Accept: "application/json", "X-CSRFToken": token } });
    if (answer.redirected || answer.status === 403) return { words: STRANGER };
    if (answer.ok || answer.status === 400) return await answer.json();
    return { words: answer.status === 413 ? "Berkas terlalu besar. Kecilkan dahulu, paling besar 20 MB." : UNSENT };
  } catch {
    return { words: UNSENT };
  }
}

// Ask for the words of a file and keep it; resolves with the photo's card, or null.
export function describe(file, places, form) {
  return open("Foto baru", (dialog, choose) => {
    const told = {};
    const canvas = make("canvas", { hidden: true });
    canvas.setAttribute("aria-hidden", "true");
    const state = make("p", { className: "editor-told" });
    state.setAttribute("role", "alert");
    const use = make("button", { type: "submit", className: "is-chief", textContent: "Pakai foto ini" });
    const twin = make("button", { type: "button", textContent: "Pakai foto yang sudah ada", hidden: true });
    const cancel = make("button", { type: "button", textContent: "Batal" });
    cancel.addEventListener("click", () => choose(null));
    const sent = make("form", { noValidate: true },
      make("p", { className: "editor-file" }, canvas, make("small", { textContent: file.name })),
      ...WORDS.map((word) => wordField(word, told)), state,
      make("p", { className: "editor-buttons" }, use, twin, cancel));
    let busy = false;
    sent.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (busy) return;
      busy = true;
      state.textContent = "Foto dikirim …";
      const { photo, errors = {}, twin: known, words } = await send(places.intake, form.elements.csrfmiddlewaretoken.value, file, told);
      busy = false;
      if (photo) return choose(photo);
      const others = Object.entries(errors).filter(([name]) => !told[name]).flatMap(([, told]) => told);
      state.textContent = words ?? others.join(" ");
      for (const [name, { input, wrong }] of Object.entries(told)) {
        wrong.textContent = (errors[name] ?? []).join(" ");
        input.setAttribute("aria-invalid", String(Boolean(errors[name])));
      }
      twin.hidden = !known;
      twin.onclick = () => choose(known);
      (Object.values(told).find(({ wrong }) => wrong.textContent)?.input ?? use).focus();
    });
    dialog.append(sent);
    draw(file, canvas);
    setTimeout(() => told.alt.input.focus());
  });
}
