// A new result of an edition begins with the class, recipient and source of the result above it.
const carried = ["participant_class", "recipient_organization", "recipient_kim", "source_title", "source_url"];

function carry(from, to) {
  if (!from.value || to.value) return;
  if (to.tagName === "SELECT") {
    const chosen = from.selectedOptions[0];
    to.add(new Option(chosen.text, chosen.value, true, true));
  }
  to.value = from.value;
  to.dispatchEvent(new Event("change", { bubbles: true }));
}

document.addEventListener("formset:added", (event) => {
  if (event.detail.formsetName !== "awards") return;
  const above = event.target.previousElementSibling;
  for (const name of carried) {
    const from = above?.querySelector(`[name$="-${name}"]`);
    const to = event.target.querySelector(`[name$="-${name}"]`);
    if (from && to) carry(from, to);
  }
});
