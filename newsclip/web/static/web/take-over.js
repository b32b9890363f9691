// Offers to take over, into a new account, what this browser remembers as read (read.js).
"use strict";

{
  const KEY = "read";
  const MOST = 250; // clips, the newest: as many as the site marks at once
  const form = document.querySelector("form[data-take-over]");

  function remembered() {
    try {
      return JSON.parse(localStorage.getItem(KEY)).map(([clip, version]) => `${Number(clip)}@${Number(version)}`);
    } catch {
      return []; // nothing of ours, or storage is forbidden
    }
  }

  const clips = remembered().slice(-MOST).reverse();
  if (form && clips.length) {
    form.elements.clips.value = clips.join(" ");
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault(); // the page keeps what is ticked on it
      fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" })
        .then((answer) => {
          if (!answer.ok && answer.type !== "opaqueredirect") throw new Error(answer.status);
          localStorage.removeItem(KEY);
          document.querySelector("[data-taken-over]").hidden = false;
          form.remove();
        })
        .catch(() => form.submit());
    });
  }
}
