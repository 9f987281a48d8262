package io.claimgate.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every file of the active configuration: {@code routes/}, {@code mappings/} and {@code schemas/} of the jar, over which the files of the
 * same path in {@code claimgate.config} win. Read once; the hash of the whole is stamped on what was made with it.
 */
public final class ConfigurationFiles {

    private static final List<String> FOLDERS = List.of("routes", "mappings", "schemas");

    private final SortedMap<String, byte[]> files;
    private final String hash;

    private ConfigurationFiles(SortedMap<String, byte[]> files) {
        this.files = files;
        this.hash = hash(files);
    }

    /** @param overriding {@code claimgate.config}; null or missing folders: the jar's files alone */
    public static ConfigurationFiles read(@Nullable Path overriding) {
        try {
            SortedMap<String, byte[]> files = new TreeMap<>();
            for (String folder : FOLDERS) {
                readJar(folder, files);
                if (overriding != null) {
                    readFolder(overriding, folder, files);
                }
            }
            return new ConfigurationFiles(files);
        } catch (IOException e) {
            throw new UncheckedIOException("the configuration cannot be read; check claimgate.config", e);
        }
    }

    /** Texts below a folder such as {@code mappings/policies} whose name ends so, by path. */
    public SortedMap<String, String> texts(String folder, String ending) {
        SortedMap<String, String> found = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().startsWith(folder + "/") && file.getKey().endsWith(ending)) {
                found.put(file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    /** The text of one file; null where there is none. */
    public @Nullable String text(String path) {
        byte[] found = files.get(path);
        return found == null ? null : new String(found, StandardCharsets.UTF_8);
    }

    /** The bytes of one file, {@code schemas/insurer/claims.wsdl}; null where there is none. */
    public byte @Nullable [] bytes(String path) {
        byte[] found = files.get(path);
        return found == null ? null : found.clone();
    }

    /** All paths. */
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /** SHA-256 over all paths and contents. */
    public String hash() {
        return hash;
    }

    private static void readJar(String folder, Map<String, byte[]> files) throws IOException {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        // Our own jar's folder only: libraries bring folders of such names too.
        for (Resource resource : resolver.getResources("classpath:" + folder + "/**")) {
            String url = resource.getURL().toString();
            if (resource.isReadable() && !url.endsWith("/") && resource.getFilename() != null) {
                files.put(url.substring(url.lastIndexOf("/" + folder + "/") + 1), resource.getContentAsByteArray());
            }
        }
    }

    private static void readFolder(Path root, String folder, Map<String, byte[]> files) throws IOException {
        Path top = root.resolve(folder);
        if (!Files.isDirectory(top)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(top)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
    }

    private static String hash(SortedMap<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, bytes) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
