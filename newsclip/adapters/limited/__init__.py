"""What reads strangers' bytes does so in a process of its own, which the system bounds in CPU seconds and memory.

`process` is the end that asks, `child` the end that works.
"""
