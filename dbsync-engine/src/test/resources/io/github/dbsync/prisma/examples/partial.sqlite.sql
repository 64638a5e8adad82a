-- CreateTable
CREATE TABLE "Entry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "open" BOOLEAN NOT NULL,
    "code" TEXT NOT NULL,
    "note" TEXT,
    "the count" INTEGER NOT NULL DEFAULT 5,
    "rate" REAL NOT NULL DEFAULT 1.50,
    "day" DATETIME NOT NULL DEFAULT CURRENT_DATE,
    "kind" TEXT NOT NULL DEFAULT 'too late',
    "a" TEXT NOT NULL,
    "b" TEXT NOT NULL,
    CONSTRAINT "Entry_a_b_fkey" FOREIGN KEY ("a", "b") REFERENCES "Owner" ("a", "b") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Owner" (
    "a" TEXT NOT NULL DEFAULT 'x',
    "b" TEXT NOT NULL,

    PRIMARY KEY ("b", "a")
);

-- CreateIndex
CREATE UNIQUE INDEX "by_code" ON "Entry"("code" DESC);

-- CreateIndex
CREATE INDEX "Entry_id_code_idx" ON "Entry"("id", "code" DESC) WHERE "open" = true AND "note" IS NULL AND "the count" = 5 AND "code" != 'it''s';

-- CreateIndex
CREATE INDEX "Entry_the count_idx" ON "Entry"("the count") WHERE "note" IS NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "Entry_note_the count_key" ON "Entry"("note", "the count" ASC) WHERE rate > 1;
