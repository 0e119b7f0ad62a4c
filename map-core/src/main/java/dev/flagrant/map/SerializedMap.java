package dev.flagrant.map;

import dev.flagrant.map.runtime.MapType;
import dev.flagrant.map.runtime.Options;
import java.io.Externalizable;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written for a {@link GoMap}: its kind and its entries, not its arrays. The map that is
 * read back has a seed of its own. A listener and a source of randomness belong to a process and
 * are not written; a key type must be serializable, as the standard ones are.
 *
 * <p>A map that is an elem of itself is read back as one. A map that another object in it leads
 * back to cannot be: there that object holds what stands for the map while it is read.
 */
final class SerializedMap implements Externalizable {
  private static final long serialVersionUID = 1L;

  private @Nullable GoMap<@Nullable Object, @Nullable Object> map;

  /** For reading. */
  public SerializedMap() {}

  @SuppressWarnings("unchecked") // only read from
  SerializedMap(GoMap<?, ?> map) {
    this.map = (GoMap<@Nullable Object, @Nullable Object>) map;
  }

  @Override
  public void writeExternal(ObjectOutput out) throws IOException {
    GoMap<@Nullable Object, @Nullable Object> written = requireMap();
    MapType type = written.mapType();
    out.writeObject(type.key());
    out.writeLong(type.elem().size());
    out.writeInt(type.elem().align());
    out.writeBoolean(type.elem().pointers());
    out.writeUTF(type.options().failure().name());
    out.writeBoolean(type.options().namesOtherThread());
    out.writeBoolean(written.isNilMap());
    // Collected first: under a race the size of the map may differ from what an iteration shows.
    // What is written must be readable all the same.
    List<@Nullable Object> keysAndElems = new ArrayList<>();
    GoMapIterator<@Nullable Object, @Nullable Object> it = written.range();
    while (it.next()) {
      keysAndElems.add(it.key());
      keysAndElems.add(it.elem());
    }
    out.writeInt(keysAndElems.size() / 2);
    for (Object keyOrElem : keysAndElems) {
      out.writeObject(keyOrElem);
    }
  }

  @Override
  public void readExternal(ObjectInput in) throws IOException, ClassNotFoundException {
    MapType type = readType(in);
    boolean nil = in.readBoolean();
    int size = in.readInt();
    if (size < 0 || (nil && size > 0)) {
      throw new InvalidObjectException((nil ? "a nil map of size " : "a map of size ") + size);
    }
    GoMap<@Nullable Object, @Nullable Object> read =
        nil ? GoMap.nil() : new GoMap<>(type, Math.min(size, 1 << 16)); // the stream may lie
    for (int i = 0; i < size; i++) {
      Object key = in.readObject();
      Object elem = in.readObject();
      read.put(key, elem == this ? read : elem);
    }
    map = read;
  }

  private static MapType readType(ObjectInput in) throws IOException, ClassNotFoundException {
    Object key = in.readObject();
    if (!(key instanceof KeyType<?> keyType)) {
      throw new InvalidObjectException("not a key type: " + key);
    }
    try {
      TypeLayout elem = new TypeLayout(in.readLong(), in.readInt(), in.readBoolean());
      Failure failure = Failure.valueOf(in.readUTF());
      Options options = new Options(Options.DEFAULT.random(), failure, in.readBoolean(), null);
      return new MapType(keyType, elem, options);
    } catch (IllegalArgumentException e) {
      InvalidObjectException refused = new InvalidObjectException("no such map: " + e.getMessage());
      refused.initCause(e);
      throw refused;
    }
  }

  private Object readResolve() {
    return requireMap();
  }

  private GoMap<@Nullable Object, @Nullable Object> requireMap() {
    if (map == null) {
      throw new IllegalStateException("nothing has been read yet");
    }
    return map;
  }
}
