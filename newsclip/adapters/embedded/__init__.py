"""Nothing to install: this process and its files."""
