// What a story may consist of, as nodes and marks of the editor; core/text.py lets the same through.
import { make } from "./editor-dialogs.js";
import { platformOf, readVideo } from "./editor-addresses.js";

const PHOTO = /^[1-9]\d{0,17}$/;
const RECORD = /^(?:(?:kim|award):[1-9]\d{0,17}|count:[a-z0-9=;-]{0,160})$/;

function captionOf(figure) {
  return figure.querySelector("figcaption") ?? document.createElement("figcaption");
}

// A figure in the editor: its picture or address above, its own caption below, then what the reader
// sees behind it. Without a caption of its own a photo has that of the library.
function figureView({ node }, places, known) {
  const dom = make("figure", { className: "editor-figure" });
  const { photo, video } = node.attrs;
  const shown = make("div", { contentEditable: "false" });
  const behind = make("p", { className: "editor-credit", contentEditable: "false" });
  const platform = video && platformOf(video);
  let stop = () => {};
  if (video) {
    shown.append(make("p", { textContent: `Video ${platform}: ${video}` }));
    behind.textContent = `Videonya dibuka di situs ${platform}.`;
  }
  const contentDOM = make("figcaption");
  contentDOM.dataset.hint = "Keterangan (boleh kosong)";
  if (photo) {
    const image = make("img", { src: `${places.photos}${photo}/`, alt: video ? "" : `Foto ${photo} dari pustaka` });
    image.addEventListener("error", () => image.replaceWith(`Foto ${photo} tidak dapat ditampilkan.`));
    shown.append(image);
    stop = known.watch(`photo:${photo}`, (card) => {
      if (video) return;
      if (card?.alt) image.alt = card.alt;
      if (card?.caption) contentDOM.dataset.hint = `${card.caption} (dari pustaka)`;
      behind.textContent = card?.credit ? `Foto: ${card.credit}` : "";
      if (card?.lacks.length) behind.append(make("strong", { textContent: ` Sebelum terbit: ${card.lacks.join("; ")}.` }));
    });
  }
  const mark = (now) => contentDOM.classList.toggle("is-empty", now.content.size === 0);
  mark(node);
  dom.append(shown, contentDOM, behind);
  return {
    dom,
    contentDOM,
    update(next) {
      if (next.type !== node.type || next.attrs.photo !== photo || next.attrs.video !== video) return false;
      mark(next);
      return true;
    },
    ignoreMutation: (change) => change.type !== "selection" && !contentDOM.contains(change.target) || change.type === "attributes",
    destroy: () => stop(),
  };
}

// A chip is called as the reader will see it: a KIM by its name of today, a number as it counts
// today, an award in the writer's words; what stands behind it is told by its title.
function recordView({ node }, known) {
  const { record, words } = node.attrs;
  const dom = make("a", { textContent: words });
  dom.dataset.record = record;
  const stop = known.watch(record, (row) => {
    dom.classList.toggle("is-lost", !row);
    if (!row) dom.title = "Tidak ada lagi di registri: pembaca melihat kata-katanya saja.";
    else if (record.startsWith("count:")) dom.title = row.note;
    else dom.title = row.public ? row.words : `${row.words}, ${row.note}: pembaca melihat kata-katanya tanpa tautan.`;
    if (row?.public && /^(?:kim|count):/.test(record)) dom.textContent = row.words;
  });
  return { dom, ignoreMutation: () => true, destroy: stop };
}

