// What the portal knows today of the marks in a text: "kim:5", "award:7", "photo:12". Asked for all
// marks at once; until the answer is there, and without one, the words that the text stores stand.

export function known(address) {
  const told = new Map(), asked = new Set(), watchers = new Map();
  let waiting = [];

  function tell(mark, what) {
    told.set(mark, what);
    for (const hear of watchers.get(mark) ?? []) hear(what);
  }

  async function load() {
    const marks = waiting;
    waiting = [];
    try {
      const answer = await fetch(`${address}?${new URLSearchParams({ m: marks.join(",") })}`, { headers: { Accept: "application/json" } });
      if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`);
      const found = (await answer.json()).marks;
      for (const mark of marks) tell(mark, found[mark] ?? null);
    } catch {
      for (const mark of marks) asked.delete(mark);
    }
  }

  return {
    tell,
    // Calls `hear` with what is known, or null for a mark that leads nowhere. Returns how to stop.
    watch(mark, hear) {
      if (!watchers.has(mark)) watchers.set(mark, new Set());
      watchers.get(mark).add(hear);
      if (told.has(mark)) hear(told.get(mark));
      else if (!asked.has(mark)) {
        asked.add(mark);
        if (waiting.push(mark) === 1) setTimeout(load);
      }
      return () => watchers.get(mark).delete(hear);
    },
  };
}
