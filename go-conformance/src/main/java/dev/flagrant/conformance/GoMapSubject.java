package dev.flagrant.conformance;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import dev.flagrant.map.KeyType;
import dev.flagrant.map.TypeLayout;
import dev.flagrant.map.runtime.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** {@link GoMap} as a subject of the third level. */
public final class GoMapSubject implements SubjectFactory {
  /** The bits of the flags word that Go has; one of the guards counts writes in the others. */
  private static final int FLAGS = 0b1111;

  /** For {@code --subject}. */
  public GoMapSubject() {}

  @Override
  public StructureSubject make(MapKind kind, long hint, LongSupplier random) {
    return new Driven(
        GoMap.<Key>builder(new RecordedKeys(kind))
            .elem(kind.elemLayout())
            .hint(Math.max(0, hint))
            .random(random)
            .build());
  }

  /** Keys whose hash is the one recorded. */
  private record RecordedKeys(MapKind kind) implements KeyType<Key> {
    @Override
    public long hash(Key key, int seed) {
      return key.hash(seed);
    }

    @Override
    public boolean equal(Key key, Key stored) {
      return key.equalInGo(stored);
    }

    @Override
    public boolean reflexive() {
      return kind.reflexive();
    }

    @Override
    public boolean needsKeyUpdate() {
      return kind.needsKeyUpdate();
    }

    @Override
    public boolean mayPanic() {
      return kind.mayPanic();
    }

    @Override
    public TypeLayout layout() {
      return kind.keyLayout();
    }
  }

  private record Driven(GoMap<Key, Long> map) implements StructureSubject {
    @Override
    public void assign(Key key, Long elem) {
      map.put(key, elem);
    }

    @Override
    public void delete(Key key) {
      map.delete(key);
    }

    @Override
    public Long getOrZero(Key key, Long zero) {
      return map.getOrZero(key, zero);
    }

    @Override
    public @Nullable Long lookup(Key key) {
      GoMap.Lookup<Long> found = map.lookup(key);
      return found.ok() ? found.elem() : null;
    }

    @Override
    public int len() {
      return map.len();
    }

    @Override
    public void clear() {
      map.clear();
    }

    @Override
    public Iteration range() {
      return new Ranging(map.range());
    }

    @Override
    public Header header() {
      Snapshot.Header h = Snapshot.header(map);
      return new Header(
          h.count(),
          h.flags() & FLAGS,
          h.b(),
          h.noverflow(),
          h.hash0(),
          h.nevacuate(),
          h.buckets(),
          h.oldbuckets());
    }

    @Override
    public List<Bucket> chain(Generation generation, int bucket) {
      List<Snapshot.Bucket> chain = Snapshot.chain(map, generation == Generation.OLD, bucket);
      List<Bucket> converted = new ArrayList<>(chain.size());
      for (Snapshot.Bucket b : chain) {
        converted.add(new Bucket(b.preallocated() + 1, b.tophash(), of(b.keys()), of(b.elems())));
      }
      return converted;
    }

    /** This map holds nothing but keys and elems of the trace. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> List<@Nullable T> of(List<@Nullable Object> cells) {
      return (List<@Nullable T>) (List<?>) cells;
    }
  }

  private record Ranging(GoMapIterator<Key, Long> it) implements IterationSubject.Iteration {
    @Override
    public boolean next() {
      return it.next();
    }

    @Override
    public Key key() {
      return it.key();
    }

    @Override
    public Long elem() {
      return it.elem();
    }
  }
}
