"""Decisions about clips: pure functions, usable without Django configured."""
