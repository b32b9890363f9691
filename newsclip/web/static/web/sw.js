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
  const wanted = new Set([...page.matchAll(/href="(\/c\/[\w-]+|\/static\/web\/[\w.-]+)"/g)].map((found) => found[1]));
  for (const path of wanted) if (!(await cache.match(path))) await cache.add(new Request(path, { credentials: "omit" })).catch(() => {});
  for (const request of await cache.keys()) {
    const path = new URL(request.url).pathname;
    if (path !== EDITION && !wanted.has(path)) await cache.delete(request);
  }
}

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(
    fetch(request).catch(async () => (await caches.match(request)) || (request.mode === "navigate" && (await caches.match(EDITION))) || Response.error()),
  );
  if (request.mode === "navigate") event.waitUntil(keep().catch(() => {}));
});

self.addEventListener("push", (event) => {
  const told = event.data ? event.data.json() : {};
  const { words = "", page = "/notices" } = told.data || {};
  if (words) event.waitUntil(self.registration.showNotification(words, { data: page, icon: "/favicon.svg", tag: page }));
});
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(new URL(event.notification.data, self.location.origin).href));
});
