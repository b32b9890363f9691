// Shows what was read, to readers without an account: this browser alone remembers it.
"use strict";

{
  const KEY = "read";
  const MOST = 2000; // clips; the oldest are forgotten first
  const { saysAll, saysDone, saysRead, saysChanged, saysSince } = document.currentScript.dataset;

  // Clip -> [version, seconds]; those read last come last.
  function remembered() {
    try {
      return new Map(JSON.parse(localStorage.getItem(KEY)).map(([clip, ...seen]) => [clip, seen]));
    } catch {
      return new Map();
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
      // full
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

  function ago(seconds) {
    const hours = Math.round((seconds - Date.now() / 1000) / 3600);
    const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
    return hours > -20 ? words.format(hours, "hour") : words.format(Math.round(hours / 24), "day");
  }

  // What is new, from the page for all who saw that version.
  async function tell(clip, version, seconds) {
    const answer = await fetch(`?since=${version}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const told = page.querySelector(".since");
    if (!told || page.querySelector("article[data-reading]").dataset.version !== clip.dataset.version) return;
    told.querySelector(".since-lead").textContent = saysSince.replace("{when}", ago(seconds));
    clip.querySelector(".dateline").after(told);
    for (const mark of page.querySelectorAll(".since-mark")) document.getElementById(mark.dataset.of)?.after(" ", mark);
  }

  // A page kept for offline as anybody gets it may be a member's.
  const here = !document.querySelector('[data-as="anybody"]:not([hidden])') && document.querySelector("article[data-reading]");
  if (here) {
    const known = remembered();
    const before = known.get(Number(here.dataset.reading));
    if (before?.[0] < Number(here.dataset.version) && !location.search.includes("since=")) tell(here, ...before).catch(() => {});
    remember(known, Number(here.dataset.reading), Number(here.dataset.version));
    keep(known);
  }

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
      all.textContent = saysDone;
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
      self.caches?.delete("read-1"); // see sw.js
      mark(new Map());
      forget.nextElementSibling.hidden = false;
    });
  }

  mark(remembered());
  const all = document.querySelector("div.mark-all");
  if (all) offer(all);
  window.addEventListener("pageshow", (event) => event.persisted && mark(remembered())); // back to a list
  window.addEventListener("storage", (event) => event.key === KEY && mark(remembered()));
}
