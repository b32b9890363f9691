"""A door out: what is new goes to programs (webhooks), browsers (Web Push) and hubs (WebSub) by itself."""
