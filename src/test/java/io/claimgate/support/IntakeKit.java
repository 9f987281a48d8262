package io.claimgate.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.catalogue.ErpMappings;
import io.claimgate.claim.Claim;
import io.claimgate.files.AckFolder;
import io.claimgate.files.CsvFile;
import io.claimgate.files.FolderTurns;
import io.claimgate.files.JsonMarkers;
import io.claimgate.files.JsonSideFiles;
import io.claimgate.files.Leftovers;
import io.claimgate.files.TakeFile;
import io.claimgate.files.TikaContentCheck;
import io.claimgate.flow.Departures;
import io.claimgate.flow.Home;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Restores;
import io.claimgate.flow.Task;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.Vault;
import io.claimgate.flow.bookkeeping.Receipts;
import io.claimgate.flow.intake.Answer;
import io.claimgate.flow.intake.Answers;
import io.claimgate.flow.intake.Apply;
import io.claimgate.flow.intake.Books;
import io.claimgate.flow.intake.Decide;
import io.claimgate.flow.intake.DocumentFiling;
import io.claimgate.flow.intake.DocumentIntake;
import io.claimgate.flow.intake.DocumentSettings;
import io.claimgate.flow.intake.FlowIntake;
import io.claimgate.flow.intake.HeldFiles;
import io.claimgate.flow.intake.IntakeSettings;
import io.claimgate.flow.intake.IntakeTask;
import io.claimgate.flow.intake.PolicyLookup;
import io.claimgate.flow.intake.Stage;
import io.claimgate.flow.intake.Taking;
import io.claimgate.store.JdbcLeases;
import io.claimgate.store.bookkeeping.JdbcOutBatches;
import io.claimgate.store.bookkeeping.JdbcPostings;
import io.claimgate.store.claim.JdbcClaims;
import io.claimgate.store.intake.ApplyBuyers;
import io.claimgate.store.intake.ApplyEvents;
import io.claimgate.store.intake.ApplyInvoices;
import io.claimgate.store.intake.ApplyPayments;
import io.claimgate.store.intake.ApplyPostingReceipts;
import io.claimgate.store.intake.ApplyRates;
import io.claimgate.store.intake.ErpFileRows;
import io.claimgate.store.intake.JdbcClaimsConcerned;
import io.claimgate.store.intake.JdbcDirtyExposures;
import io.claimgate.store.intake.JdbcDocuments;
import io.claimgate.store.intake.JdbcErpFiles;
import io.claimgate.store.intake.JdbcFaults;
import io.claimgate.store.intake.JdbcOddities;
import io.claimgate.store.intake.JdbcSnapshots;
import io.claimgate.store.intake.JdbcStaging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.util.unit.DataSize;

/** The whole way of a file over real stores and real folders, without Camel and Spring's context; tasks run when the test says so. */
public final class IntakeKit {

    public static final PolicyLookup.Found POLICY = new PolicyLookup.Found("ACME-2026", "ACME", "sandbox", "EUR");

    public final Stores stores;
    public final Home home;
    public final Vault vault;
    public final ErpMappings sources;
    public final JdbcErpFiles files;
    public final Taking taking;
    public final TakeFile takeFile;
    public final Leftovers leftovers;
    public final FlowIntake people;
    public final IntakeTask handler;
    public final ObjectMapper json = new ObjectMapper();

    public IntakeKit(Stores stores, Path folder, Map<String, String> mappings) {
        this(stores, folder, mappings, settings(1000, 1000), policies());
    }

    public IntakeKit(
            Stores stores, Path folder, Map<String, String> mappings, IntakeSettings settings, PolicyLookup policies) {
        this.stores = stores;
        home = new Home(folder);
        vault = stores.vault(home.vault());
        Map<String, String> texts = new HashMap<>();
        mappings.forEach((name, text) -> texts.put("mappings/erp/" + name + ".yaml", text));
        sources = ErpMappings.read(texts);
        if (!sources.problems().isEmpty()) {
            throw new IllegalArgumentException(sources.problems().toString());
        }
        files = new JdbcErpFiles(stores.sql, new ErpFileRows(stores.json));
        HeldFiles held = new HeldFiles(files, stores.alerts, stores.events, stores.tasks, stores.clock);
        people = new FlowIntake(files, held, stores.transactions);
        taking = new Taking(
                files,
                sources,
                () -> "0".repeat(64),
                stores.tasks,
                stores.transactions,
                stores.clock,
                "test",
                Departures.NONE,
                Restores.NEVER);
        takeFile = new TakeFile(taking, vault, home);
        leftovers = new Leftovers(takeFile, taking, home);
        handler = handler(held, settings, policies);
    }

    /** Turns at the drop folders of a gateway of this name. */
    public FolderTurns turns(String gateway) {
        return new FolderTurns(
                new JdbcLeases(stores.sql, stores.dialect),
                leftovers,
                gateway,
                settings(1, 1).folderLease());
    }

