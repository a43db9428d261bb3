// A button beside each text of a share card that copies it; without it the text is copied by hand.
const said = document.querySelector(".cards-said");

for (const text of document.querySelectorAll("textarea[data-copy]")) {
  const name = text.labels[0].textContent.split(",")[0].toLowerCase();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = `Salin ${name}`;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      said.textContent = `Tersalin: ${name}.`;
    } catch {
      text.focus();
      text.select();
      said.textContent = "Peramban tidak mengizinkan penyalinan. Teksnya sudah dipilih: tekan Ctrl+C.";
    }
  });
  text.after(button);
}
