// The site works without this file. With it, a sentence opens its passage in place, with no new entry in the history.
"use strict";

const narrow = window.matchMedia("(max-width: 70rem)");
let chosen = null;

function place(panel, claim) {
  const box = claim.getBoundingClientRect();
  const room = window.innerHeight - panel.offsetHeight - 16;
  panel.style.top = narrow.matches ? "" : `${Math.max(16, Math.min(box.top - 8, room))}px`;
  const covered = narrow.matches ? Math.min(box.bottom + 16 - panel.getBoundingClientRect().top, box.top - 16) : 0;
  if (covered > 0) window.scrollBy({ top: covered, behavior: "instant" });
}

document.addEventListener("click", (event) => {
  const claim = event.target.closest("a.claim");
  if (!claim || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const panel = document.querySelector(claim.getAttribute("href"));
  if (!panel || !panel.showPopover) return;
  event.preventDefault();
  if (panel.matches(":popover-open")) return panel.hidePopover();
  panel.showPopover();
  place(panel, claim);
  chosen = claim;
  claim.classList.add("chosen");
  claim.setAttribute("aria-expanded", "true");
  panel.focus({ preventScroll: true });
});

for (const panel of document.querySelectorAll(".panel")) {
  panel.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    const claim = document.getElementById(`s${panel.id.slice(1)}`);
    claim.classList.remove("chosen");
    claim.removeAttribute("aria-expanded");
    if (panel.contains(document.activeElement) || document.activeElement === document.body) claim.focus({ preventScroll: true });
  });
  panel.querySelector(".close").addEventListener("click", (event) => {
    if (!panel.matches(":popover-open")) return;
    event.preventDefault();
    panel.hidePopover();
    document.getElementById(`s${panel.id.slice(1)}`).focus({ preventScroll: true });
  });
}

for (const native of document.querySelectorAll(".share-native")) {
  if (!navigator.share) {
    native.closest("li").remove();
    continue;
  }
  native.hidden = false;
  native.addEventListener("click", () => {
    const url = document.querySelector("link[rel=canonical]").href;
    navigator.share({ title: native.dataset.title, url }).catch(() => {});
  });
}

for (const field of document.querySelectorAll(".share-copy input")) field.addEventListener("focus", () => field.select());

// Browsers give the clipboard to pages that were read with encryption; elsewhere, the field is there to copy from.
for (const button of navigator.clipboard ? document.querySelectorAll("button[data-copies]") : []) {
  const field = document.getElementById(button.dataset.copies);
  const said = document.getElementById("copied");
  const words = [...button.childNodes];
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      const more = field.closest("details");
      if (more) more.open = true;
      return field.focus();
    }
    said.textContent = button.textContent = button.dataset.copied;
    setTimeout(() => {
      button.replaceChildren(...words);
      said.textContent = "";
    }, 5000);
  });
}

// A menu of the head closes where one taps beside it.
document.addEventListener("pointerdown", (event) => {
  for (const menu of document.querySelectorAll(".looks[open]")) if (!menu.contains(event.target)) menu.open = false;
});

// Another look is there at once, and the page stays where it is read.
document.addEventListener("submit", (event) => {
  const { target: form, submitter: button } = event;
  if (!form.matches("[data-appearance]") || !button) return;
  event.preventDefault();
  const { name, value } = button, look = document.documentElement.dataset;
  if (value) look[name] = value;
  else delete look[name];
  if (name === "theme") document.querySelector("meta[name=color-scheme]").content = value || "light dark";
  for (const other of document.querySelectorAll(`[data-appearance] button[name=${name}]`)) {
    if (other.value === value) other.setAttribute("aria-current", "true");
    else other.removeAttribute("aria-current");
  }
  const menu = form.closest(".looks"), narrow = matchMedia("(max-width: 40rem)").matches;
  if (menu && narrow) menu.open = false;  // it lies on what is read
  fetch(form.action, { method: "POST", body: new URLSearchParams({ [name]: value }), redirect: "manual" }).catch(() => {});
});

// On a narrow page the row of categories scrolls: where one is stays in sight.
for (const here of document.querySelectorAll(".categories [aria-current]")) {
  const row = here.closest("ul");
  const [at, all] = [here, row].map((one) => one.getBoundingClientRect());
  if (at.left >= all.left && at.right <= all.right) continue;
  row.scrollBy({ left: at.left + at.width / 2 - all.left - all.width / 2, behavior: "instant" });
}
