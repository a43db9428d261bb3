// Sends each dropped or chosen file on its own, with its progress; one that is refused leaves the
// others be. Without this module the form sends all of them at once.
const form = document.querySelector("#photo-drop");
const [state, results, describe] = ["#photo-state", "#photo-results", "#photo-describe"].map((id) => document.querySelector(id));
const stored = [];

const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

function send(file) {
  const bar = make("progress", { max: 100, value: 0 });
  bar.setAttribute("aria-label", `Kemajuan ${file.name}`);
  const words = make("span", {}, make("b", { textContent: file.name }), " ", bar);
  const row = make("li", {}, words);
  results.append(row);
  const refuse = (problem) => {
    row.className = "is-refused";
    bar.replaceWith(problem);
  };
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", location.pathname);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => { bar.value = (event.loaded / event.total) * 100; });
    request.addEventListener("loadend", () => {
      let told = null;
      try { [told] = JSON.parse(request.responseText).results; } catch { told = null; }
      if (!told) refuse(request.status ? "Tidak diterima. Sesi mungkin berakhir: muat ulang halaman ini." : "Sambungan putus. Coba lagi.");
      else if (told.problem) refuse(told.problem);
      else {
        stored.push(told.id);
        row.prepend(make("img", { src: told.url, alt: "", width: 96, height: 64 }));
        bar.replaceWith(make("a", { href: told.change, textContent: "Tersimpan" }));
      }
      resolve(Boolean(told?.id));
    });
    const data = new FormData(form);
    data.delete("files");
    data.append("files", file);
    request.send(data);
  });
}

async function sendAll(files) {
  let kept = 0;
  for (const [number, file] of files.entries()) {
    state.textContent = `Mengunggah ${number + 1} dari ${files.length} …`;
    if (await send(file)) kept += 1;
  }
  state.textContent = `${kept} dari ${files.length} foto tersimpan.`;
  describe.href = `${form.dataset.describe}?foto=${stored.join(",")}`;
  describe.hidden = !stored.length;
  form.elements.files.value = "";
}

if (form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sendAll([...form.elements.files.files]);
  });
  form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("is-over"); });
  form.addEventListener("dragleave", () => form.classList.remove("is-over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("is-over");
    sendAll([...event.dataTransfer.files]);
  });
}
