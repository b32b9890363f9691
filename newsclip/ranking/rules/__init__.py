"""Why a clip stands where it stands: heat, trends, a reader's own front page; every place with its receipt."""
