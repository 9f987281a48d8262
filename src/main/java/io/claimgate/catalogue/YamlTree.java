package io.claimgate.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.claimgate.problem.Problem;
import io.claimgate.problem.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads YAML into nodes with lines. Anchors, aliases and tags are refused: a mapping file says what it means where it stands. */
final class YamlTree {

    private static final YAMLFactory FACTORY = new YAMLFactory();
    private static final int DEEPEST = 40;

    private final String name;
    private final List<Problem> problems;

    YamlTree(String name, List<Problem> problems) {
        this.name = name;
        this.problems = problems;
    }

    /** The file's one mapping; null if it is none, which stands in the problems then. */
    YamlNode.@Nullable Mapping read(String text) {
        try (YAMLParser parser = FACTORY.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                fault(1, null, "is not a mapping of keys and values; see the samples in mappings/");
                return null;
            }
            YamlNode.Mapping mapping = (YamlNode.Mapping) node(parser, 0);
            if (parser.nextToken() != null) {
                fault(parser.currentTokenLocation().getLineNr(), null, "a second document begins here; a file has one");
            }
            return mapping;
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            fault(
                    line,
                    null,
                    "is not YAML: "
                            + broken.getOriginalMessage().lines().findFirst().orElse("cannot be read"));
        } catch (Refused refused) {
            fault(refused.line, null, String.valueOf(refused.getMessage()));
        } catch (IOException impossible) {
            throw new IllegalStateException("text in memory could not be read: " + name, impossible);
        }
        return null;
    }

    private YamlNode node(YAMLParser parser, int depth) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        if (depth > DEEPEST) {
            throw new Refused(line, "nested deeper than " + DEEPEST + " levels");
        }
        if (parser.isCurrentAlias() || parser.getObjectId() != null || parser.getTypeId() != null) {
            throw new Refused(line, "anchors, aliases and tags are not allowed; write the value out");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, line, depth);
            case START_ARRAY -> sequence(parser, line, depth);
            case VALUE_NULL -> new YamlNode.Scalar(line, null);
            default -> new YamlNode.Scalar(line, parser.getText());
        };
    }

    private YamlNode mapping(YAMLParser parser, int line, int depth) throws IOException {
        LinkedHashMap<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            YamlNode value = node(parser, depth + 1);
            if (entries.putIfAbsent(key, new YamlNode.Entry(keyLine, value)) != null) {
                fault(keyLine, key, "the key stands twice in one mapping; keep one");
            }
        }
        return new YamlNode.Mapping(line, entries);
    }

    private YamlNode sequence(YAMLParser parser, int line, int depth) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser, depth + 1));
        }
        return new YamlNode.Sequence(line, items);
    }

    private void fault(int line, @Nullable String value, String detail) {
        problems.add(new Problem(ProblemCode.OPS_002, name + ":" + line, value, detail));
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;

        Refused(int line, String message) {
            super(message);
            this.line = line;
        }
    }
}
