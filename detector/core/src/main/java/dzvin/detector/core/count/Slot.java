package dzvin.detector.core.count;

/** One source partition's share of a cell. */
record Slot(int source, TravellingCell cell) {}
