// Gives every box of suggestions its name: the script that draws it names it only by what is chosen.
const boxes = "select.admin-autocomplete + .select2-container";

function nameBox(container) {
  const select = container.previousElementSibling;
  const label = document.querySelector(`label[for="${select.id}"]`);
  const words = (label?.textContent ?? select.getAttribute("aria-label") ?? "").trim().replace(/:$/, "");
  if (!words) return;
  select.setAttribute("aria-label", words);
  const box = container.querySelector(".select2-selection");
  const chosen = container.querySelector(".select2-selection__rendered");
  box.setAttribute("aria-labelledby", [select.id, chosen.id].filter(Boolean).join(" "));
  if (chosen.tagName === "UL") chosen.setAttribute("role", "presentation");
  else chosen.setAttribute("aria-label", chosen.textContent.trim() ? chosen.title : words);
  container.querySelector(".select2-search__field")?.setAttribute("aria-label", words);
}

const nameAll = (root) => root.querySelectorAll(boxes).forEach(nameBox);

// What is chosen is drawn anew; the list that opens has a search field of its own.
function renew(event) {
  const container = event.target.nextElementSibling;
  if (!container?.matches(".select2-container")) return;
  setTimeout(() => {
    nameBox(container);
    const words = event.target.getAttribute("aria-label");
    document.querySelector(".select2-dropdown .select2-search__field")?.setAttribute("aria-label", words);
  });
}

// After Django's own start, which jQuery calls first.
window.django?.jQuery?.(() => {
  nameAll(document);
  window.django.jQuery(document).on("select2:open change", "select.admin-autocomplete", renew);
});
document.addEventListener("formset:added", (event) => setTimeout(() => nameAll(event.target)));
