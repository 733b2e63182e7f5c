package dzvin.detector.core.campaign;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.Onset;
import dzvin.detector.core.decide.Stage;
import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.view.ViewKey;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** How live campaigns are written in state. */
final class CampaignCodec implements StateCodec<CampaignState> {
    /** Version 2 did not know since when what comes counts. */
    private static final int OLDEST = 2;

    private static final int VERSION = 3;
    private static final String NO_STAGE = "";
    private static final long TOGETHER = Long.MIN_VALUE;

    @Override
    public void write(CampaignState campaign, DataOutputStream out) throws IOException {
        out.writeByte(VERSION);
        write(campaign.id, out);
        out.writeLong(campaign.raisedAt);
        out.writeLong(campaign.onset.at());
        out.writeLong(campaign.onset.from());
        out.writeLong(campaign.onset.to());
        out.writeUTF(campaign.stage.name());
        out.writeInt(campaign.revision);
        out.writeLong(campaign.stageSince);
        out.writeLong(campaign.updatedAt);
        out.writeBoolean(campaign.broadcast);
        out.writeBoolean(campaign.splitFrom.isPresent());
        if (campaign.splitFrom.isPresent()) {
            write(campaign.splitFrom.get(), out);
        }
        out.writeLong(campaign.apartSince.orElse(TOGETHER));
        out.writeLong(campaign.lastNews);
        out.writeLong(campaign.countsFrom);
        out.writeLong(campaign.peopleTold);
        write(campaign.lastAlert, out);
        out.writeInt(campaign.keys.size());
        for (ViewKey key : campaign.keys) {
            out.writeUTF(key.view());
            out.writeUTF(key.text());
        }
        out.writeInt(campaign.series.size());
        campaign.series.forEach((at, reports, expected) -> {
            out.writeLong(at);
            out.writeDouble(reports);
            out.writeDouble(expected);
        });
    }

    @Override
    public CampaignState read(DataInputStream in) throws IOException {
        int version = StateCodec.expectVersion(OLDEST, VERSION, in);
        var campaign =
                new CampaignState(readId(in), in.readLong(), new Onset(in.readLong(), in.readLong(), in.readLong()));
        campaign.stage = Stage.valueOf(in.readUTF());
        campaign.revision = in.readInt();
        campaign.stageSince = in.readLong();
        campaign.updatedAt = in.readLong();
        campaign.broadcast = in.readBoolean();
        campaign.splitFrom = in.readBoolean() ? Optional.of(readId(in)) : Optional.empty();
        long apartSince = in.readLong();
        campaign.apartSince = apartSince == TOGETHER ? OptionalLong.empty() : OptionalLong.of(apartSince);
        campaign.lastNews = in.readLong();
        campaign.countsFrom = version > OLDEST ? in.readLong() : 0;
        campaign.peopleTold = in.readLong();
        campaign.lastAlert = readAlert(in);
        int keys = in.readInt();
        for (int i = 0; i < keys; i++) {
            campaign.keys.add(new ViewKey(in.readUTF(), in.readUTF()));
        }
        int points = in.readInt();
        for (int i = 0; i < points; i++) {
            campaign.series.add(in.readLong(), in.readDouble(), in.readDouble());
        }
        return campaign;
    }

    private static void write(CampaignState.LastAlert alert, DataOutputStream out) throws IOException {
        out.writeBoolean(alert != null);
        if (alert != null) {
            write(alert.id(), out);
            out.writeInt(alert.revision());
            out.writeUTF(alert.kind().name());
            out.writeUTF(alert.stage().name());
            out.writeUTF(alert.previousStage().map(Stage::name).orElse(NO_STAGE));
            out.writeLong(alert.at());
            out.writeInt(alert.mergedFrom().size());
            for (UUID other : alert.mergedFrom()) {
                write(other, out);
            }
        }
    }

    private static CampaignState.LastAlert readAlert(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        var id = readId(in);
        int revision = in.readInt();
        var kind = CampaignAlert.Kind.valueOf(in.readUTF());
        var stage = Stage.valueOf(in.readUTF());
        var previous = in.readUTF();
        long at = in.readLong();
        var mergedFrom = new ArrayList<UUID>();
        for (int left = in.readInt(); left > 0; left--) {
            mergedFrom.add(readId(in));
        }
        return new CampaignState.LastAlert(
                id,
                revision,
                kind,
                stage,
                previous.equals(NO_STAGE) ? Optional.empty() : Optional.of(Stage.valueOf(previous)),
                at,
                mergedFrom);
    }

    private static void write(UUID id, DataOutputStream out) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID readId(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }
}
