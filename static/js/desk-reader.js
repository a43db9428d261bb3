// The desk's reader, while one writes: points at the very words, offers the mend where there is
// one, and changes nothing by itself.
const form = document.querySelector("#article_form");
const panel = document.querySelector("#desk-reader");
const PAUSE = 1500;
const FIELDS = ["title", "summary", "dateline_place", "body", "event_on", "published_at", "lead_photo", "awards", "kims", "csrfmiddlewaretoken"];

function start() {
  const state = panel.querySelector(".reader-state");
  const list = panel.querySelector(".reader-findings");
  const shelf = `malangnews:pemeriksa:${panel.dataset.story}`;
  let timer = 0, turn = 0;
  const aside = new Set(recall());

  function recall() {
    try { return JSON.parse(localStorage.getItem(shelf)) ?? []; } catch { return []; }
  }
  const name = ({ rule, part, words }) => `${rule}|${part}|${words}`;

  async function read() {
    const asked = ++turn;
    const data = new URLSearchParams([...new FormData(form)].filter(([field, value]) => FIELDS.includes(field) && typeof value === "string"));
    try {
      const answer = await fetch(panel.dataset.read, { method: "POST", body: data, headers: { Accept: "application/json" }, redirect: "error" });
      if (asked !== turn) return;
      const told = await answer.json();
      if (!answer.ok) state.textContent = told.words ?? "Pemeriksa sedang tidak dapat membaca.";
      else draw(told.findings);
    } catch {
      // The state of the connection and the session is told by desk-copy.js.
    }
  }

  function draw(all) {
    const findings = all.filter((finding) => !aside.has(name(finding)));
    const words = findings.length ? `${findings.length} hal untuk dilihat lagi. Tidak ada yang diubah sendiri.` : "Tidak ada yang perlu dilihat lagi.";
    if (state.textContent !== words) state.textContent = words;
    list.replaceChildren(...findings.map((finding) => item(finding, all)));
  }

  function item(finding, all) {
    const row = document.createElement("li");
    const button = (words, act, label) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = words;
      if (label) made.setAttribute("aria-label", label);
      made.addEventListener("click", act);
      return made;
    };
    const short = finding.words.length > 90 ? `${finding.words.slice(0, 90)} …` : finding.words;
    const point = button(`“${short.trim() || "spasi ganda"}”`, () => show(finding));
    point.className = "reader-point";
    row.append(point, ` ${finding.why} `);
    if (finding.mend) row.append(button(`Pakai usul: ${finding.mend}`, () => mend(finding)));
    row.append(button("Abaikan", () => {
      aside.add(name(finding));
      try { localStorage.setItem(shelf, JSON.stringify([...aside])); } catch { /* for this visit only */ }
      draw(all);
      panel.querySelector("button")?.focus();
    }, `Abaikan temuan ${short}`));
    return row;
  }

  const field = (part) => document.querySelector(`#id_${part}`);

  // The words in the rich text, as a range over its text; null when they are not there any more.
  function range({ words, occurrence }) {
    const text = document.querySelector(".ProseMirror");
    if (!text) return null;
    // What the editor adds to a figure (address, credit) is not the writer's text.
    const own = (node) => (node.parentElement.closest(".editor-figure [contenteditable=false]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const nodes = [], walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT, own);
    let whole = "";
    while (walker.nextNode()) {
      nodes.push([whole.length, walker.currentNode]);
      whole += walker.currentNode.data;
    }
    let at = -1;
    for (let count = 0; count <= occurrence; count += 1) {
      const next = whole.indexOf(words, at + 1);
      if (next < 0) break;
      at = next;
    }
    if (at < 0) return null;
    const spot = (offset, end) => {
      const [begin, node] = nodes.findLast(([start]) => (end ? start < offset : start <= offset));
      return [node, offset - begin];
    };
    const made = document.createRange();
    made.setStart(...spot(at, false));
    made.setEnd(...spot(at + words.length, true));
    return made;
  }

  function show(finding) {
    if (finding.part === "title" || finding.part === "summary") {
      const input = field(finding.part);
      const at = input.value.indexOf(finding.words);
      input.focus();
      if (at >= 0) input.setSelectionRange(at, at + finding.words.length);
      return true;
    }
    const found = finding.part === "body" ? range(finding) : null;
    if (!found) return false;
    globalThis.CSS?.highlights?.set("reader", new Highlight(found));
    found.startContainer.parentElement.scrollIntoView({ block: "center" });
    document.querySelector(".ProseMirror").focus({ preventScroll: true });
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(found);
    return true;
  }

  function mend(finding) {
    if (!show(finding)) return;
    if (finding.part === "body") {
      // After the editor has taken the selection over.
      setTimeout(() => document.execCommand("insertText", false, finding.mend), 50);
      globalThis.CSS?.highlights?.delete("reader");
      return;
    }
    const input = field(finding.part);
    input.setRangeText(finding.mend);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(read, PAUSE);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  addEventListener("load", () => window.django?.jQuery?.(form).on("change", "select", later));
  if (panel.dataset.story !== "baru" || field("body").value) read();
}

if (form && panel) start();
