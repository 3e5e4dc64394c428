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

    /** Asks for a file: its path follows, and the wanted rate. */
    static final int DECODE = 7;

    private record Request(Path file, int sampleRateHz) {}

    private DecoderMain() {}

    /** Arguments: the file of {@link SharedSamples}, then those of {@link DecodeLimits}, in its order. */
    public static void main(String[] arguments) throws Exception {
        var limits = new DecodeLimits(
                Duration.parse(arguments[1]),
                Long.parseLong(arguments[2]),
                Integer.parseInt(arguments[3]),
                Duration.parse(arguments[4]));
        Ffmpeg.load(); // If that fails, no file is to blame.
        serve(Path.of(arguments[0]), new AudioDecoder(limits));
    }

    static void serve(Path shared, Decoder decoder) throws IOException, InterruptedException {
        var in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err); // Nobody else may speak here.
        var samples = new SamplePipe(SharedSamples.open(shared), out);
        var requests = new LinkedBlockingQueue<Request>();
        Thread.ofPlatform().daemon().name("requests").start(() -> receive(in, requests, samples));
        out.writeByte(READY);
        out.flush();
        while (true) {
            Request request = requests.take();
            Reply reply = Reply.of(decoder, request.file, request.sampleRateHz, samples);
            samples.send();
            reply.write(out);
            out.flush();
        }
    }

    private static void receive(DataInputStream in, BlockingQueue<Request> requests, SamplePipe samples) {
        try {
            while (true) {
                if (in.readUnsignedByte() == DECODE) {
                    requests.add(new Request(Path.of(in.readUTF()), in.readInt()));
                } else {
                    samples.taken();
                }
            }
        } catch (IOException parentIsGone) {
            Runtime.getRuntime().halt(0);
        }
    }
}
