"""Two hosts with a database, its replica, a pooler, three brokers and nginx, each in a network namespace of its own."""
