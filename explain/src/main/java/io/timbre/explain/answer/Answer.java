package io.timbre.explain.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An explanation: in words, in numbers, in pictures and in sound.
 *
 * @param words what was found, a sentence each, the most important first
 * @param findings what was found, for machines: text, numbers, lists and maps of them; kept in the order of their names,
 *     so that they are told in one order everywhere
 */
public record Answer(List<String> words, Map<String, Object> findings, Quality quality, List<Artifact> artifacts) {

    public Answer {
        words = List.copyOf(words);
        findings = Collections.unmodifiableMap(new TreeMap<>(findings));
        artifacts = List.copyOf(artifacts);
    }

    /** What to tell people, line by line: if the explanation failed a check, the first line says so. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        quality.warning().ifPresent(lines::add);
        lines.addAll(words);
        return lines;
    }
}
