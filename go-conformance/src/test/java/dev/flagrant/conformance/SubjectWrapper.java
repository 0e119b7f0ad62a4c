package dev.flagrant.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does what another subject does, but for what a subclass does differently. */
public class SubjectWrapper implements StructureSubject {
  private final StructureSubject wrapped;

  /** Changes nothing yet. */
  protected SubjectWrapper(StructureSubject wrapped) {
    this.wrapped = wrapped;
  }

  @Override
  public void assign(Key key, Long elem) {
    wrapped.assign(key, elem);
  }

  @Override
  public void delete(Key key) {
    wrapped.delete(key);
  }

  @Override
  public Long getOrZero(Key key, Long zero) {
    return wrapped.getOrZero(key, zero);
  }

  @Override
  public @Nullable Long lookup(Key key) {
    return wrapped.lookup(key);
  }

  @Override
  public int len() {
    return wrapped.len();
  }

  @Override
  public void clear() {
    wrapped.clear();
  }

  @Override
  public Iteration range() {
    return wrapped.range();
  }

  @Override
  public Header header() {
    return wrapped.header();
  }

  @Override
  public List<Bucket> chain(Generation generation, int bucket) {
    return wrapped.chain(generation, bucket);
  }
}
