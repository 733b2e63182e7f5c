package dzvin.standalone.config;

import java.nio.file.Path;
import java.util.Optional;

/** Where a setting's value comes from. */
sealed interface Origin {
    /** Nobody set it. */
    record Default() implements Origin {
        @Override
        public String toString() {
            return "default";
        }
    }

    /** A line of a configuration file. */
    record Line(Path file, int line) implements Origin {
        @Override
        public Optional<Path> folder() {
            return Optional.ofNullable(file.getParent());
        }

        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /** An environment variable. */
    record Variable(String name) implements Origin {
        @Override
        public String toString() {
            return name;
        }
    }

    /** What paths are relative to; empty: the working directory. */
    default Optional<Path> folder() {
        return Optional.empty();
    }
}
