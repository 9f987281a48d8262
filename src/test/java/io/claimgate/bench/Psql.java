package io.claimgate.bench;

import io.claimgate.support.Databases;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a user would do instead: COPY into staging and an upsert, by psql, durable. */
final class Psql {

    private static final String COLUMNS =
            "invoice_number text, issue_date date, due_date date, currency char(3), gross numeric(20,4), open numeric(20,4), buyer text, name text, country char(2), po text, goods text";

    private final Path folder;
    private final URI server;

    Psql(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.server = URI.create(Databases.POSTGRESQL.freshUrl().substring("jdbc:".length()));
        run("create table target (" + COLUMNS + ", primary key (invoice_number)); create table stage (" + COLUMNS
                + ");");
    }

    Duration load(Path csv) throws IOException, InterruptedException {
        long start = System.nanoTime();
        run("truncate stage;\n\\copy stage from '" + csv + "' csv header\n"
                + "insert into target select * from stage on conflict (invoice_number) do update set issue_date = excluded.issue_date, due_date = excluded.due_date,"
                + " currency = excluded.currency, gross = excluded.gross, open = excluded.open, buyer = excluded.buyer, name = excluded.name,"
                + " country = excluded.country, po = excluded.po, goods = excluded.goods;");
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void run(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("psql.sql"), script);
        Process process = new ProcessBuilder(
                        "psql",
                        "-q",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-h",
                        server.getHost(),
                        "-p",
                        String.valueOf(server.getPort()),
                        "-U",
                        "postgres",
                        "-d",
                        server.getPath().substring(1),
                        "-f",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("psql.out").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("psql: " + Files.readString(folder.resolve("psql.out")));
        }
    }
}
