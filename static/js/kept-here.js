// What is being typed into a form, kept in this browser until the portal has it.
const SOON = 500;

// The fields as pairs, without files and without the token of the session.
export const fieldsOf = (form) => [...new FormData(form)].filter(([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string");

// `keep(kept)` writes now, under what `name()` says, and whether the portal has it too; `soon()`
// writes within half a second.
export function keepHere(form, name) {
  let timer = 0;
  function keep(kept = false) {
    clearTimeout(timer);
    timer = 0;
    try {
      localStorage.setItem(name(), JSON.stringify({ at: Date.now(), kept, data: fieldsOf(form) }));
    } catch {
      // A full or forbidden store: the portal's own copy has to do.
    }
  }
  return { keep, soon: () => { timer ||= setTimeout(keep, SOON); } };
}
