CREATE TABLE `Author` (`id` INTEGER);
