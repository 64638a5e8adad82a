package io.github.dbsync.appconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver adapter that must become another one in the code is named with its places, and no code is changed. */
class AdapterSwitchTest {

    private static final String CODE = """
            import { PrismaClient } from './generated/client'
            // import { PrismaPg } from '@prisma/adapter-pg'
            import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'

            const adapter = new PrismaBetterSqlite3(
              { url: process.env.DATABASE_URL },
              { timestampFormat: 'unixepoch-ms' },
            )
            export const client = new PrismaClient({ adapter })
            """;

    @TempDir
    Path folder;

    private SampleProject project;

    @BeforeEach
    void projectOnSqlite() {
        project = SampleProject.in(folder)
                .file("prisma/schema.prisma", SampleProject.SQLITE_SCHEMA)
                .file(".env", "DATABASE_URL=file:./dev.db\n")
                .file(".env.postgres", "DATABASE_URL=postgresql://ann@db/shop\n");
    }

    @Test
    void names_every_place_and_what_to_write_there() {
        project.file("src/db.ts", CODE);

        Problem stays = named().orElseThrow();

        assertThat(stays.what()).isEqualTo("The application's code makes the adapter of SQLite, PrismaBetterSqlite3");
        assertThat(stays.where()).isEqualTo("src/db.ts:3, src/db.ts:5");
        assertThat(stays.remedy())
                .isEqualTo("npm install @prisma/adapter-pg, and write new PrismaPg({ connectionString:"
                        + " process.env.DATABASE_URL }) there, imported from @prisma/adapter-pg");
        assertThat(project.text("src/db.ts")).isEqualTo(CODE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            const { PrismaLibSQL } = require("@prisma/adapter-libsql"); new PrismaLibSQL({}) | PrismaLibSql
            const { PrismaLibSql } = await import(`@prisma/adapter-libsql/web`)              | PrismaLibSql
            import { PrismaD1 } from "@prisma/adapter-d1"                                    | PrismaD1
            """)
    void however_it_is_imported(String code, String className) {
        project.file("db.cjs", code);

        assertThat(named().orElseThrow().what()).endsWith(className);
        assertThat(named()).isEmpty();
    }

    @Test
    void on_the_way_to_sqlite_the_one_is_named_that_the_project_has() {
        project.file("prisma/schema.prisma", SampleProject.POSTGRES_SCHEMA)
                .file(".env", "DATABASE_URL=postgresql://ann@db/shop\n")
                .file(".env.sqlite", "DATABASE_URL=file:./dev.db\n")
                .file("package.json", "{\"devDependencies\": {\"@prisma/adapter-libsql\": \"7\"}}")
                .file("src/db.ts", "import { PrismaPg } from '@prisma/adapter-pg'");

        assertThat(named().orElseThrow().remedy())
                .isEqualTo("write new PrismaLibSql({ url: process.env.DATABASE_URL }) there, imported from"
                        + " @prisma/adapter-libsql");
    }

    @ParameterizedTest
    @CsvSource({"pnpm-lock.yaml, pnpm add", "yarn.lock, yarn add", "bun.lock, bun add", "package-lock.json, npm install"
    })
    void the_command_is_that_of_the_projects_package_manager(String lock, String command) {
        project.file("src/db.ts", CODE).file(lock, "");

        assertThat(named().orElseThrow().remedy()).startsWith(command + " @prisma/adapter-pg, and");
    }

    @Test
    void an_application_that_names_both_chooses_by_itself() {
        project.file("src/db.ts", CODE).file("src/pg.ts", "import { PrismaPg } from '@prisma/adapter-pg'");

        assertThat(named()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node_modules/x/db.js",
                "src/generated/db.ts",
                "dist/db.js",
                ".next/db.js",
                "src/db.d.ts",
                "src/db.txt"
            })
    void only_the_applications_own_code_counts(String file) {
        project.file(file, CODE);

        assertThat(named()).isEmpty();
    }

    @Test
    void where_no_code_is_here_package_json_is_named() {
        project.file("package.json", "{\n  \"dependencies\": {\n    \"@prisma/adapter-better-sqlite3\": \"7\"\n  }\n}");

        assertThat(named().orElseThrow().where()).isEqualTo("package.json:3");
    }

    private Optional<Problem> named() {
        return project.switched().findings().stream()
                .filter(finding -> finding.code() == ProblemCode.DRIVER_ADAPTER_STAYS)
                .findFirst();
    }
}
