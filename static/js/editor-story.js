// Makes the text area of a story rich. The text area stays what the form sends and what others read:
// it holds the present HTML and says so with an `input` event at each change.
import { readVideo } from "./editor-addresses.js";
import { known as knownMarks } from "./editor-known.js";
import { cleanPaste } from "./editor-paste.js";
import { asHtml, schema, tidy } from "./editor-schema.js";
import { insertFigure, toolbar } from "./editor-toolbar.js";

// The address of a video on a line of its own, or the code for embedding it, is the video.
function pasteVideo(editor, event) {
  const text = event.clipboardData?.getData("text/plain").trim() ?? "";
  const { $from, empty } = editor.state.selection;
  const alone = empty && $from.parent.type.name === "paragraph" && !$from.parent.content.size;
  const video = (alone && !/\s/.test(text)) || /^<(iframe|blockquote)\s/i.test(text) ? readVideo(text) : null;
  if (video) insertFigure(editor, { type: "video", attrs: { video } });
  return video !== null;
}

async function start(area) {
  const engine = await import(area.dataset.storyEditor);
  const label = document.querySelector(`label[for="${area.id}"]`);
  label.id ||= `${area.id}-label`;
  const frame = document.createElement("div");
  frame.className = "story-editor";
  let known = area.value;
  const places = { ...area.dataset, form: area.form };
  const marks = knownMarks(places.marks);
  const editor = new engine.Editor({
    element: frame,
    // The rules stand in admin-editor.css: the portal's policy refuses styles from scripts.
    injectCSS: false,
    // Asterisks of a chat stay as they are; "- " and "1. " begin a list.
    enablePasteRules: false,
    enableInputRules: ["bulletList", "orderedList"],
    content: asHtml(known),
    extensions: schema(engine, places, marks),
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": label.id,
        ...(area.getAttribute("aria-describedby") && { "aria-describedby": area.getAttribute("aria-describedby") }),
      },
      transformPastedHTML: cleanPaste,
      handlePaste: (_, event) => pasteVideo(editor, event),
    },
    onUpdate() {
      known = tidy(editor.getHTML());
      area.value = known;
      area.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  frame.prepend(toolbar(editor, places, marks));
  area.before(frame);
  area.classList.add("is-behind-editor");
  area.tabIndex = -1;
  area.setAttribute("aria-hidden", "true");
  label.addEventListener("click", (event) => {
    event.preventDefault();
    editor.commands.focus();
  });
  // A copy that is taken up again, and whatever else writes into the text area.
  const take = () => {
    if (area.value === known) return;
    known = area.value;
    editor.commands.setContent(asHtml(known), { emitUpdate: false });
  };
  area.addEventListener("input", take);
  area.addEventListener("change", take);
  area.form.addEventListener("reset", () => setTimeout(take));
}

for (const area of document.querySelectorAll("textarea[data-story-editor]")) start(area);
