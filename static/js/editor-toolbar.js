// The editor's buttons: what each says and does, and when it is pressed.
import { readLink, readVideo } from "./editor-addresses.js";
import { askAddress, pick } from "./editor-dialogs.js";
import { choosePhoto } from "./editor-photos.js";

const STYLES = [["0", "Paragraf"], ["2", "Judul bagian"], ["3", "Subjudul"], ["4", "Anak subjudul"]];

function quote(editor) {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name !== "blockquote") continue;
    const inside = [];
    node.forEach((child) => {
      if (child.type.name !== "speaker") inside.push(child);
      else if (child.content.size) inside.push(editor.schema.nodes.paragraph.create(null, child.content));
    });
    editor.view.dispatch(editor.state.tr.replaceWith($from.before(depth), $from.after(depth), inside));
    return;
  }
  editor.chain().focus().wrapIn("blockquote").run();
}

// Where the speaker of the quote stands; one is added when there is none.
function speaker(editor) {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name !== "blockquote") continue;
    const end = $from.after(depth) - 1;
    if (node.lastChild.type.name === "speaker") editor.chain().focus().setTextSelection(end - 1).run();
    else editor.chain().focus().insertContentAt(end, { type: "speaker" }).setTextSelection(end + 1).run();
    return;
  }
}

// A dialog takes the focus away, and Chromium may give it back at the top of the text.
async function ask(editor, question) {
  const place = editor.state.selection.getBookmark();
  const chosen = await question;
  editor.view.dispatch(editor.state.tr.setSelection(place.resolve(editor.state.doc)));
  editor.view.focus();
  return chosen;
}

async function link(editor) {
  const old = editor.getAttributes("link").href ?? "";
  if (!old && editor.state.selection.empty) {
    await ask(editor, askAddress("Tautan", "Alamat", "", () => null, "Pilih dulu kata yang akan menjadi tautan, lalu tekan lagi tombolnya.", "Pasang"));
    return;
  }
  const hint = "Tulis alamat lengkap, misalnya https://malangkota.go.id.";
  const href = await ask(editor, askAddress("Tautan", "Alamat", old, readLink, hint, "Pasang", Boolean(old)));
  if (href === null) return;
  const chain = editor.chain().focus().extendMarkRange("link");
  (href ? chain.setMark("link", { href }) : chain.unsetMark("link")).run();
}

export function insertFigure(editor, node) {
  // After the block the cursor is in, at the top of the text, or in place of an empty one.
  const { $to } = editor.state.selection;
  const block = $to.depth ? $to.node(1) : null;
  const empty = block?.type.name === "paragraph" && !block.content.size;
  const to = block ? $to.after(1) : $to.pos, from = empty ? $to.before(1) : to;
  editor.chain().focus().insertContentAt({ from, to }, [node, { type: "paragraph" }]).setTextSelection(from + 1).run();
}

async function photo(editor, places, known) {
  const chosen = await ask(editor, choosePhoto(places, places.form));
  if (!chosen) return;
  known.tell(`photo:${chosen.id}`, chosen);
  insertFigure(editor, { type: "photo", attrs: { photo: String(chosen.id) } });
}

// A picture of the library for the video that the cursor is in; the video's own site is not asked.
async function poster(editor, places, known) {
  const chosen = await ask(editor, choosePhoto(places, places.form, "Gambar sampul video"));
  if (!chosen) return;
  known.tell(`photo:${chosen.id}`, chosen);
  editor.chain().focus().updateAttributes("video", { photo: String(chosen.id) }).run();
}

async function video(editor) {
  const hint = "Alamat itu bukan video YouTube, Instagram, atau TikTok. Salin alamatnya dari peramban, misalnya https://www.youtube.com/watch?v=…";
  const chosen = await ask(editor, askAddress("Pasang video", "Alamat video (YouTube, Instagram, TikTok)", "", readVideo, hint, "Pasang"));
  if (chosen) insertFigure(editor, { type: "video", attrs: { video: chosen } });
}

async function record(editor, places) {
  const { from, to, empty } = editor.state.selection;
  const own = empty ? "" : editor.state.doc.textBetween(from, to, " ");
  const chosen = await ask(editor, pick("Sebut KIM, penghargaan, atau jumlahnya (“jumlah 2023 nasional”)", places.records, (button, one, make) => {
    button.append(make("b", { textContent: one.words }), make("small", { textContent: one.note }));
  }));
  if (!chosen) return;
  const words = chosen.record.startsWith("award:") && own ? own : chosen.words;
  editor.chain().focus().insertContent({ type: "record", attrs: { record: chosen.record, words } }).run();
}

