package io.claimgate.catalogue;

import io.claimgate.feed.CsvFormat;
import io.claimgate.feed.DocumentNames;
import io.claimgate.feed.ErpSource;
import io.claimgate.feed.Feed;
import io.claimgate.feed.FeedKind;
import io.claimgate.feed.FieldSource;
import io.claimgate.feed.RowReader;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One feed of a mapping file. */
final class FeedReader {

    private static final List<String> KINDS =
            Arrays.stream(FeedKind.values()).map(FeedKind::word).toList();
    private static final List<String> ROUNDINGS =
            List.of("HALF_UP", "HALF_EVEN", "HALF_DOWN", "UP", "DOWN", "CEILING", "FLOOR");

    private final Section yaml;
    private final ErpSource.Payments payments;

    FeedReader(Section yaml, ErpSource.Payments payments) {
        this.yaml = yaml;
        this.payments = payments;
    }

    /** The feed, or null where what it needs is missing; every fault is among the problems. */
    @Nullable
    Feed read() {
        String name = yaml.requiredText("name");
        String match = yaml.requiredText("match");
        FeedKind kind = kind();
        if (kind == FeedKind.DOCUMENTS) {
            return documents(name, match);
        }
        yaml.word("format", "csv", List.of("csv"));
        boolean snapshot =
                yaml.word("semantics", "delta", List.of("delta", "snapshot")).equals("snapshot");
        boolean marker = yaml.word("ready", "quiet", List.of("quiet", "marker")).equals("marker");
        boolean allOrNothing = yaml.word("onReject", "accept-good", List.of("accept-good", "all-or-nothing"))
                .equals("all-or-nothing");
        if (snapshot && !marker) {
            yaml.missing("semantics: snapshot needs a proof that the file is complete; add ready: marker");
        }
        if (snapshot && kind != null && kind != FeedKind.INVOICES) {
            yaml.wrong("semantics", "only invoices can be told as a snapshot");
        }
        CsvFormat csv = csv();
        List<FieldSource> fields = kind == null ? List.of() : fields(kind);
        yaml.noOther();
        if (name == null || match == null || kind == null || csv == null) {
            return null;
        }
        return new Feed(
                name,
                kind,
                match,
                snapshot ? Feed.Semantics.SNAPSHOT : Feed.Semantics.DELTA,
                marker ? Feed.Ready.MARKER : Feed.Ready.QUIET,
                allOrNothing ? Feed.OnReject.ALL_OR_NOTHING : Feed.OnReject.ACCEPT_GOOD,
                csv,
                fields,
                null);
    }

    /** A document has neither rows nor a marker: its side file or its name tells what it is. */
    private @Nullable Feed documents(@Nullable String name, @Nullable String match) {
        yaml.word("format", "none", List.of("none"));
        yaml.word("ready", "quiet", List.of("quiet"));
        DocumentNames names = new DocumentNamesReader(yaml).read();
        yaml.noOther();
        return name == null || match == null
                ? null
                : new Feed(
                        name,
                        FeedKind.DOCUMENTS,
                        match,
                        Feed.Semantics.DELTA,
                        Feed.Ready.QUIET,
                        Feed.OnReject.ACCEPT_GOOD,
                        CsvFormat.DEFAULT,
                        List.of(),
                        names);
    }

    private @Nullable FeedKind kind() {
        String word = yaml.requiredText("kind");
        if (word == null) {
            return null;
        }
        if (!KINDS.contains(word)) {
            yaml.wrong("kind", "must be one of " + String.join(", ", KINDS));
            return null;
        }
        FeedKind kind = FeedKind.of(word);
        if (kind == FeedKind.PAYMENTS && payments == ErpSource.Payments.IMPLIED) {
            yaml.wrong("kind", "a source with payments: implied has no payments feed; money is told once");
        }
        return kind;
    }

    private @Nullable CsvFormat csv() {
        Section csv = yaml.section("csv");
        if (csv == null) {
            return CsvFormat.DEFAULT;
        }
        CsvFormat usual = CsvFormat.DEFAULT;
        Charset charset = charset(csv);
        char delimiter = or(csv.character("delimiter"), usual.delimiter());
        char quote = or(csv.character("quote"), usual.quote());
        char decimal = or(csv.character("decimal"), usual.decimal());
        Character grouping = csv.character("grouping");
        String date = csv.text("date");
        csv.noOther();
        try {
            RowReader.checkDatePattern(date == null ? usual.date() : date);
        } catch (IllegalArgumentException e) {
            csv.wrong("date", "must be a pattern of a complete date such as yyyy-MM-dd or dd.MM.yyyy");
            return null;
        }
        try {
            return new CsvFormat(charset, delimiter, quote, decimal, grouping, date == null ? usual.date() : date);
        } catch (IllegalArgumentException e) {
            csv.wrong("delimiter", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static @Nullable Charset charset(Section csv) {
        String name = csv.text("charset");
        if (name == null) {
            return null;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            csv.wrong("charset", "is no charset that Java knows, such as UTF-8, windows-1252, ISO-8859-15");
            return null;
        }
    }

    private List<FieldSource> fields(FeedKind kind) {
        Section fields = yaml.section("fields");
        if (fields == null) {
            return List.of();
        }
        List<FieldSource> sources = new ArrayList<>();
        for (String field : RowReader.fields(kind)) {
            if (fields.has(field)) {
                FieldSource source = field(fields, field);
                if (source != null) {
                    sources.add(source);
                }
            }
        }
        for (String required : RowReader.requiredFields(kind)) {
            if (!fields.has(required)) {
                fields.missing("fields lacks " + required + ", which " + kind.word() + " need; add it");
            }
        }
        for (String key : fields.keys()) {
            if (!RowReader.fields(kind).contains(key)) {
                fields.wrong(
                        key, "is no field of " + kind.word() + "; known: " + String.join(", ", RowReader.fields(kind)));
            }
        }
        return sources;
    }

    private static @Nullable FieldSource field(Section fields, String field) {
        if (!fields.isSection(field)) {
            String column = fields.requiredText(field);
            return column == null ? null : FieldSource.column(field, column);
        }
        Section table = java.util.Objects.requireNonNull(fields.section(field));
        String column = table.text("column");
        String constant = table.raw("constant");
        boolean trim = table.word("trim", "false", List.of("true", "false")).equals("true");
        String round = table.has("round") ? table.word("round", "", ROUNDINGS) : "";
        Section map = table.section("map");
        table.noOther();
        if ((column == null) == (constant == null)) {
            table.missing(field + " needs either column or constant");
            return null;
        }
        return new FieldSource(
                field,
                column,
                constant,
                map == null ? Map.of() : map.raws(),
                trim,
                round.isEmpty() ? null : RoundingMode.valueOf(round));
    }

    private static char or(@Nullable Character given, char usual) {
        return given == null ? usual : given;
    }
}
