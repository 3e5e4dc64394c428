package io.timbre.cli;

import picocli.CommandLine.Command;

/** {@code timbre bench NAME}: how fast something is, one JSON object a case. */
@Command(
        name = "bench",
        description = "Measures; one JSON object a case on standard output.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ChainBench.class,
            DecoderBench.class,
            DriftBench.class,
            ExplainBench.class,
            LearningBench.class,
            SignalBench.class,
            SwapBench.class,
            NetworkBench.class,
            FootprintCommand.class,
            TrainingMemoryCommand.class
        })
final class BenchCommand {}
