// What a story may consist of, as nodes and marks of the editor; core/text.py lets the same through.

const PHOTO = /^[1-9]\d{0,17}$/;
const RECORD = /^(kim|award):[1-9]\d{0,17}$/;

function captionOf(figure) {
  return figure.querySelector("figcaption") ?? document.createElement("figcaption");
}

// A figure in the editor: its picture or address above, its own caption below.
function figureView(node, text, photos) {
  const dom = document.createElement("figure");
  const { photo, video } = node.attrs;
  dom.className = "editor-figure";
  const shown = document.createElement("div");
  shown.contentEditable = "false";
  if (video) shown.append(Object.assign(document.createElement("p"), { textContent: `${text}: ${video}` }));
  if (photo) {
    const image = Object.assign(document.createElement("img"), { src: `${photos}${photo}/`, alt: "" });
    image.addEventListener("error", () => image.replaceWith(`Foto ${photo} tidak dapat ditampilkan.`));
    shown.append(image);
    if (!video) image.alt = `Foto ${photo} dari pustaka`;
  }
  const contentDOM = document.createElement("figcaption");
  contentDOM.dataset.hint = "Keterangan (boleh kosong)";
  const mark = (now) => contentDOM.classList.toggle("is-empty", now.content.size === 0);
  mark(node);
  dom.append(shown, contentDOM);
  return {
    dom,
    contentDOM,
    update(next) {
      if (next.type !== node.type || next.attrs.photo !== photo || next.attrs.video !== video) return false;
      mark(next);
      return true;
    },
    ignoreMutation: (change) => change.type !== "selection" && !contentDOM.contains(change.target) || change.type === "attributes",
  };
}

export function schema(engine, photos) {
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
    addNodeView: () => ({ node }) => figureView(node, "Foto", photos),
  });

  const Video = Node.create({
    ...shared,
    name: "video",
    addAttributes: () => ({ video: hidden, photo: hidden }),
    parseHTML: () => [
      {
        tag: "figure[data-video]",
        priority: 60,
        getAttrs: (dom) => ({ video: dom.dataset.video, photo: PHOTO.test(dom.dataset.photo) ? dom.dataset.photo : null }),
        contentElement: captionOf,
      },
    ],
    renderHTML({ node }) {
      const marks = { "data-video": node.attrs.video };
      if (node.attrs.photo) marks["data-photo"] = node.attrs.photo;
      return ["figure", marks, ["figcaption", 0]];
    },
    addNodeView: () => ({ node }) => figureView(node, "Video", photos),
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
