package dev.flagrant.conformance.torture;

import dev.flagrant.map.GoMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every method of {@link Map} but the views, and writing a map out. */
final class MapOperations {
  private MapOperations() {}

  static final List<Operation> ALL =
      List.of(
          new Operation("get", a -> a.map.get(a.key())),
          new Operation("getOrDefault", a -> a.map.getOrDefault(a.key(), "none")),
          new Operation("containsKey", a -> a.map.containsKey(a.key())),
          new Operation("containsValue", a -> a.map.containsValue(a.elem())),
          new Operation("size", a -> a.map.size()),
          new Operation("isEmpty", a -> a.map.isEmpty()),
          new Operation("put", a -> a.map.put(a.key(), a.elem())),
          new Operation("put rising keys", MapOperations::putRisingKeys),
          new Operation("putIfAbsent", a -> a.map.putIfAbsent(a.key(), a.elem())),
          new Operation("putAll", MapOperations::putAll),
          new Operation("remove", a -> a.map.remove(a.key())),
          new Operation("remove of two", a -> a.map.remove(a.key(), a.elem())),
          new Operation("replace", a -> a.map.replace(a.key(), a.elem())),
          new Operation("replace of three", a -> a.map.replace(a.key(), a.elem(), a.elem())),
          new Operation("replaceAll", MapOperations::replaceAll),
          new Operation("compute", a -> a.map.compute(a.key(), (k, v) -> a.elem())),
          new Operation("computeIfAbsent", a -> a.map.computeIfAbsent(a.key(), k -> a.elem())),
          new Operation(
              "computeIfPresent", a -> a.map.computeIfPresent(a.key(), (k, v) -> a.elem())),
          new Operation("merge", a -> a.map.merge(a.key(), 1, (x, y) -> a.elem())),
          new Operation("clear", MapOperations::clear),
          new Operation("forEach", MapOperations::forEach),
          new Operation("equals", a -> a.map.equals(Map.of(1, 2)) || a.map.equals(copy(a))),
          new Operation("equals of another map", a -> copy(a).equals(a.map)),
          new Operation("hashCode", a -> a.map.hashCode()),
          new Operation("toString", a -> a.map.toString()),
          new Operation("copy to a HashMap", MapOperations::copy),
          new Operation("copy to a GoMap", a -> new GoMap<>(a.map)),
          new Operation("serialisation", MapOperations::serialise));

  private static Map<@Nullable Object, @Nullable Object> copy(Actor a) {
    return new HashMap<>(a.map);
  }

  private static @Nullable Object putRisingKeys(Actor a) {
    int from = a.random.nextInt(a.keys());
    for (int i = from; i < Math.min(from + 100, a.keys()); i++) {
      a.map.put(a.key(i), i);
    }
    return null;
  }

  private static @Nullable Object putAll(Actor a) {
    Map<@Nullable Object, @Nullable Object> more = new LinkedHashMap<>();
    for (int i = 0; i < 10; i++) {
      more.put(a.key(), a.elem());
    }
    a.map.putAll(more);
    return more;
  }

  private static @Nullable Object replaceAll(Actor a) {
    a.map.replaceAll((key, elem) -> a.elem());
    return null;
  }

  private static @Nullable Object clear(Actor a) {
    a.map.clear();
    return null;
  }

  private static @Nullable Object forEach(Actor a) {
    int[] sum = new int[1];
    a.map.forEach((key, elem) -> sum[0] += String.valueOf(key).length());
    return sum;
  }

  private static @Nullable Object serialise(Actor a) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(a.map);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
