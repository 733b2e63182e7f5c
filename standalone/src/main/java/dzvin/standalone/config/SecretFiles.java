package dzvin.standalone.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Files whose content nobody may read off a log: no message here quotes any of it. */
final class SecretFiles {
    private SecretFiles() {}

    /** The content without the white space around it. */
    static String secret(Path file) {
        var content = content(file).strip();
        if (content.isEmpty()) {
            throw new UsageException("the secret's file " + file + " is empty");
        }
        return content;
    }

    /** Lines that are neither empty nor a comment. */
    static List<String> lines(Path file) {
        var lines = content(file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty()) {
            throw new UsageException("the file of keys " + file + " holds none");
        }
        return lines;
    }

    static Map<String, String> properties(Path file) {
        try (var reader = Files.newBufferedReader(file, UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            var sorted = new TreeMap<String, String>();
            properties.stringPropertyNames().forEach(name -> sorted.put(name, properties.getProperty(name)));
            return sorted;
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (IllegalArgumentException e) {
            throw new UsageException(file + " is no properties file: a \\u escape in it is cut short", e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static UsageException unreadable(Path file, IOException problem) {
        return new UsageException(
                problem instanceof NoSuchFileException
                        ? "there is no file " + file + ", which the configuration names"
                        : "cannot read the file " + file + ", which the configuration names",
                problem);
    }
}
