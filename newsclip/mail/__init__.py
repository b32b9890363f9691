"""The door out by mail: a finite edition of the news, and notices."""
