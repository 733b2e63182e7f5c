package dzvin.standalone.command;

import dzvin.standalone.config.Installation;
import dzvin.standalone.log.Logging;

/** A service's log goes to standard error, written as its installation wants it. */
final class ServiceLog {
    private ServiceLog() {}

    static Installation of(Installation installation) {
        Logging.toStandardError(installation.logFormat(), installation.logLevel());
        return installation;
    }
}
