// Keys for those who like them: j and k go from clip to clip or sentence to sentence, n to what is unread, v votes, / searches, ? tells.
"use strict";

const PLACES = ".card-title a, .clip a.claim, .said, .brief h3 a, .places h2 a, .reports > .report, .ledger > li";
const NAMED = ":scope > h2 a, :scope > h3 a, :scope > p:not(.ledger-when) a:not(.plain-button), :scope > a";
const stops = () =>
  [...document.querySelectorAll(PLACES)].map((place) => (place.matches("li") && place.querySelector(NAMED)) || place);
let at = -1;

function go(step) {
  const all = stops();
  if (!all.length) return;
  const here = all.indexOf(document.activeElement);
  at = Math.max(0, Math.min(all.length - 1, (here >= 0 ? here : at) + step));
  const next = all[at];
  if (!next.matches("a")) next.tabIndex = -1;
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

function unread() {
  const here = document.activeElement;
  const isNew = (stop) => stop.parentElement.querySelector('[data-clip]:not([data-read="read"])');
  const isLater = (stop) => here.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING;
  const next = stops().find((stop) => isNew(stop) && isLater(stop));
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

// Of the card that has the focus, else of the clip, else of the first card.
function voteOf(card) {
  const main = document.querySelector(".vote :is(button, a)") || document.querySelector(".card [id^=vote-]");
  return card ? card.querySelector("[id^=vote-]") : main;
}

const acts = {
  j: () => go(1),
  k: () => go(-1),
  n: unread,
  v: () => voteOf(document.activeElement.closest(".card"))?.click(),
  "/": () => document.getElementById("q")?.focus(),
  "?": () => document.getElementById("keys")?.showModal(),
};

// What the page itself gives a key, in the entry that has the focus: a link, a button or a mark.
function own(key) {
  const found = /^[a-z]$/.test(key) && document.activeElement.closest("li")?.querySelector(`[data-key="${key}"]`);
  return found ? () => found.click() : null;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) return;
  const act = acts[event.key] || own(event.key);
  if (!act) return;
  event.preventDefault();
  act();
});

for (const help of document.querySelectorAll("[data-keys]")) help.hidden = false;

if ("serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => {});
