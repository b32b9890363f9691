"""Newsclip: social news discovery that shows its evidence."""

from newsclip.kernel.release import version

__version__ = version()
