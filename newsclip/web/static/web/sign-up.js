// Solves the small task of the form while its person types: docs/how-to/run-a-community.md. Nobody else is asked.
"use strict";

const task = document.querySelector("input[name=task][data-bits]");
const told = document.querySelector("#task-told");

async function solve(words, bits) {
  const encoder = new TextEncoder();
  for (let number = 0; ; number += 1) {
    const digest = new DataView(await crypto.subtle.digest("SHA-256", encoder.encode(`${words}:${number}`)));
    if (digest.getUint32(0) >>> (32 - bits) === 0) return String(number);
  }
}

// Browsers give Web Crypto to pages that came encrypted, or from this machine; elsewhere the form waits.
if (task && window.crypto && crypto.subtle) {
  solve(task.value, Number(task.dataset.bits)).then((found) => {
    document.querySelector("input[name=answer]").value = found;
    told.textContent = told.dataset.done;
  });
}
