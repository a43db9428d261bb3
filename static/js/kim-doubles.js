// While a KIM is being named: groups that may be the same, asked of the desk. Without this module
// they are shown when the form is sent.
const name = document.querySelector("#id_kim-name");
const place = document.querySelector("#id_kim-kelurahan");
const shown = document.querySelector("#registration-doubles");
let waiting = 0;
let asked = 0;

async function ask() {
  const turn = ++asked;
  const query = new URLSearchParams({ nama: name.value, kelurahan: place.value });
  const answer = await fetch(`${shown.dataset.url}?${query}`).catch(() => null);
  if (!answer?.ok || turn !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (turn === asked && page.body.textContent.trim() !== shown.textContent.trim()) {
    shown.replaceChildren(...page.body.childNodes);
  }
}

function later() {
  clearTimeout(waiting);
  waiting = setTimeout(ask, 400);
}

if (name && place && shown) {
  name.addEventListener("input", later);
  place.addEventListener("change", later);
  // Somebody may have typed before this module came.
  if (name.value && !shown.textContent.trim()) later();
}

// What is wrong is told first, also to who does not see the top of the page.
document.querySelector(".errornote")?.focus();
