package dzvin.ingest.step;

import dzvin.schemas.avro.RegionOrigin;

/**
 * Where a call was received.
 *
 * @param region ISO 3166-2 code, empty if not known
 * @param origin how it is known
 */
public record Place(String region, RegionOrigin origin) {
    static final Place UNKNOWN = new Place("", RegionOrigin.UNKNOWN);

    static Place given(String region) {
        return new Place(region, RegionOrigin.GIVEN);
    }

    static Place byAreaCode(String region) {
        return new Place(region, RegionOrigin.AREA_CODE);
    }
}