    private IntakeTask handler(HeldFiles held, IntakeSettings settings, PolicyLookup policies) {
        NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(stores.dataSource);
        JdbcStaging staging = new JdbcStaging(stores.dataSource, stores.dialect);
        JdbcFaults faults = new JdbcFaults(stores.dataSource, stores.dialect, stores.transactions);
        JdbcSnapshots snapshots = new JdbcSnapshots(named, stores.clock);
        Answers answers = new AckFolder(home, stores.json);
        JdbcClaimsConcerned claims = new JdbcClaimsConcerned(named);
        JdbcDocuments documents = new JdbcDocuments(named);
        DocumentIntake documentIntake = new DocumentIntake(
                files,
                faults,
                new JsonSideFiles(json),
                new TikaContentCheck(new DocumentSettings(DataSize.ofMegabytes(1))),
                documents,
                new DocumentFiling(documents, claims, stores.events, stores.tasks, stores.clock),
                vault,
                stores.transactions);
        List<Books> books = List.of(
                new ApplyInvoices(
                        stores.dataSource, stores.dialect, files, faults, policies, stores.alerts, stores.clock),
                new ApplyPayments(stores.dataSource, stores.dialect, faults),
                new ApplyBuyers(named, faults, policies, stores.clock),
                new ApplyEvents(named, faults, stores.clock),
                new ApplyPostingReceipts(named, faults, receipts()),
                new ApplyRates(stores.dataSource, stores.dialect, faults, stores.clock));
        return new IntakeTask(
                files,
                sources,
                new Stage(
                        files,
                        staging,
                        faults,
                        vault,
                        CsvFile::open,
                        policies,
                        stores.transactions,
                        stores.clock,
                        settings),
                new Decide(files, snapshots, new JdbcOddities(named), new JsonMarkers(json), settings),
                new Apply(
                        files,
                        staging,
                        snapshots,
                        new JdbcDirtyExposures(stores.sql),
                        claims,
                        faults,
                        stores.tasks,
                        stores.transactions,
                        stores.clock,
                        settings),
                documentIntake,
                new Answer(
                        files,
                        faults,
                        staging,
                        answers,
                        stores.events,
                        stores.tasks,
                        stores.transactions,
                        stores.clock),
                held,
                books,
                stores.tasks,
                stores.transactions,
                stores.clock);
    }

    private Receipts receipts() {
        Ideas ideas = new Ideas(
                stores.tasks,
                stores.events,
                stores.alerts,
                vault,
                stores.clock,
                Clock.systemUTC(),
                stores.transactions);
        JdbcPostings postings = new JdbcPostings(stores.named);
        return new Receipts(postings, postings, new JdbcOutBatches(stores.sql), ideas);
    }

    public static IntakeSettings settings(int stageRows, int applyRows) {
        return new IntakeSettings(
                Duration.ZERO,
                Duration.ofMillis(50),
                Duration.ofSeconds(30),
                stageRows,
                applyRows,
                20,
                10,
                Duration.ofMinutes(1));
    }

    /** ACME-FR and HR-US are insured in France, Belgium and the United States; nobody else is. */
    public static PolicyLookup policies() {
        return new PolicyLookup() {
            @Override
            public Optional<Found> find(
                    String creditor, String country, @Nullable LocalDate delivered, LocalDate issued) {
                return List.of("FR", "BE", "US").contains(country) ? Optional.of(POLICY) : Optional.empty();
            }

            @Override
            public Optional<Found> named(String policy, String creditor) {
                return policy.equals(POLICY.policy()) ? Optional.of(POLICY) : Optional.empty();
            }
        };
    }

    public void write(String source, String name, String content) {
        try {
            Files.write(home.in(source).resolve(name), content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops and takes a file, as the route does once it is complete. */
    public void take(String source, String name, String content) {
        write(source, name, content);
        take(source, name);
    }

    public void take(String source, String name) {
        try {
            takeFile.take(source, home.in(source).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs what is due, and what that makes due. */
    public void run() {
        List<Task> tasks;
        while (!(tasks = stores.tasks.take("test", List.of(IntakeTask.KIND), 1)).isEmpty()) {
            tasks.forEach(handler::handle);
        }
    }

    /** Drops, takes and brings it all the way; its acknowledgement. */
    public JsonNode bring(String source, String name, String content) {
        take(source, name, content);
        run();
        return ack(source, name + ".ack.json");
    }

    public JsonNode ack(String source, String name) {
        try {
            return json.readTree(home.ack(source).resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String source, String name) {
        try {
            return Files.readString(home.ack(source).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> answers(String source) {
        return names(home.ack(source));
    }

    public static List<String> names(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            java.util.ArrayList<String> names = new java.util.ArrayList<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names.stream().sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long count(String query) {
        return stores.sql.sql(query).query(Long.class).single();
    }

    public <T> T value(String query, Class<T> type) {
        return stores.sql.sql(query).query(type).single();
    }

    /** Exposures that wait for their recomputation. */
    public List<String> armed() {
        return stores.sql
                .sql("select ref from task where kind = 'exposure' order by ref")
                .query(String.class)
                .list();
    }

    public void disarm() {
        stores.sql.sql("delete from task where kind in ('exposure', 'dossier')").update();
    }

    /** Claims whose dossier is to be looked at. */
    public List<String> dossiers() {
        return stores.sql
                .sql("select ref from task where kind = 'dossier' order by ref")
                .query(String.class)
                .list();
    }

    /** A claim of the n-th buyer, exposure and receivable of an empty database. */
    public Claim claim(long number, String state) {
        Claim claim = Claims.claim(number, Claims.AUTOMATIC);
        JdbcClaims claims = new JdbcClaims(stores.sql, stores.named);
        stores.transactions.executeWithoutResult(
                status -> claims.insert(claim, List.of(Claims.line(number, "100.00"))));
        stores.sql
                .sql("update claim set state = ? where claim_key = ?")
                .params(state, claim.key().value())
                .update();
        return claim;
    }

    public static Tasks tasks(Stores stores) {
        return stores.tasks;
    }
}
