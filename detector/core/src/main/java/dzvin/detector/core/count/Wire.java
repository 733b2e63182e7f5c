package dzvin.detector.core.count;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The small parts that written values are made of. */
final class Wire {
    private Wire() {}

    static void version(int version, DataOutputStream out) throws IOException {
        out.writeByte(version);
    }

    /** Reads the version and refuses a layout that is not known here. */
    static void expect(int version, DataInputStream in) throws IOException {
        int found = in.readUnsignedByte();
        if (found != version) {
            throw new IOException("layout must be version " + version + ", got " + found);
        }
    }

    static void writeOptional(Optional<String> text, DataOutputStream out) throws IOException {
        out.writeBoolean(text.isPresent());
        if (text.isPresent()) {
            out.writeUTF(text.get());
        }
    }

    static Optional<String> readOptional(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(in.readUTF()) : Optional.empty();
    }

    static void writeOptional(OptionalLong number, DataOutputStream out) throws IOException {
        out.writeBoolean(number.isPresent());
        if (number.isPresent()) {
            out.writeLong(number.getAsLong());
        }
    }

    static OptionalLong readOptionalLong(DataInputStream in) throws IOException {
        return in.readBoolean() ? OptionalLong.of(in.readLong()) : OptionalLong.empty();
    }

    static void writeTexts(List<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    static List<String> readTexts(DataInputStream in) throws IOException {
        int size = in.readInt();
        var texts = new ArrayList<String>();
        for (int i = 0; i < size; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
