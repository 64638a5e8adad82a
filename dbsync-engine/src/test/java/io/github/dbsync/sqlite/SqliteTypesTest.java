package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What declared types promise. */
@Tag("locale")
class SqliteTypesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    BOOLEAN                     | boolean          | NUMERIC
                    bool                        | boolean          | NUMERIC
                    INTEGER                     | bigint           | INTEGER
                    INT                         | bigint           | INTEGER
                    UNSIGNED BIG INT            | bigint           | INTEGER
                    SMALLINT                    | smallint         | INTEGER
                    INT2                        | smallint         | INTEGER
                    INT4                        | integer          | INTEGER
                    FLOATING POINT              | bigint           | INTEGER
                    NVARCHAR(160)               | varchar(160)     | TEXT
                    CHARACTER VARYING ( 20 )    | varchar(20)      | TEXT
                    CHAR(3)                     | varchar(3)       | TEXT
                    VARCHAR                     | text             | TEXT
                    VARCHAR(99999999)           | text             | TEXT
                    TEXT(20)                    | text             | TEXT
                    CLOB                        | text             | TEXT
                    BLOB                        | blob             | BLOB
                    ~~                          | blob             | BLOB
                    REAL                        | double precision | REAL
                    DOUBLE PRECISION            | double precision | REAL
                    FLOAT(4)                    | double precision | REAL
                    NUMERIC(10,2)               | numeric(10,2)    | NUMERIC
                    DECIMAL(5)                  | numeric(5,0)     | NUMERIC
                    DECIMAL(2,5)                | numeric          | NUMERIC
                    NUMERIC                     | numeric          | NUMERIC
                    STRING                      | numeric          | NUMERIC
                    DATE                        | date             | NUMERIC
                    DATETIME                    | timestamp        | NUMERIC
                    TIMESTAMP                   | timestamp        | NUMERIC
                    timestamp  with time zone   | timestamptz      | NUMERIC
                    TIME                        | time             | NUMERIC
                    UUID                        | uuid             | NUMERIC
                    JSON                        | text             | NUMERIC
                    """)
    void a_declared_type_promises(String declared, String promised, Affinity affinity) {
        assertThat(SqliteFindings.words(SqliteTypes.logical(declared, false))).isEqualTo(promised);
        assertThat(Affinity.of(declared, false)).isEqualTo(affinity);
    }
}