export function schema(engine, places, known) {
  const { Node, Mark, mergeAttributes } = engine;
  const hidden = { default: null, rendered: false };

  const Quote = Node.create({
    name: "blockquote",
    group: "block",
    content: "(paragraph | bulletList | orderedList)+ speaker?",
    defining: true,
    parseHTML: () => [{ tag: "blockquote" }],
    renderHTML: () => ["blockquote", 0],
  });

  const Speaker = Node.create({
    name: "speaker",
    content: "text*",
    marks: "",
    defining: true,
    parseHTML: () => [{ tag: "cite", context: "blockquote/" }],
    renderHTML: () => ["cite", 0],
    addKeyboardShortcuts() {
      const here = () => {
        const { $from, empty } = this.editor.state.selection;
        return $from.parent.type.name === this.name ? { $from, empty } : null;
      };
      return {
        Enter: () => {
          const at = here();
          if (!at) return false;
          const after = at.$from.after(at.$from.depth - 1);
          return this.editor.chain().insertContentAt(after, { type: "paragraph" }).setTextSelection(after + 1).run();
        },
        Backspace: () => {
          const at = here();
          if (!at || !at.empty || at.$from.parent.content.size) return false;
          return this.editor.commands.deleteNode(this.name);
        },
      };
    },
  });

  const shared = { group: "block", content: "inline*", defining: true, isolating: true, draggable: true };
  const Photo = Node.create({
    ...shared,
    name: "photo",
    addAttributes: () => ({ photo: hidden }),
    parseHTML: () => [
      {
        tag: "figure[data-photo]:not([data-video])",
        getAttrs: (dom) => PHOTO.test(dom.dataset.photo) && { photo: dom.dataset.photo },
        contentElement: captionOf,
      },
    ],
    renderHTML: ({ node }) => ["figure", { "data-photo": node.attrs.photo }, ["figcaption", 0]],
    addNodeView: () => (made) => figureView(made, places, known),
  });

  const Video = Node.create({
    ...shared,
    name: "video",
    addAttributes: () => ({ video: hidden, photo: hidden }),
    parseHTML: () => [
      {
        tag: "figure[data-video]",
        priority: 60,
        getAttrs: (dom) => readVideo(dom.dataset.video) !== null && ({ video: readVideo(dom.dataset.video), photo: PHOTO.test(dom.dataset.photo) ? dom.dataset.photo : null }),
        contentElement: captionOf,
      },
    ],
    renderHTML({ node }) {
      const marks = { "data-video": node.attrs.video };
      if (node.attrs.photo) marks["data-photo"] = node.attrs.photo;
      return ["figure", marks, ["figcaption", 0]];
    },
    addNodeView: () => (made) => figureView(made, places, known),
  });

  const Record = Node.create({
    name: "record",
    group: "inline",
    inline: true,
    atom: true,
    addAttributes: () => ({ record: hidden, words: hidden }),
    parseHTML: () => [
      {
        tag: "a[data-record]",
        priority: 80,
        getAttrs: (dom) => RECORD.test(dom.dataset.record) && { record: dom.dataset.record, words: dom.textContent },
      },
    ],
    renderHTML: ({ node }) => ["a", { "data-record": node.attrs.record }, node.attrs.words],
    renderText: ({ node }) => node.attrs.words,
    addNodeView: () => (made) => recordView(made, known),
  });

  const Link = Mark.create({
    name: "link",
    inclusive: false,
    addAttributes: () => ({ href: { default: null } }),
    parseHTML: () => [{ tag: "a[href]", getAttrs: (dom) => /^(https?:|mailto:|tel:|\/(?!\/)|#)/i.test(dom.getAttribute("href").trim()) && null }],
    renderHTML: ({ HTMLAttributes }) => ["a", mergeAttributes(HTMLAttributes), 0],
  });

  return [
    engine.Document, engine.Paragraph, engine.Text, engine.HardBreak, engine.HorizontalRule,
    engine.Heading.configure({ levels: [2, 3, 4] }),
    engine.Bold, engine.Italic, engine.Subscript, engine.Superscript, Link,
    engine.BulletList, engine.OrderedList, engine.ListItem,
    Quote, Speaker, Photo, Video, Record,
    // Drawn without the package's own view: it sets styles, which the portal's policy refuses.
    engine.Table.extend({ renderHTML: () => ["table", ["tbody", 0]], addNodeView: null }).configure({ resizable: false }),
    engine.TableRow, engine.TableHeader, engine.TableCell,
    engine.History, engine.Dropcursor, engine.Gapcursor,
  ];
}

// From the editor's HTML to the portal's: no empty captions, lone paragraphs of a cell unwrapped.
export function tidy(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const caption of body.querySelectorAll("figcaption")) if (!caption.innerHTML.trim()) caption.remove();
  for (const speaker of body.querySelectorAll("cite")) if (!speaker.textContent.trim()) speaker.remove();
  for (const list of body.querySelectorAll("ol, ul")) for (const { name } of [...list.attributes]) list.removeAttribute(name);
  for (const holder of body.querySelectorAll("li, td, th")) {
    const first = holder.firstElementChild;
    const lone = holder.children.length === 1 || (holder.tagName === "LI" && !holder.querySelector(":scope > p ~ p"));
    if (first?.tagName === "P" && lone) first.replaceWith(...first.childNodes);
    if (holder.tagName === "LI") continue;
    for (const { name, value } of [...holder.attributes]) if (!/^(col|row)span$/.test(name) || value === "1") holder.removeAttribute(name);
  }
  for (const table of body.querySelectorAll("table")) {
    const row = table.rows[0];
    if (row && [...row.cells].every((cell) => cell.tagName === "TH")) table.createTHead().append(row);
    for (const cell of table.querySelectorAll("th")) cell.setAttribute("scope", cell.closest("thead") ? "col" : "row");
    for (const part of [...table.tBodies]) if (!part.rows.length) part.remove();
  }
  const made = body.innerHTML;
  return made === "<p></p>" ? "" : made;
}

// A text without markup, one paragraph a line, as HTML; other texts as they are.
export function asHtml(source) {
  if (/<(p|h[1-6]|ul|ol|blockquote|figure|table|div|br)\b/i.test(source)) return source;
  const lines = source.split(/\r\n?|\n/).map((line) => line.trim()).filter(Boolean);
  return lines.map((line) => `<p>${line}</p>`).join("");
}
