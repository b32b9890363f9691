"""Mail: a finite edition of the news, and notices."""
