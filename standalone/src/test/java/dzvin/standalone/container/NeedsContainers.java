package dzvin.standalone.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Runs where a Docker engine answers and has the base image; elsewhere the report says which of them is missing. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsContainers.Condition.class)
@interface NeedsContainers {
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return ConditionEvaluationResult.disabled("no Docker engine answers here");
            }
            if (!Images.baseIsThere()) {
                return ConditionEvaluationResult.disabled(
                        "the engine has no image " + Images.BASE + ": make it with docker/make-base-image");
            }
            return ConditionEvaluationResult.enabled("a Docker engine answers and has " + Images.BASE);
        }
    }
}
