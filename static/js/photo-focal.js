// The point of a photo that stays in view when it is cut: chosen by a click on the photo or moved by
// the arrow keys, with the cut beside it. The two numbers below it do the same without this module.
const picture = document.querySelector(".field-preview img.desk-preview");
const [x, y] = ["#id_focal_x", "#id_focal_y"].map((id) => document.querySelector(id));
const RATIO = 16 / 9;
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};
const inside = (number, most = 100) => Math.min(most, Math.max(0, number));

// Where the cut begins, in percent of what is cut away: the same sum as in media/renditions.py.
function begins(side, part, percent) {
  const away = side - part;
  return away > 0 ? (inside((side * percent) / 100 - part / 2, away) / away) * 100 : 50;
}

function focus() {
  const mark = make("span", { className: "photo-focal-mark", tabIndex: 0 });
  const told = make("output", { className: "photo-focal-told" });
  const hint = make("span", { className: "help", id: "focal-hint" });
  const cut = make("img", { src: picture.src, alt: "" });
  const frame = make("span", { className: "photo-focal" });
  hint.textContent = "Tekan bagian foto yang harus tetap terlihat bila dipotong, atau geser titiknya dengan tombol panah (Shift: sepuluh persen sekali).";
  for (const [name, value] of Object.entries({
    role: "slider", "aria-label": "Titik fokus", "aria-describedby": hint.id, "aria-valuemin": 0, "aria-valuemax": 100,
  })) mark.setAttribute(name, value);
  told.setAttribute("aria-live", "polite");

  picture.replaceWith(make("span", { className: "photo-focus" },
    frame, make("span", { className: "photo-cut" }, make("span", { className: "photo-cut-frame" }, cut), make("span", { className: "help", textContent: "Potongan 16:9" })), hint, told));
  frame.append(picture, mark);

  const show = () => {
    const [across, down] = [x, y].map((field) => inside(Math.round(Number(field.value)) || 0));
    const [width, height] = [Number(picture.getAttribute("width")), Number(picture.getAttribute("height"))];
    mark.style.left = `${across}%`;
    mark.style.top = `${down}%`;
    cut.style.objectPosition = `${begins(width, Math.min(width, height * RATIO), across)}% ${begins(height, Math.min(height, width / RATIO), down)}%`;
    const words = `${across} persen dari kiri, ${down} persen dari atas`;
    mark.setAttribute("aria-valuenow", across);
    mark.setAttribute("aria-valuetext", words);
    told.textContent = `Titik fokus: ${words}.`;
  };
  const set = (across, down) => {
    [x.value, y.value] = [inside(across), inside(down)];
    for (const field of [x, y]) field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  picture.addEventListener("click", (event) => {
    const box = picture.getBoundingClientRect();
    const part = (at, start, size) => Math.round(((at - start) / size) * 100);
    set(part(event.clientX, box.left, box.width), part(event.clientY, box.top, box.height));
    mark.focus({ preventScroll: true });
  });
  mark.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const far = event.shiftKey ? 10 : 1;
    set(Number(x.value) + step[0] * far, Number(y.value) + step[1] * far);
  });
  for (const field of [x, y]) field.addEventListener("input", show);
  show();
}

// Who may only look sees the photo as it is: there is nothing to set.
if (picture && x && y) focus();
