// Asks this browser's push service for an address, and gives it to the site: the button shows where that can be done.
"use strict";

const form = document.querySelector("#push form");
const button = form.querySelector("button[hidden]");
const refused = form.querySelector("[role=status]");

function bytes(text) {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (one) => one.charCodeAt(0));
}

async function subscribe() {
  const worker = await navigator.serviceWorker.ready;
  const wanted = { userVisibleOnly: true, applicationServerKey: bytes(form.dataset.key) };
  const { endpoint, keys } = (await worker.pushManager.subscribe(wanted)).toJSON();
  for (const [name, value] of Object.entries({ endpoint, ...keys })) {
    const field = Object.assign(document.createElement("input"), { type: "hidden", name, value });
    form.append(field);
  }
  form.submit();
}

if ("PushManager" in window) {
  button.hidden = false;
  button.addEventListener("click", (event) => {
    event.preventDefault();
    button.disabled = true;
    subscribe().catch(() => {
      button.disabled = false;
      refused.hidden = false;
    });
  });
}
