// Choosing a photo: from the library by its pictures, or a new one. Acts on nothing by itself.
import { make, pick } from "./editor-dialogs.js";
import { chooseFile, describe } from "./editor-upload.js";

// Ask for a photo of the library or a new one; resolves with its card, or null.
export async function choosePhoto(places, form, title = "Pilih foto") {
  const drawn = (button, one) => button.append(
    make("img", { src: one.src, alt: "", loading: "lazy" }),
    make("b", { textContent: one.alt || one.words }), make("small", { textContent: one.credit }),
  );
  const foot = (_, choose) => {
    const button = make("button", { type: "button", textContent: "Unggah foto baru …" });
    button.addEventListener("click", async () => {
      const file = await chooseFile();
      if (file) choose({ file });
    });
    return button;
  };
  const chosen = await pick(title, places.photos, drawn, places.intake ? foot : null);
  return chosen?.file ? describe(chosen.file, places, form) : chosen;
}
