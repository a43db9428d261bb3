// The field of a story's lead photo. Loaded by the form alone: under hashed names a module that is
// also imported by another would run twice.
import { make } from "./editor-dialogs.js";
import { choosePhoto } from "./editor-photos.js";
import { chooseFile, describe } from "./editor-upload.js";

// The lead photo's field: two buttons in place of the "+", and the picture that is chosen now.
function lead(select, places) {
  const form = select.form;
  const shown = form.querySelector(".field-photo_now .readonly");

  function take(photo) {
    if (!photo) return;
    if (![...select.options].some(({ value }) => value === String(photo.id))) select.add(new Option(photo.words, photo.id));
    select.value = photo.id;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function button(words, act) {
    const made = make("button", { type: "button", className: "button lead-button", textContent: words });
    made.addEventListener("click", async () => {
      take(await act());
      made.focus();
    });
    return made;
  }

  const buttons = [button("Pilih dari pustaka …", () => choosePhoto(places, form))];
  if (places.intake) {
    buttons.unshift(button("Unggah foto …", async () => {
      const file = await chooseFile();
      return file && describe(file, places, form);
    }));
  }
  select.closest(".related-widget-wrapper").after(make("span", { className: "lead-buttons" }, ...buttons));
  document.querySelector(`#add_${select.id}`)?.remove();

  let first = select.value;
  const changed = () => {
    if (!shown || select.value === first) return;
    first = select.value;
    if (!first) shown.textContent = "Tanpa foto, portal menggambar kain batik.";
    else shown.replaceChildren(make("img", { className: "desk-preview", src: `${places.photos}${first}/`, alt: "Foto utama yang dipilih" }));
  };
  // Boxes of suggestions tell of a change through the script that draws them.
  window.django?.jQuery?.(select).on("change", changed);
  select.addEventListener("change", changed);
}

const select = document.querySelector("#id_lead_photo");
const area = document.querySelector("textarea[data-story-editor]");
if (select && area) lead(select, area.dataset);
