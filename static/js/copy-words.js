// Adds a button that copies beside everything marked data-copy (its value names what is copied).
// Without this script the words stand there to be selected.

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

for (const place of document.querySelectorAll("[data-copy]")) {
  const [button, answer] = ["button", "span"].map((tag) => document.createElement(tag));
  button.type = "button";
  button.className = "copy";
  button.textContent = "Salin";
  button.setAttribute("aria-label", `Salin ${place.dataset.copy}`);
  answer.className = "meta";
  answer.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    answer.textContent = "";
    answer.textContent = await copy(place);
  });
  const row = document.createElement("div");
  row.className = "cluster";
  row.append(button, answer);
  place.after(row);
}
