// The day's edition can be read without a connection: its page and its clips' pages are kept as they were fetched last.
"use strict";

const KEPT = "edition-1";
const EDITION = "/edition/today";
const OFTEN = 30 * 60 * 1000;
let last = 0;

async function keep() {
  if (Date.now() - last < OFTEN) return;
  last = Date.now();
  const cache = await caches.open(KEPT);
  const answer = await fetch(EDITION, { credentials: "omit" });
  if (!answer.ok) return;
  const page = await answer.clone().text();
  await cache.put(EDITION, answer);
  const wanted = new Set([...page.matchAll(/(?:href|src)="(\/c\/[\w-]+|\/static\/web\/[\w.-]+)"/g)].map((found) => found[1]));
  // Each anew, since a clip may have been corrected; what did not change costs a 304.
  for (const path of wanted) await cache.add(new Request(path, { credentials: "omit", cache: "no-cache" })).catch(() => {});
  for (const request of await cache.keys()) {
    const path = new URL(request.url).pathname;
    if (path !== EDITION && !wanted.has(path)) await cache.delete(request);
  }
}

// Pages vary by language and by who reads them, which this side cannot tell apart; what is kept is for everybody.
async function kept(request) {
  const found = await caches.match(request, { ignoreVary: true });
  if (found) return found;
  const lost = request.mode === "navigate" && new URL(request.url).pathname !== EDITION;
  return lost && (await caches.match(EDITION, { ignoreVary: true })) ? Response.redirect(EDITION) : Response.error();
}

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(fetch(request).catch(() => kept(request)));
  if (request.mode === "navigate") event.waitUntil(keep().catch(() => {}));
});

function told(message) {
  try {
    return message.json().data || {};
  } catch {
    return {}; // nothing, or nothing of ours
  }
}

self.addEventListener("push", (event) => {
  const { words, page = "/notices" } = told(event.data);
  if (words) event.waitUntil(self.registration.showNotification(words, { data: page, icon: "/favicon.svg", tag: page }));
});
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(new URL(event.notification.data, self.location.origin).href));
});
