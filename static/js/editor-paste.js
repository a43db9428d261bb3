// From the HTML of other programs (Word, Google Docs, web pages) to HTML that the editor reads.
import { readVideo } from "./editor-addresses.js";

const MARKER = /^[\s·•▪◦§\-–o\uf0b7\uf0a7]*$/u;

function unwrap(element) {
  element.replaceWith(...element.childNodes);
}

function rename(element, tag) {
  const made = document.createElement(tag);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

// Styles carry bold and italic in Google Docs; they must outlive the styles.
function keepEmphasis(body) {
  for (const bold of body.querySelectorAll("b, strong")) if (/font-weight:\s*(normal|400)/i.test(bold.getAttribute("data-style") ?? "")) unwrap(bold);
  for (const span of body.querySelectorAll("span[data-style]")) {
    const style = span.getAttribute("data-style");
    const tags = [/font-weight:\s*(bold|[6-9]00)/i.test(style) && "strong", /font-style:\s*italic/i.test(style) && "em"].filter(Boolean);
    for (const tag of tags) {
      const made = document.createElement(tag);
      made.append(...span.childNodes);
      span.append(made);
    }
  }
}

function wordItem(paragraph) {
  if (paragraph?.tagName !== "P") return null;
  const style = paragraph.getAttribute("data-style") ?? "";
  const level = /mso-list:[^;]*\blevel(\d+)/i.exec(style);
  return level ? Number(level[1]) : null;
}

// Word writes list items as paragraphs with a drawn bullet.
function wordLists(body) {
  for (const paragraph of [...body.querySelectorAll("p")]) {
    if (!paragraph.isConnected || wordItem(paragraph) === null) continue;
    const run = [];
    for (let next = paragraph; wordItem(next) !== null; next = next.nextElementSibling) run.push(next);
    const holder = document.createElement("div");
    paragraph.before(holder);
    const open = [];
    for (const item of run) {
      const level = wordItem(item);
      let mark = "";
      for (const drawn of item.querySelectorAll("span")) {
        if (!/mso-list:\s*Ignore/i.test(drawn.getAttribute("data-style") ?? "")) continue;
        mark += drawn.textContent;
        drawn.remove();
      }
      const tag = MARKER.test(mark) ? "ul" : "ol";
      while (open.length > level || (open.length === level && open.at(-1).tagName.toLowerCase() !== tag)) open.pop();
      while (open.length < level) {
        const list = document.createElement(open.length === level - 1 ? tag : "ul");
        (open.at(-1)?.lastElementChild ?? open.at(-1) ?? holder).append(list);
        open.push(list);
      }
      const entry = document.createElement("li");
      entry.append(...item.childNodes);
      open.at(-1).append(entry);
      item.remove();
    }
    unwrap(holder);
  }
}

// Without comments and rules of Word. Styles are renamed: the portal's policy refuses even parsed ones.
function inert(html) {
  return html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<!\[[^>]*>/g, "")
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, "")
    .replace(/(<[a-z][^>]*?\s)style(?=\s*=)/gi, "$1data-style");
}

export function cleanPaste(html) {
  const { body } = new DOMParser().parseFromString(inert(html), "text/html");
  for (const frame of body.querySelectorAll("iframe[src]")) {
    const video = readVideo(frame.getAttribute("src"));
    if (!video) continue;
    const figure = document.createElement("figure");
    figure.dataset.video = video;
    frame.replaceWith(figure);
  }
  for (const gone of body.querySelectorAll("script, style, meta, link, title, img, iframe, object, svg")) gone.remove();
  for (const element of [...body.querySelectorAll("*")]) {
    if (!element.localName.includes(":")) continue;
    if (element.textContent.trim()) unwrap(element);
    else element.remove();
  }
  keepEmphasis(body);
  wordLists(body);
  for (const old of body.querySelectorAll("h1")) rename(old, "h2");
  for (const old of body.querySelectorAll("h5, h6")) rename(old, "h4");
  for (const span of body.querySelectorAll("span, font, u")) unwrap(span);
  for (const line of body.querySelectorAll("p, h2, h3, h4, li")) {
    for (const { name } of [...line.attributes]) if (name !== "data-pm-slice") line.removeAttribute(name);
    if (line.tagName === "P" && !line.children.length && !line.textContent.replaceAll("\u00a0", " ").trim()) line.remove();
  }
  for (const stray of body.querySelectorAll(":scope > br")) if (body.querySelector(":scope > p")) stray.remove();
  return body.innerHTML;
}
