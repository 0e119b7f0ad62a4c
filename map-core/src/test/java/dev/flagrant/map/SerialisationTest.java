package dev.flagrant.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.flagrant.map.runtime.Invariants;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Externalizable;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamConstants;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written of a map is read back, and what no map wrote is refused. */
class SerialisationTest {
  record Kind(String name, KeyType<?> type, List<?> keys) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> standardKeyTypes() {
    return Stream.of(
        new Kind("objects", KeyTypes.objects(), Arrays.asList("a", 1, null, List.of(2))),
        new Kind("strings", KeyTypes.strings(), Arrays.asList("a", "b", "", null)),
        new Kind("longs", KeyTypes.longs(), Arrays.asList(1L, Long.MIN_VALUE, null)),
        new Kind("integers", KeyTypes.integers(), Arrays.asList(1, -1, null)),
        new Kind("float64", KeyTypes.float64(), Arrays.asList(1.5, -0.0, null)),
        new Kind("drawn float64", KeyTypes.float64(() -> 4), Arrays.asList(1.5, 2.5)),
        new Kind("interfaces", KeyTypes.interfaces(), Arrays.asList("a", 1, 1L, 1.0, 1.0f, null)));
  }

  @ParameterizedTest
  @MethodSource("standardKeyTypes")
  @SuppressWarnings("unchecked") // the keys are of the type
  void aMapIsReadBackWithItsEntriesAndItsKeyType(Kind kind) {
    Map<Object, @Nullable Object> map = GoMap.make((KeyType<Object>) kind.type);
    kind.keys.forEach(key -> map.put(key, key == null ? "null" : null));

    GoMap<Object, Object> copy = copy(map);

    assertThat(copy).isEqualTo(map).hasSize(kind.keys.size());
    KeyType<?> shared = kind.name.startsWith("drawn") ? KeyTypes.float64() : kind.type;
    assertThat(copy.mapType().key()).isSameAs(shared);
  }

  /** An elem that empties its map when it is written. */
  public static final class Emptying implements Externalizable {
    private static final long serialVersionUID = 1L;

    private transient @Nullable Map<?, ?> map;

    /** For reading. */
    public Emptying() {}

    @Override
    public void writeExternal(ObjectOutput out) {
      Objects.requireNonNull(map).clear();
    }

    @Override
    public void readExternal(ObjectInput in) {}
  }

  /** As a race may do it; the number of entries goes before the entries. */
  @Test
  void aMapThatChangesWhileItIsWrittenCanBeRead() {
    GoMap<Integer, Emptying> map = new GoMap<>();
    for (int i = 0; i < 3; i++) {
      Emptying elem = new Emptying();
      elem.map = map;
      map.put(i, elem);
    }
    assertThat(copy(map)).hasSize(3);
    assertThat(map).isEmpty();
  }

  @Test
  void entriesOfNaNAreAllReadBack() {
    GoMap<Double, String> map = GoMap.make(KeyTypes.float64());
    map.put(Double.NaN, "a");
    map.put(Double.NaN, "b");
    assertThat(copy(map).values()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aMapIsReadBackAtEverySizeAlsoWhileItGrows() {
    GoMap<Integer, String> map = new GoMap<>();
    for (int i = 0; i < 300; i++) {
      assertThat(copy(map)).isEqualTo(map);
      map.put(i, "elem " + i);
    }
  }

  @Test
  void aLargeMapIsReadBack() {
    GoMap<Integer, Integer> map = GoMap.make(KeyTypes.integers());
    for (int i = 0; i < 70_000; i++) {
      map.put(i, i);
    }
    assertThat(copy(map).equals(map)).isTrue();
  }

  @Test
  void theOptionsAreReadBackButForWhatBelongsToAProcess() {
    TypeLayout layout = new TypeLayout(24, 8, false);
    GoMap<String, String> map =
        GoMap.<String>builder(KeyTypes.strings())
            .elem(layout)
            .onDetection(Failure.HALT)
            .listener((listened, operation, thread) -> {})
            .seed(1)
            .build();
    map.put("a", "b");
    GoMap<String, String> copy = copy(map);
    assertThat(copy).isEqualTo(map);
    assertThat(copy.mapType().elem()).isEqualTo(layout);
    assertThat(copy.mapType().options().failure()).isEqualTo(Failure.HALT);
    assertThat(copy.mapType().options().namesOtherThread()).isTrue();
    assertThat(copy.mapType().options().listener()).isNull();

    GoMap<String, String> plain = copy(new GoMap<String, String>());
    assertThat(plain.mapType().options().namesOtherThread()).isFalse();
    assertThat(plain.mapType().options().failure()).isEqualTo(Failure.THROW);
  }

  @Test
  void aNilMapStaysOne() {
    GoMap<String, String> copy = copy(GoMap.<String, String>nil());
    assertThat(copy).isEmpty();
    assertThatExceptionOfType(GoPanic.class).isThrownBy(() -> copy.put("a", "b"));
  }

  @Test
  void twoReferencesToOneMapStayReferencesToOne() {
    GoMap<String, String> map = new GoMap<>(Map.of("a", "b"));
    List<Object> copies = copyOf(List.of(map, map));
    assertThat(copies.get(0)).isEqualTo(map).isSameAs(copies.get(1)).isNotSameAs(map);
  }

  @Test
  void aMapThatIsAnElemOfItselfStaysOne() {
    GoMap<String, Object> map = new GoMap<>();
    map.put("me", map);
    GoMap<String, Object> copy = copy(map);
    assertThat(copy.get("me")).isSameAs(copy);
  }

  @Test
  void aKeyTypeThatIsNotSerializableIsRefusedWhenTheMapIsWritten() {
    GoMap<String, String> map = GoMap.make(new Held.Keys());
    assertThatExceptionOfType(NotSerializableException.class)
        .isThrownBy(() -> write(map))
        .withMessageContaining("Held$Keys");
    Invariants.check(map);
  }

  @Test
  void aGoMapThatStandsInAStreamByItselfIsRefused() throws IOException {
    // What the stream would hold if someone had written the fields of the map.
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.flush();
      bytes.write(ObjectStreamConstants.TC_OBJECT);
      bytes.write(ObjectStreamConstants.TC_CLASSDESC);
      byte[] name = GoMap.class.getName().getBytes(StandardCharsets.UTF_8);
      bytes.write(new byte[] {0, (byte) name.length});
      bytes.write(name);
      bytes.write(new byte[] {0, 0, 0, 0, 0, 0, 0, 1}); // serialVersionUID
      bytes.write(ObjectStreamConstants.SC_SERIALIZABLE);
      bytes.write(new byte[] {0, 0}); // no fields
      bytes.write(ObjectStreamConstants.TC_ENDBLOCKDATA);
      bytes.write(ObjectStreamConstants.TC_NULL); // no serializable superclass
    }
    assertThat(ObjectStreamClass.lookup(GoMap.class).getSerialVersionUID()).isEqualTo(1);
    assertThatExceptionOfType(InvalidClassException.class)
        .isThrownBy(() -> read(bytes.toByteArray()))
        .withMessage(GoMap.class.getName() + "; no valid constructor");
  }

  /** Writes as {@link SerializedMap} does; the test puts its name into the stream. */
  static final class Forgery implements Externalizable {
    private static final long serialVersionUID = 1L;

    transient Object key = KeyTypes.objects();
    int align = 8;
    String failure = "THROW";
    boolean nil;
    int size;

    /** Asked for by the compiler of JDK 25; nobody reads a forgery as what it is. */
    public Forgery() {}

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
      out.writeObject(key);
      out.writeLong(8);
      out.writeInt(align);
      out.writeBoolean(true);
      out.writeUTF(failure);
      out.writeBoolean(false);
      out.writeBoolean(nil);
      out.writeInt(size);
      for (int i = 0; i < size; i++) {
        out.writeObject("key " + i);
        out.writeObject("elem " + i);
      }
    }

    @Override
    public void readExternal(ObjectInput in) {
      throw new IllegalStateException("written only");
    }

    Object read() throws IOException, ClassNotFoundException {
      return SerialisationTest.read(
          writeAs(this, Forgery.class.getName(), SerializedMap.class.getName()));
    }
  }

