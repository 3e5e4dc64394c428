package io.timbre.networks.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A few small files as one zip whose bytes depend on nothing but theirs: neither on the clock, the time zone, nor on how
 * a compressor is built, since nothing is compressed. So the hash of the archive is a hash of the files.
 */
final class StoredArchive {
    /** With the first hour that a zip can tell, Java writes an extra field that depends on the time zone. */
    private static final LocalDateTime ANY_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private StoredArchive() {}

    /** The archive of the files, in the order of the map. */
    static byte[] of(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(entry(file.getKey(), file.getValue()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return bytes.toByteArray();
    }

    /** What is stored must say beforehand how long it is and what its checksum. */
    private static ZipEntry entry(String name, byte[] content) {
        var checksum = new CRC32();
        checksum.update(content);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(ANY_TIME);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        return entry;
    }

    /**
     * The files of an archive. Compressed ones are refused, so none is longer than the archive.
     *
     * @throws IOException if the archive is damaged
     */
    static Map<String, byte[]> read(byte[] archive) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getMethod() != ZipEntry.STORED) {
                    throw new IOException(entry.getName() + " must be stored, not compressed");
                }
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