const run = (name, ...values) => (editor) => editor.chain().focus()[name](...values).run();
const active = (name) => (editor) => editor.isActive(name);
const inside = (name) => (editor) => editor.isActive(name);
const BUTTONS = [
  ["Tebal", "B", run("toggleBold"), active("bold")],
  ["Miring", "I", run("toggleItalic"), active("italic")],
  ["Tautan", "Tautan", link, active("link")],
  ["Daftar berpoin", "• Daftar", run("toggleBulletList"), active("bulletList")],
  ["Daftar bernomor", "1. Daftar", run("toggleOrderedList"), active("orderedList")],
  ["Kutipan", "Kutipan", quote, active("blockquote")],
  ["Penutur kutipan", "Penutur", speaker, null, inside("blockquote")],
  ["Foto dari pustaka", "Foto", photo],
  ["Video", "Video", video],
  ["Gambar sampul video", "Sampul video", poster, null, inside("video")],
  ["Hapus gambar sampul", "− Sampul", run("updateAttributes", "video", { photo: null }), null, (editor) => Boolean(editor.getAttributes("video").photo)],
  ["KIM atau penghargaan", "KIM/penghargaan", record],
  ["Tabel", "Tabel", run("insertTable", { rows: 3, cols: 2, withHeaderRow: true }), null, (editor) => !editor.isActive("table")],
  ["Tambah baris", "+ Baris", run("addRowAfter"), null, inside("table")],
  ["Tambah kolom", "+ Kolom", run("addColumnAfter"), null, inside("table")],
  ["Hapus baris", "− Baris", run("deleteRow"), null, inside("table")],
  ["Hapus kolom", "− Kolom", run("deleteColumn"), null, inside("table")],
  ["Hapus tabel", "Hapus tabel", run("deleteTable"), null, inside("table")],
  ["Indeks bawah", "X₂", run("toggleMark", "subscript"), active("subscript")],
  ["Indeks atas", "X²", run("toggleMark", "superscript"), active("superscript")],
  ["Garis pemisah", "―", run("setHorizontalRule")],
  ["Urungkan", "↶", run("undo")],
  ["Ulangi", "↷", run("redo")],
];

// One stop of the Tab key: arrows, Home and End move among the buttons that are shown.
function rove(bar) {
  const all = () => [...bar.querySelectorAll("button")];
  const shown = () => all().filter((button) => !button.hidden);
  const stop = (chosen) => all().forEach((button) => (button.tabIndex = button === chosen ? 0 : -1));
  bar.addEventListener("focusin", ({ target }) => target.matches("button") && stop(target));
  bar.addEventListener("keydown", (event) => {
    const row = shown(), at = row.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    row.at(next % row.length).focus();
  });
  stop(all()[0]);
  return () => {
    if (!shown().some((button) => button.tabIndex === 0)) stop(shown()[0]);
  };
}

export function toolbar(editor, places, known) {
  const frame = document.createElement("div");
  frame.className = "editor-toolbar";
  const bar = document.createElement("div");
  bar.className = "editor-tools";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Alat tulis");
  const style = document.createElement("select");
  style.setAttribute("aria-label", "Jenis paragraf");
  style.append(...STYLES.map(([value, words]) => new Option(words, value)));
  style.addEventListener("change", () => {
    const level = Number(style.value);
    const chain = editor.chain().focus();
    (level ? chain.setNode("heading", { level }) : chain.setNode("paragraph")).run();
  });
  frame.append(style, bar);
  const refreshers = BUTTONS.map(([label, face, act, pressed, shown]) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: face, title: label });
    button.setAttribute("aria-label", label);
    // The selection stays in the text while the mouse presses a button.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => act(editor, places, known));
    bar.append(button);
    return () => {
      if (pressed) button.setAttribute("aria-pressed", String(pressed(editor)));
      if (shown) button.hidden = !shown(editor);
    };
  });
  const keepStop = rove(bar);
  function refresh() {
    refreshers.forEach((one) => one());
    keepStop();
    style.value = String(editor.getAttributes("heading").level ?? 0);
  }
  editor.on("transaction", refresh);
  refresh();
  // From anywhere in the text to its tools, out of lists and tables too.
  editor.view.dom.addEventListener("keydown", (event) => {
    if (event.key !== "F10" || !event.altKey) return;
    event.preventDefault();
    bar.querySelector('button[tabindex="0"]').focus();
  });
  return frame;
}