  @Test
  void whatIsWrittenAsAMapWritesIsReadAsOne() throws Exception {
    Forgery honest = new Forgery();
    honest.size = 2;
    assertThat(honest.read()).isEqualTo(Map.of("key 0", "elem 0", "key 1", "elem 1"));
  }

  @Test
  void aNegativeSizeIsRefused() {
    Forgery forgery = new Forgery();
    forgery.size = -1;
    assertRefused(forgery, "a map of size -1");
  }

  @Test
  void aNilMapWithEntriesIsRefused() {
    Forgery forgery = new Forgery();
    forgery.nil = true;
    forgery.size = 1;
    assertRefused(forgery, "a nil map of size 1");
  }

  @Test
  void anUnknownFailureIsRefused() {
    Forgery forgery = new Forgery();
    forgery.failure = "EXPLODE";
    assertRefused(forgery, "EXPLODE");
  }

  @Test
  void aLayoutThatNoElemHasIsRefused() {
    Forgery forgery = new Forgery();
    forgery.align = 3;
    assertRefused(forgery, "align 3 is not a power of two");
    forgery.align = 16;
    assertRefused(forgery, "elem align too big");
  }

  @Test
  void aKeyTypeThatIsNoneIsRefused() {
    Forgery forgery = new Forgery();
    forgery.key = "a string";
    assertRefused(forgery, "not a key type: a string");
  }

  @Test
  void whatStandsForAMapIsNoMapBeforeItIsRead() {
    assertThatIllegalStateException()
        .isThrownBy(() -> write(new SerializedMap()))
        .withMessage("nothing has been read yet");
  }

  private static void assertRefused(Forgery forgery, String message) {
    assertThatExceptionOfType(InvalidObjectException.class)
        .isThrownBy(forgery::read)
        .withMessageContaining(message);
  }

  /** Reads back what is written; checks the map that comes out. */
  static <K, V> GoMap<K, V> copy(Map<K, V> map) {
    GoMap<K, V> copy = copyOf(map);
    Invariants.check(copy);
    return copy;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as it was written
  private static <T> T copyOf(Object original) {
    try {
      return (T) Objects.requireNonNull(read(write(original)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] write(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  /** Writes an object under the name of another class. */
  private static byte[] writeAs(Object object, String name, String otherName) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out =
        new ObjectOutputStream(bytes) {
          @Override
          protected void writeClassDescriptor(ObjectStreamClass written) throws IOException {
            if (!written.getName().equals(name)) {
              super.writeClassDescriptor(written);
              return;
            }
            writeUTF(otherName);
            writeLong(1);
            writeByte(
                ObjectStreamConstants.SC_EXTERNALIZABLE | ObjectStreamConstants.SC_BLOCK_DATA);
            writeShort(0);
          }
        }) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }

  @Test
  void anEntryIsWrittenWithoutItsMap() {
    GoMap<String, Integer> map = new GoMap<>();
    map.put("a", 1);
    Map.Entry<String, Integer> entry = map.entrySet().iterator().next();
    Map.Entry<String, Integer> read = copyOf(entry);
    assertThat(read).isEqualTo(entry).isInstanceOf(AbstractMap.SimpleEntry.class);
    read.setValue(2);
    assertThat(map).containsEntry("a", 1);
  }
}
