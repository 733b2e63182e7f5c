package dzvin.ingest.file;

/** Hears how far an import is: often, on the importing thread, so it must be quick. */
public interface ImportProgress {
    /** Records of the target looked through for ids, of how many at most. */
    void lookedThrough(long done, long total);

    /** How far the reading of the file is, with what became of it so far. */
    void imported(ReportFile file, ImportResult soFar);

    /** An import that nobody watches. */
    static ImportProgress silent() {
        return new ImportProgress() {
            @Override
            public void lookedThrough(long done, long total) {}

            @Override
            public void imported(ReportFile file, ImportResult soFar) {}
        };
    }
}
