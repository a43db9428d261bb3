// Dialogs of the editor. Each resolves with what was chosen, or null.

let count = 0;

export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export function open(title, fill) {
  const id = `editor-dialog-${++count}`;
  const dialog = make("dialog", { className: "editor-dialog" }, make("h2", { id, textContent: title }));
  dialog.setAttribute("aria-labelledby", id);
  document.body.append(dialog);
  return new Promise((resolve) => {
    let chosen = null;
    fill(dialog, (value) => {
      chosen = value;
      dialog.close();
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(chosen);
    });
    dialog.showModal();
  });
}

export function field(label, properties) {
  const input = make("input", { id: `editor-field-${++count}`, ...properties });
  return { input, row: make("p", {}, make("label", { htmlFor: input.id, textContent: label }), input) };
}

// Ask for one address; `read` returns what to keep of it, or null, and then `hint` is told.
export function askAddress(title, label, value, read, hint, done, removable = false) {
  return open(title, (dialog, choose) => {
    const { input, row } = field(label, { type: "text", inputMode: "url", value, autocomplete: "off" });
    const told = make("p", { className: "editor-told", id: `${input.id}-told` });
    told.setAttribute("role", "alert");
    input.setAttribute("aria-describedby", told.id);
    const form = make("form", { method: "dialog" }, row, told, make("p", { className: "editor-buttons" }, make("button", { type: "submit", textContent: done })));
    const last = form.lastElementChild;
    if (removable) {
      const remove = make("button", { type: "button", textContent: "Hapus tautan" });
      remove.addEventListener("click", () => choose(""));
      last.append(remove);
    }
    const cancel = make("button", { type: "button", textContent: "Batal" });
    cancel.addEventListener("click", () => choose(null));
    last.append(cancel);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const kept = read(input.value.trim());
      input.setAttribute("aria-invalid", String(!kept));
      if (kept) choose(kept);
      else told.textContent = hint;
    });
    dialog.append(form);
    setTimeout(() => input.focus());
  });
}

// Search a list of the portal; `draw` fills the button of one result.
export function pick(title, address, draw, foot = null) {
  return open(title, (dialog, choose) => {
    const { input, row } = field("Cari", { type: "search", autocomplete: "off" });
    const told = make("p", { className: "editor-told" });
    told.setAttribute("role", "status");
    const list = make("ul", { className: "editor-results" });
    const more = make("button", { type: "button", textContent: "Tampilkan lebih banyak", hidden: true });
    const cancel = make("button", { type: "button", textContent: "Batal" });
    cancel.addEventListener("click", () => choose(null));
    let asked = 0, timer = 0, page = 1;
    async function load(next = 1) {
      const mine = ++asked;
      try {
        const answer = await fetch(`${address}?${new URLSearchParams({ q: input.value, hal: next })}`, { headers: { Accept: "application/json" } });
        if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`);
        const { results, next: following } = await answer.json();
        if (mine !== asked) return;
        if (next === 1) list.replaceChildren();
        for (const result of results) {
          const button = make("button", { type: "button" });
          draw(button, result, make);
          button.addEventListener("click", () => choose(result));
          list.append(make("li", {}, button));
        }
        page = following;
        more.hidden = !following;
        told.textContent = list.children.length ? `${list.children.length} ditampilkan.` : "Tidak ada yang cocok.";
      } catch {
        if (mine === asked) told.textContent = "Daftar tidak dapat dibuka. Periksa sambungan atau masuk lagi.";
      }
    }
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(load, 250);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
    more.addEventListener("click", () => load(page));
    dialog.append(row, told, list, make("p", { className: "editor-buttons" }, more, ...(foot ? [foot(make, choose)] : []), cancel));
    load();
    setTimeout(() => input.focus());
  });
}
