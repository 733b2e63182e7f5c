package dzvin.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import org.junit.jupiter.api.Test;

/** The FCC's public layout; the rows are made up, the numbers are of the range kept for fiction. */
class FccFileTest {
    private static final String DISPLAY = "Ticket ID,Ticket Created,Date of Issue,Time of Issue,Form,Method,Issue,"
            + "Caller ID Number,Type of Call or Messge,Advertiser Business Number,City,State,Zip,"
            + "Location (Center point of the Zip Code)\n";

    private static ReportFile fcc(String content) {
        return Sample.bytes(content.getBytes(UTF_8), Format.FCC, "");
    }

    @Test
    void anExportWithDisplayNamesIsRead() {
        var file = fcc(
                DISPLAY
                        + "1001,10/30/2014 09:16:24 AM +0000,10/29/2014,9:30 p.m.,Phone,Wireless,Telemarketing,202-555-0143,"
                        + "Prerecorded Voice,,Springfield,IL,62701,\"IL 62701\n(39.8, -89.6)\"\n"
                        + "1002,10/30/2014 09:20:00 AM +0000,10/29/2014,,Phone,Wireless,Robocalls,None,Live Voice,,Reno,NV,89501,\n");

        var reports = Sample.reports(file);

        assertThat(reports).hasSize(2);
        var first = reports.get(0);
        assertThat(first.tells(Field.ID)).contains("fcc-1001");
        assertThat(first.tells(Field.RECEIVED_AT)).contains("2014-10-30T09:16:24Z");
        assertThat(first.tells(Field.CALLED_AT)).contains("2014-10-29T21:30-04:00");
        assertThat(first.tells(Field.NUMBER)).contains("202-555-0143");
        assertThat(first.tells(Field.REGION)).contains("IL");
        assertThat(first.features()).containsExactly("recorded-voice");
        assertThat(reports.get(1).tells(Field.NUMBER)).contains(RawReport.WITHHELD);
        assertThat(reports.get(1).tells(Field.CALLED_AT)).contains("2014-10-29T12:00-04:00");
        assertThat(reports.get(1).features()).containsExactly("call-live-voice");
    }

    @Test
    void anExportWithFieldNamesAndWithoutTheTicketsOwnTimeIsRead() {
        var file = fcc(
                "id,issue_date,issue_time,issue_type,method,issue,caller_id_number,type_of_call_or_messge,"
                        + "advertiser_business_phone_number,state,zip\n"
                        + "7,2014-10-29T00:00:00.000,9:30 am,Phone,Wireless,Robocalls,202-555-0143,Abandoned Calls,,IL,62701\n");

        var report = Sample.reports(file).get(0);

        assertThat(report.tells(Field.ID)).contains("fcc-7");
        assertThat(report.tells(Field.RECEIVED_AT)).contains("2014-10-29T09:30-04:00");
        assertThat(report.features()).containsExactly("call-abandoned-calls");
    }
}
