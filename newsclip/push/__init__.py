"""Push: updates go to webhooks, browsers (Web Push) and hubs (WebSub)."""
