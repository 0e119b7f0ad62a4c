package dev.flagrant.map;

import dev.flagrant.map.runtime.MapType;
import dev.flagrant.map.runtime.Options;
import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import org.jspecify.annotations.Nullable;

/**
 * What is written for a {@link GoMap}: its kind and its entries, not its arrays. The map that is
 * read back has a seed of its own. A listener and a source of randomness belong to a process and
 * are not written; a key type must be serializable, as the standard ones are.
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
    out.writeInt(written.size());
    GoMapIterator<@Nullable Object, @Nullable Object> it = written.range();
    while (it.next()) {
      out.writeObject(it.key());
      out.writeObject(it.elem());
    }
  }

  @Override
  public void readExternal(ObjectInput in) throws IOException, ClassNotFoundException {
    KeyType<?> key = (KeyType<?>) in.readObject();
    TypeLayout elem = new TypeLayout(in.readLong(), in.readInt(), in.readBoolean());
    Failure failure = Failure.valueOf(in.readUTF());
    boolean namesOtherThread = in.readBoolean();
    Options options = new Options(Options.DEFAULT.random(), failure, namesOtherThread, null);
    MapType type = new MapType(key, elem, options);
    boolean nil = in.readBoolean();
    int size = in.readInt();
    GoMap<@Nullable Object, @Nullable Object> read =
        nil ? GoMap.nil() : new GoMap<>(type, Math.min(size, 1 << 16)); // the stream may lie
    for (int i = 0; i < size; i++) {
      read.put(in.readObject(), in.readObject());
    }
    map = read;
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
