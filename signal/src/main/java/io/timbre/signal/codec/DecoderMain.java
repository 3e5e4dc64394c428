package io.timbre.signal.codec;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The program that a {@link DecoderProcess} runs: takes requests from standard input, one after the other, and answers
 * on standard output. The end of its input is the end of its parent, and then its own, whatever it does just now.
 */
final class DecoderMain {
    /** Says that it is ready, before the first request. */
    static final int READY = 0x54;

    private record Request(Path file, int sampleRateHz) {}

    private DecoderMain() {}

    /** Arguments: those of {@link DecodeLimits}, in its order. */
    public static void main(String[] arguments) throws Exception {
        serve(new AudioDecoder(new DecodeLimits(
                Duration.parse(arguments[0]),
                Long.parseLong(arguments[1]),
                Integer.parseInt(arguments[2]),
                Duration.parse(arguments[3]))));
    }

    static void serve(Decoder decoder) throws IOException, InterruptedException {
        var in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        var out = new DataOutputStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), SamplePipe.BUFFER_BYTES));
        System.setOut(System.err); // Nobody else may speak here.
        var samples = new SamplePipe(out);
        var requests = new LinkedBlockingQueue<Request>();
        Thread.ofPlatform().daemon().name("requests").start(() -> receive(in, requests));
        out.writeByte(READY);
        out.flush();
        while (true) {
            Request request = requests.take();
            Reply reply = Reply.of(decoder, request.file, request.sampleRateHz, samples);
            samples.flush();
            reply.write(out);
            out.flush();
        }
    }

    private static void receive(DataInputStream in, BlockingQueue<Request> requests) {
        try {
            while (true) {
                requests.add(new Request(Path.of(in.readUTF()), in.readInt()));
            }
        } catch (IOException parentIsGone) {
            Runtime.getRuntime().halt(0);
        }
    }
}
