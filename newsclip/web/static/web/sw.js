// Without a connection, the day's edition and the pages that were read lately can be read on.
"use strict";

const EDITION = "edition-1"; // a cache: today's edition and its clips, renewed as it changes
const READ = "read-1"; // a cache: pages as they were read, the latest last
const LOOK = "look-1"; // a cache: how the reader wants pages to look, as the newest page from the site has it
const TODAY = "/edition/today";
const OFFLINE = "/offline";
const OFTEN = 30 * 60 * 1000;
const MOST_READ = 60;
const LARGEST = 1024 * 1024; // characters of one page
const OF_A_COLLECTION = 30;
const FILES = { "/static/": 60, "/media/": 200 }; // how many of each
const ENDS = ["/accounts/", "/settings/leave", "/settings/forget", "/settings/readings"]; // posts: signing in and out, forgetting
let last = 0;
let emptied = 0;

const asAnybody = (language) => ({ credentials: "omit", cache: "no-cache", headers: { "Accept-Language": language } });
const languageOf = (text) => /<html lang="([\w-]+)"/.exec(text)?.[1] ?? "en";

// `as`: "read", the page as its reader got it; "anybody", as everybody gets it. `reader`: whose it is.
function stamped(text, headers, as, reader = "") {
  const kept = new Headers(headers);
  for (const name of ["Content-Encoding", "Content-Length"]) kept.delete(name);
  const front = /<h1 class="unseen">([^<]*)<\/h1>/.exec(text)?.[1]; // whose title is the site's name
  const title = front ?? /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? "";
  const about = { "Kept-At": new Date().toISOString(), "Kept-As": as, "Kept-For": reader, "Kept-Title": title };
  for (const [name, value] of Object.entries(about)) kept.set(`X-${name}`, encodeURIComponent(value));
  return new Response(text, { headers: kept });
}

const OF_LOOKS = / data-(?:theme|size)="\w+"/g;

async function keepLook(text) {
  const tag = /<html[^>]*>/.exec(text)?.[0] ?? "";
  await (await caches.open(LOOK)).put("/", new Response((tag.match(OF_LOOKS) ?? []).join("")));
}

// A kept page may be older than the choice of colours and size.
async function inLook(text) {
  const look = await (await caches.match("/", { cacheName: LOOK, ignoreVary: true }))?.text();
  if (look === undefined) return text;
  const theme = /data-theme="(\w+)"/.exec(look)?.[1] ?? "light dark";
  return text
    .replace(/<html[^>]*>/, (tag) => tag.replaceAll(OF_LOOKS, "").replace(/>$/, `${look}>`))
    .replace(/(<meta name="color-scheme" content=")[^"]*/, (_, before) => before + theme);
}

const noted = (answer, name) => decodeURIComponent(answer.headers.get(`X-Kept-${name}`) ?? "");

async function keepEdition(language) {
  if (Date.now() - last < OFTEN) return;
  last = Date.now();
  const cache = await caches.open(EDITION);
  const told = await fetch(OFFLINE, asAnybody(language));
  if (told.ok) await cache.put(OFFLINE, told);
  const answer = await fetch(TODAY, asAnybody(language));
  if (!answer.ok) return;
  const page = await answer.text();
  await cache.put(TODAY, stamped(page, answer.headers, "anybody"));
  const wanted = new Set([...page.matchAll(/(?:href|src)="(\/c\/[\w-]+|\/static\/web\/[\w.-]+)"/g)].map((found) => found[1]));
  for (const path of wanted) await keepOfEdition(cache, path, language).catch(() => {});
  for (const request of await cache.keys()) {
    const path = new URL(request.url).pathname;
    if (path !== TODAY && path !== OFFLINE && !wanted.has(path)) await cache.delete(request);
  }
}

// Anew, since a clip may have been corrected; what did not change costs a 304.
async function keepOfEdition(cache, path, language) {
  const answer = await fetch(path, asAnybody(language));
  if (!answer.ok) return;
  await cache.put(path, path.startsWith("/c/") ? stamped(await answer.text(), answer.headers, "anybody") : answer);
}

// A page that was made for one person is kept as everybody gets it: nothing of theirs is left on the device.
async function keepRead(url, answer) {
  const began = emptied;
  const control = answer.headers.get("Cache-Control") ?? "";
  const isPage = answer.headers.get("Content-Type")?.startsWith("text/html");
  if (!answer.ok || !isPage) return;
  const own = await answer.text();
  await keepLook(own);
  const reader = /class="own-name"><bdi>([^<]*)</.exec(own)?.[1] ?? "";
  const language = languageOf(own);
  await leaveNothingTo(reader);
  if (!control.includes("no-store")) {
    if (!control.includes("private") && !reader) await put(url, own, answer.headers, { as: "read", began });
    else await keepPublic(url, language, reader, began);
  }
  if (/^\/collections\/[^/]+\/[^/]/.test(url.pathname)) await keepCollection(own, language, reader, began);
  await keepEdition(language);
}

async function keepPublic(url, language, reader, began) {
  const answer = await fetch(url, asAnybody(language));
  if (answer.ok && !answer.redirected) await put(url, await answer.text(), answer.headers, { as: "anybody", reader, began });
}

