// The point of a photo that stays in view when it is cut: chosen by a click on the photo. The two
// numbers below it do the same from the keyboard.
const picture = document.querySelector(".field-preview img.desk-preview");
const [x, y] = ["#id_focal_x", "#id_focal_y"].map((id) => document.querySelector(id));

if (picture && x && y) {
  const frame = document.createElement("span");
  frame.className = "photo-focal";
  const mark = document.createElement("span");
  mark.className = "photo-focal-mark";
  const hint = document.createElement("span");
  hint.className = "help";
  hint.textContent = "Tekan bagian foto yang harus tetap terlihat bila dipotong.";
  picture.replaceWith(frame);
  frame.append(picture, mark);
  frame.after(hint);
  const place = () => {
    mark.style.left = `${x.value}%`;
    mark.style.top = `${y.value}%`;
  };
  picture.addEventListener("click", (event) => {
    const box = picture.getBoundingClientRect();
    const part = (at, start, size) => Math.min(100, Math.max(0, Math.round(((at - start) / size) * 100)));
    x.value = part(event.clientX, box.left, box.width);
    y.value = part(event.clientY, box.top, box.height);
    for (const field of [x, y]) field.dispatchEvent(new Event("input", { bubbles: true }));
    place();
  });
  for (const field of [x, y]) field.addEventListener("input", place);
  place();
}
