package dzvin.standalone.replay;

import dzvin.detector.core.state.Tables;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** All that a detector in memory remembers, and what it has said so far: enough to go on from in another process. */
final class DetectorState {
    private final Map<String, SavedTables> tablesByStage = new TreeMap<>();
    private final Set<UUID> campaigns = new HashSet<>();
    private long signals;

    Tables tables(String stage) {
        return tablesByStage.computeIfAbsent(stage, name -> new SavedTables());
    }

    void signal() {
        signals++;
    }

    void campaign(UUID campaign) {
        campaigns.add(campaign);
    }

    long signals() {
        return signals;
    }

    long campaigns() {
        return campaigns.size();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(signals);
        out.writeInt(campaigns.size());
        for (UUID campaign : new TreeSet<>(campaigns)) {
            out.writeLong(campaign.getMostSignificantBits());
            out.writeLong(campaign.getLeastSignificantBits());
        }
        out.writeInt(tablesByStage.size());
        for (var stage : tablesByStage.entrySet()) {
            out.writeUTF(stage.getKey());
            stage.getValue().write(out);
        }
    }

    static DetectorState read(DataInputStream in) throws IOException {
        var state = new DetectorState();
        state.signals = in.readLong();
        for (int campaign = in.readInt(); campaign > 0; campaign--) {
            state.campaigns.add(new UUID(in.readLong(), in.readLong()));
        }
        for (int stage = in.readInt(); stage > 0; stage--) {
            state.tablesByStage.put(in.readUTF(), SavedTables.read(in));
        }
        return state;
    }
}
