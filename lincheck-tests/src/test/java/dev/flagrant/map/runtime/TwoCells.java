package dev.flagrant.map.runtime;

import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.Site;
import dev.flagrant.map.GoMap;

/**
 * Two cells under the flags word of a real map: the operations of the minimal races, with the calls
 * that a map's own operations make around their work. Each throws what a map would throw.
 */
public final class TwoCells {
  private final Hmap h = new GoMap<Integer, Integer>();
  private int first;
  private int second;

  /** Makes the first cell one more, and returns what it was. */
  public int increment() {
    h.checkNotWriting(Kind.WRITES, Site.START);
    h.flipWriting();
    int was = first;
    first = was + 1;
    h.requireMarked(h.endWriting(), null);
    return was;
  }

  /** Sets both cells. */
  public void setBoth() {
    h.checkNotWriting(Kind.WRITES, Site.START);
    h.flipWriting();
    first = 1;
    second = 1;
    h.requireMarked(h.endWriting(), null);
  }

  /** Both cells, as one number: the first in the tens. */
  public int read() {
    return both(Kind.READ_AND_WRITE, Site.READ);
  }

  /** Remembers an iterator and takes a step of it. */
  public int iterate() {
    int begun = h.beginIterating();
    h.rememberIterator();
    h.endReading(begun, Kind.ITERATION_AND_WRITE, Site.ITERATE);
    return both(Kind.ITERATION_AND_WRITE, Site.ITERATE);
  }

  private int both(Kind kind, Site site) {
    int seen = h.checkNotWriting(kind, site);
    int answer = 10 * first;
    answer += second;
    h.endReading(seen, kind, site);
    return answer;
  }

  /** The first cell; only when nobody else uses them. */
  public int first() {
    return first;
  }

  /** The second cell. */
  public int second() {
    return second;
  }

  /** Whether the map remembers an iterator. */
  public boolean iteratorRemembered() {
    return h.hasIterator();
  }
}
