INSERT INTO item (name, price) VALUES ('pen', '1.50'), ('ink', '12.00');
