package dzvin.standalone.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.function.BooleanSupplier;

/** Lets no event through while a condition holds. */
final class Mute extends Filter<ILoggingEvent> {
    private final BooleanSupplier condition;

    Mute(BooleanSupplier condition) {
        this.condition = condition;
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return condition.getAsBoolean() ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
