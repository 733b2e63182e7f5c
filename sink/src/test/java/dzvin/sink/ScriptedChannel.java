package dzvin.sink;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Answers as told and notes the numbers of the alerts that it was handed. */
final class ScriptedChannel implements Channel {
    final List<Integer> handed = new ArrayList<>();
    private final Deque<Delivery> answers = new ArrayDeque<>();

    void answers(Delivery... wanted) {
        answers.addAll(List.of(wanted));
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public Delivery deliver(AlertMessage message) {
        handed.add((int) Duration.between(Samples.START, message.at()).toMinutes());
        return answers.remove();
    }
}