async function keepCollection(page, language, reader, began) {
  const cache = await caches.open(READ);
  const paths = new Set([...page.matchAll(/href="(\/c\/[\w-]+)"/g)].map((found) => found[1]));
  for (const path of [...paths].slice(0, OF_A_COLLECTION)) {
    if (!(await cache.match(path, { ignoreVary: true }))) {
      await keepPublic(new URL(path, self.location), language, reader, began).catch(() => {});
    }
  }
}

async function put(url, text, headers, { as, reader, began }) {
  if (began !== emptied || text.length > LARGEST) return;
  const cache = await caches.open(READ);
  const key = url.pathname + url.search;
  await cache.delete(key, { ignoreVary: true });
  await cache.put(key, stamped(text, headers, as, reader));
  await trim(cache, MOST_READ);
}

async function trim(cache, most) {
  const all = await cache.keys();
  for (const request of all.slice(0, Math.max(0, all.length - most))) await cache.delete(request, { ignoreVary: true });
}

function empty() {
  emptied += 1;
  return caches.delete(READ);
}

// Who reads here now is told nothing of what somebody else read.
async function leaveNothingTo(reader) {
  const cache = await caches.open(READ);
  const [first] = await cache.keys();
  const found = first && (await cache.match(first, { ignoreVary: true }));
  if (found && noted(found, "For") !== reader) await caches.delete(READ);
}

// Files are kept as pages ask for them: nothing is fetched that nobody looked at.
async function keepFile(prefix, url, answer) {
  const cache = await caches.open(`files-1${prefix}`);
  if (!answer.ok || answer.status !== 200 || (await cache.match(url))) return;
  await cache.put(url, answer);
  await trim(cache, FILES[prefix]);
}

async function keptFor(url) {
  const key = url.pathname + url.search;
  const found = await Promise.all([READ, EDITION].map((cacheName) => caches.match(key, { cacheName, ignoreVary: true })));
  const [newest] = found.filter(Boolean).sort((one, other) => noted(other, "At").localeCompare(noted(one, "At")));
  return newest && saidToBeKept(newest);
}

async function saidToBeKept(answer) {
  const text = await inLook(await answer.text());
  const at = noted(answer, "At");
  const language = languageOf(text).replace(/^en$/, "en-GB"); // the day first, as pages write dates
  const when = new Date(at).toLocaleString(language, { dateStyle: "long", timeStyle: "short" });
  const told = text
    .replace(`data-as="${noted(answer, "As")}" hidden>`, (found) => found.replace(" hidden", ""))
    .replaceAll("<time></time>", () => `<time datetime="${at}">${when}</time>`);
  return new Response(told, { headers: answer.headers });
}

// The page that lists what is kept; `lost`: in place of a page that is not.
async function listed(answer, lost) {
  if (!answer) return Response.error();
  const rows = new Map();
  for (const cacheName of [READ, EDITION]) {
    const cache = await caches.open(cacheName);
    for (const request of (await cache.keys()).reverse()) {
      const { pathname, search } = new URL(request.url);
      const found = await cache.match(request, { ignoreVary: true });
      if (!found || !noted(found, "At")) continue;
      const same = `${pathname} ${noted(found, "Title")}`; // one page, asked for in several ways
      if (!rows.has(same)) rows.set(same, row(pathname + search, found));
    }
  }
  const text = (await inLook(await answer.text()))
    .replace('<ul class="kept plain"></ul>', () => `<ul class="kept plain">${[...rows.values()].join("")}</ul>`)
    .replace('data-as="lost" hidden>', (found) => (lost ? 'data-as="lost">' : found));
  const headers = new Headers(answer.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  return new Response(text, { status: lost ? 503 : 200, headers });
}

// A title comes from a page of ours and is escaped there.
function row(path, answer) {
  const href = path.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<li><a href="${href}" dir="auto">${noted(answer, "Title").replace(/ — [^—]*$/, "") || href}</a></li>`;
}

async function page(event, url) {
  const template = () => caches.match(OFFLINE, { cacheName: EDITION, ignoreVary: true });
  try {
    const answer = await fetch(event.request);
    if (url.pathname === OFFLINE) {
      await keepLook(await answer.clone().text());
      return listed(answer, false);
    }
    event.waitUntil(keepRead(url, answer.clone()).catch(() => {}));
    return answer;
  } catch {
    if (url.pathname === OFFLINE) return listed(await template(), false);
    return (await keptFor(url)) ?? listed(await template(), true);
  }
}

async function file(event, url) {
  try {
    const answer = await fetch(event.request);
    const prefix = Object.keys(FILES).find((one) => url.pathname.startsWith(one));
    if (prefix) event.waitUntil(keepFile(prefix, url.pathname, answer.clone()).catch(() => {}));
    return answer;
  } catch {
    return (await caches.match(event.request, { ignoreVary: true })) ?? Response.error();
  }
}

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === "POST" && ENDS.some((place) => url.pathname.startsWith(place))) event.waitUntil(empty());
  if (request.method !== "GET") return;
  event.respondWith(request.mode === "navigate" ? page(event, url) : file(event, url));
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
