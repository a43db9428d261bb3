// Buttons above the text that put the signs of headings, lists, quotations and bold for the writer.
const LINES = [["Judul antara", "## "], ["Butir", "- "], ["Kutipan", "> "]];

export function startMarks(text, changed) {
  const bar = document.createElement("div");
  bar.className = "writing-marks";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Bentuk tulisan");
  const button = (words, act) => {
    const one = document.createElement("button");
    one.type = "button";
    one.textContent = words;
    one.addEventListener("click", () => { act(); text.focus(); changed(); });
    bar.append(one);
  };
  for (const [words, sign] of LINES) button(words, () => signLines(text, sign));
  button("Tebal", () => wrap(text, "**"));
  text.before(bar);
}

// Puts the sign before each chosen line, or takes it away where all have it.
function signLines(text, sign) {
  const start = text.value.lastIndexOf("\n", text.selectionStart - 1) + 1;
  const stop = text.value.indexOf("\n", text.selectionEnd);
  const end = stop < 0 ? text.value.length : stop;
  const lines = text.value.slice(start, end).split("\n");
  const signed = lines.every((one) => one.startsWith(sign));
  text.setRangeText(lines.map((one) => (signed ? one.slice(sign.length) : sign + one)).join("\n"), start, end, "end");
}

function wrap(text, sign) {
  const { selectionStart: start, selectionEnd: end } = text;
  const words = text.value.slice(start, end) || "tebal";
  text.setRangeText(`${sign}${words}${sign}`, start, end, "end");
  text.setSelectionRange(start + sign.length, start + sign.length + words.length);
}
