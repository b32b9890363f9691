// Shows what was read, to readers without an account: this browser alone remembers it.
"use strict";

{
  const KEY = "read";
  const APART = 1800; // seconds; what was read longer ago was read on an earlier visit
  const MOST = 2000; // clips; the oldest are forgotten first
  const { saysAll, saysDone, saysRead, saysChanged, saysSince, saysVisit, saysNothing, saysUnread, saysWhole } = document.currentScript.dataset;

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

  // How many clips here are new since this browser was here, and how many changed; as in read_marks.py.
  function tellVisit(visit, known) {
    const before = Date.now() / 1000 - APART;
    const last = Math.max(...[...known.values()].map((seen) => seen[1]).filter((seconds) => seconds < before));
    if (!Number.isFinite(last)) return;
    const places = [...document.querySelectorAll(".card-title span[data-clip]")];
    const published = (place) => Date.parse(place.closest(".card").querySelector("time")?.dateTime) / 1000;
    const changed = places.filter((place) => place.dataset.read === "changed").length;
    const fresh = places.filter((place) => !place.dataset.read && published(place) > last).length;
    const said = fresh || changed ? saysVisit.replace("{new}", fresh).replace("{changed}", changed) : saysNothing;
    const line = document.createElement("p");
    line.append(`${saysSince.replace("{when}", ago(last))}: ${said} `);
    if (places.some((place) => place.dataset.read !== "read"))
      for (const [name, href, words] of [["unread-only", "#unread", saysUnread], ["unread-all", "#all", saysWhole]])
        line.append(Object.assign(document.createElement("a"), { className: name, href, textContent: words }));
    visit.id = "unread";
    visit.replaceChildren(line);
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
  const visit = document.querySelector("div.since-visit:empty");
  if (visit) tellVisit(visit, remembered());
  const all = document.querySelector("div.mark-all");
  if (all) offer(all);
  window.addEventListener("pageshow", (event) => event.persisted && mark(remembered())); // back to a list
  window.addEventListener("storage", (event) => event.key === KEY && mark(remembered()));
}
