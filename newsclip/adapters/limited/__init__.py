"""Reads untrusted bytes in a separate process with limits on CPU seconds and memory.

`process` is the parent side, `child` the worker side.
"""
