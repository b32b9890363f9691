// What was read is shown as read. This device alone remembers it, in the browser's storage: no cookie, nothing is sent.
// It is for readers without an account; for the others the site marks it, and leaves nothing on the device.
"use strict";

{
  const KEY = "read";
  const MOST = 2000; // clips; the oldest are forgotten first
  const { saysAll, saysDone, saysRead, saysChanged } = document.currentScript.dataset;

  // Clip -> [version, seconds]; those read last come last.
  function remembered() {
    try {
      return new Map(JSON.parse(localStorage.getItem(KEY)).map(([clip, ...seen]) => [clip, seen]));
    } catch {
      return new Map(); // nothing yet, nothing of ours, or storage is forbidden
    }
  }

  function remember(known, clip, version) {
    const seen = Math.max(version, known.get(clip)?.[0] || 0);
    known.delete(clip);
    known.set(clip, [seen, Math.round(Date.now() / 1000)]);
  }

  function keep(known) {
    try {
      localStorage.setItem(KEY, JSON.stringify([...known].slice(-MOST).map(([clip, seen]) => [clip, ...seen])));
    } catch {
      // full or forbidden: then nothing is remembered
    }
  }

  function mark(known) {
    for (const place of document.querySelectorAll("span[data-clip]")) {
      const seen = known.get(Number(place.dataset.clip));
      const state = seen ? (seen[0] >= Number(place.dataset.version) ? "read" : "changed") : "";
      place.dataset.read = state;
      place.textContent = { read: saysRead, changed: saysChanged }[state] || "";
    }
  }

  const here = document.querySelector("article[data-reading]");
  if (here) {
    const known = remembered();
    remember(known, Number(here.dataset.reading), Number(here.dataset.version));
    keep(known);
  }

  // Below a list: one button for all that it shows.
  function offer(all) {
    const unread = [...document.querySelectorAll('span[data-clip]:not([data-read="read"])')];
    if (!unread.length) return;
    const button = document.createElement("button");
    button.textContent = saysAll;
    button.addEventListener("click", () => {
      const known = remembered();
      for (const { dataset } of unread) remember(known, Number(dataset.clip), Number(dataset.version));
      keep(known);
      mark(known);
      all.textContent = saysDone; // a status, so it is heard; the focus stays here
      all.focus();
    });
    all.setAttribute("role", "status");
    all.tabIndex = -1;
    all.replaceChildren(button);
  }

  const forget = document.querySelector("[data-forget]");
  if (forget) {
    forget.hidden = false;
    forget.addEventListener("click", () => {
      localStorage.removeItem(KEY);
      mark(new Map());
      forget.nextElementSibling.hidden = false;
    });
  }

  mark(remembered());
  const all = document.querySelector("div.mark-all");
  if (all) offer(all);
  window.addEventListener("pageshow", (event) => event.persisted && mark(remembered())); // back to a list
  window.addEventListener("storage", (event) => event.key === KEY && mark(remembered())); // read in another window
}
