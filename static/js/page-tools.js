// What readers do with a page. A button that copies is put beside everything marked data-copy (its
// value names what is copied); buttons marked data-copies (the id of a place) and data-print are
// shown. Without this script the words stand there to be selected, and the browser's menu prints.

const READ_ON = "[tanggal membaca]";

// What a citation leaves open is the day on which it is copied.
function wordsOf(place) {
  const today = new Date().toLocaleDateString("id-ID", { dateStyle: "long" });
  return place.textContent.trim().replace(READ_ON, today);
}

// Browsers keep the clipboard from pages without TLS; selecting the words still helps.
async function copy(place) {
  const words = wordsOf(place);
  try {
    await navigator.clipboard.writeText(words);
    return "Tersalin.";
  } catch {
    getSelection().selectAllChildren(place);
    return "Belum tersalin. Teksnya sudah dipilih: tekan Ctrl+C.";
  }
}

// Let a button copy a place; returns where it says how that went.
function answering(button, place) {
  const answer = document.createElement("span");
  answer.className = "meta";
  answer.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    answer.textContent = "";
    answer.textContent = await copy(place);
  });
  return answer;
}

for (const place of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Salin";
  button.setAttribute("aria-label", `Salin ${place.dataset.copy}`);
  const row = document.createElement("div");
  row.className = "cluster";
  row.append(button, answering(button, place));
  place.after(row);
}

for (const button of document.querySelectorAll("[data-copies]")) {
  button.parentElement.append(answering(button, document.getElementById(button.dataset.copies)));
  button.hidden = false;
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
