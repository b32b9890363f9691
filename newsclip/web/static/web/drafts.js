// What is being written in a discussion is kept in this browser until it was sent, so that no closed window, ended
// session or refusal loses it. Nothing is sent; signing out forgets it, as others may use the same browser.
"use strict";

{
  const KIND = "draft ";
  const SENT = "draft sent";
  const KEPT_FOR = 30 * 24 * 3600 * 1000; // milliseconds

  function stored(storage, key) {
    try {
      return JSON.parse(storage.getItem(key));
    } catch {
      return null; // nothing of ours, or storage is forbidden
    }
  }

  function store(storage, key, value) {
    try {
      if (value) storage.setItem(key, JSON.stringify(value));
      else storage.removeItem(key);
    } catch {
      // full or forbidden: then nothing is kept
    }
  }

  function drafts() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(KIND));
    } catch {
      return [];
    }
  }

  const keyOf = (box) => KIND + box.dataset.draft;

  // The newest comment of the reader on this page; 0 if there is none.
  function newest() {
    return Math.max(0, ...Array.from(document.querySelectorAll(".said[data-mine]"), (said) => Number(said.id.slice(1))));
  }

  function keep(box) {
    store(localStorage, keyOf(box), box.value.trim() ? { text: box.value, at: Date.now() } : null);
  }

  // What was sent is a comment now, so its draft goes; where it was refused, there is no new comment and it stays.
  function settle() {
    const sent = stored(sessionStorage, SENT);
    if (!sent || newest() <= sent.newest) return;
    store(localStorage, sent.key, null);
    store(sessionStorage, SENT, null);
  }

  function restore() {
    for (const box of document.querySelectorAll("textarea[data-draft]")) {
      const { text, closed } = stored(localStorage, keyOf(box)) ?? {};
      if (typeof text !== "string" || box.value.includes(text.trim())) continue;
      if (box.value && !("quotes" in box.dataset)) continue; // what the site put there is newer
      box.value = box.value ? `${text.trimEnd()}\n\n${box.value}` : text;
      if (box.closest("details") && !closed) box.closest("details").open = true;
    }
  }

  // An answer to a comment that is gone has no box: it stands in a form of its own. Where the discussion has several
  // pages, the comment may only be on another one, unless its place is here.
  function gather() {
    const form = document.getElementById("stray");
    const box = form?.querySelector("textarea");
    if (!form?.hidden) return;
    const begin = KIND + form.dataset.strays;
    const here = (key) => "whole" in form.dataset || document.getElementById(`c${key.slice(begin.length)}`);
    const boxed = Array.from(document.querySelectorAll("textarea[data-draft]"), keyOf);
    const found = drafts().find((key) => key.startsWith(begin) && !boxed.includes(key) && here(key));
    const text = found && stored(localStorage, found)?.text;
    if (typeof text !== "string") return;
    box.dataset.draft = found.slice(KIND.length);
    box.value = text;
    form.hidden = false;
  }

  function start() {
    for (const key of drafts()) {
      if (key !== SENT && !(stored(localStorage, key)?.at > Date.now() - KEPT_FOR)) store(localStorage, key, null);
    }
    settle();
    restore();
    gather();
  }

  document.addEventListener("input", (event) => {
    if (event.target.matches("textarea[data-draft]")) keep(event.target);
  });

  document.addEventListener("click", (event) => {
    const box = event.target.closest("[data-discards]")?.closest("form").querySelector("textarea[data-draft]");
    if (box) store(localStorage, keyOf(box), null);
  });

  // Cancel closes the form; what was written stays in it and in the browser, and opens no form by itself.
  document.addEventListener("click", (event) => {
    const reply = event.target.closest("[data-closes]")?.closest("details");
    if (!reply) return;
    event.preventDefault();
    reply.open = false;
    const box = reply.querySelector("textarea[data-draft]");
    const draft = stored(localStorage, keyOf(box));
    if (draft) store(localStorage, keyOf(box), { ...draft, closed: true });
    reply.querySelector("summary").focus();
  });

  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (new URL(form.action, location.href).pathname.endsWith("/logout/")) {
        for (const key of drafts()) store(localStorage, key, null);
      }
      const box = form.querySelector("textarea[data-draft]");
      if (!box || event.submitter?.name === "preview") return;
      keep(box);
      store(sessionStorage, SENT, { key: keyOf(box), newest: newest() });
    },
    true,
  );

  document.addEventListener("htmx:afterSettle", start);
  start();
}
