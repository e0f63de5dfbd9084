package justhungry.backend.storage.rocks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import justhungry.api.codec.WireFormat;
import justhungry.backend.ordering.table.StateTable;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** A store as a program of an earlier format left it: its identity says so, and it has no table of deliveries. */
record EarlierFormat(CrashImage image) {
    private interface DatabaseEdit {
        void to(RocksDB rocks, Map<String, ColumnFamilyHandle> families) throws RocksDBException;
    }

    static EarlierFormat of(CrashImage image) throws IOException {
        edit(image, (rocks, families) -> rocks.dropColumnFamily(families.get(StateTable.DELIVERIES.name())));
        var text = Files.readString(image.identity())
                .replaceFirst("crc .*\n", "")
                .replace("format " + WireFormat.VERSION + "\n", "format 0\n");
        var crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(image.identity(), "%scrc %08x\n".formatted(text, crc.getValue()));
        return new EarlierFormat(image);
    }

    /** Makes a hole in the log. */
    static void removeEntry(CrashImage image, long index) {
        edit(image, (rocks, families) -> rocks.delete(families.get("log"), MetaKey.encode(index)));
    }

    List<String> tables() {
        try (var options = new Options()) {
            return RocksDB.listColumnFamilies(options, image.database().toString()).stream()
                    .map(name -> new String(name, StandardCharsets.US_ASCII))
                    .toList();
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Identity and database, byte for byte, but for the messages that RocksDB writes about itself. */
    Map<String, String> files() throws IOException {
        var contents = new TreeMap<String, String>();
        contents.put("identity", HexFormat.of().formatHex(Files.readAllBytes(image.identity())));
        for (Path file : image.files("*")) {
            var name = file.getFileName().toString();
            if (!name.startsWith("LOG")) {
                contents.put(name, HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    private static void edit(CrashImage image, DatabaseEdit edit) {
        var path = image.database().toString();
        var handles = new ArrayList<ColumnFamilyHandle>();
        try (var options = new Options();
                var settings = new DBOptions()) {
            var names = RocksDB.listColumnFamilies(options, path).stream()
                    .map(ColumnFamilyDescriptor::new)
                    .toList();
            try (var rocks = RocksDB.open(settings, path, names, handles)) {
                var families = new TreeMap<String, ColumnFamilyHandle>();
                for (var handle : handles) {
                    families.put(new String(handle.getName(), StandardCharsets.US_ASCII), handle);
                }
                edit.to(rocks, families);
                handles.forEach(ColumnFamilyHandle::close);
            }
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }
}
