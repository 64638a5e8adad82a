CREATE INDEX book_title ON book (lower(title));
