package dev.flagrant.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Operations that race on a prepared map, as data: how the map is filled, and each actor's program.
 *
 * <p>A scenario starts no thread, keeps nothing between trials and makes no random choice; when and
 * where its programs run is the engine's affair.
 */
public final class RaceScenario {

  private final String name;
  private final String description;
  private final Map<Integer, Integer> initial;
  private final List<Role> roles;
  private final boolean control;

  private RaceScenario(
      String name,
      String description,
      Map<Integer, Integer> initial,
      List<Role> roles,
      boolean control) {
    this.name = name;
    this.description = description;
    this.initial = initial;
    this.roles = roles;
    this.control = control;
  }

  /** Begins a scenario. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** The name, as {@code put/get}. */
  public String name() {
    return name;
  }

  /** One sentence: what races with what, on which map. */
  public String description() {
    return description;
  }

  /** The entries of the prepared map, in the order of their insertion. */
  public Map<Integer, Integer> initial() {
    return initial;
  }

  /** How many different programs there are. */
  public int roles() {
    return roles.size();
  }

  /** Puts the initial entries into a fresh map. */
  public void prepare(Map<Integer, Integer> map) {
    initial.forEach(map::put);
  }

  /** The operations of one actor, in its order. */
  public List<MapOperation> program(Slot slot) {
    List<MapOperation> program = roles.get(Math.min(slot.actor(), roles.size() - 1)).program(slot);
    return control ? program.stream().map(MapOperation::locked).toList() : program;
  }

  /** The programs of all actors. */
  public List<List<MapOperation>> programs(int actors) {
    List<List<MapOperation>> programs = new ArrayList<>();
    for (int actor = 0; actor < actors; actor++) {
      programs.add(program(new Slot(actor, actors)));
    }
    return List.copyOf(programs);
  }

  /** Whether no operation changes the map: then there is no race, and every trial must be CLEAN. */
  public boolean readOnly() {
    return programs(Math.max(2, roles.size())).stream()
        .flatMap(List::stream)
        .noneMatch(operation -> operation.kind().mutates());
  }

  /** Whether every operation runs under one lock: then every trial must be CLEAN. */
  public boolean control() {
    return control;
  }

  /** The locked control of this scenario: the same operations, each under the map's monitor. */
  public RaceScenario locked() {
    return new RaceScenario(name, description, initial, roles, true);
  }

  /** This scenario with no more than the first few operations of each actor. */
  public RaceScenario shortened(int operations) {
    List<Role> shorter =
        roles.stream()
            .<Role>map(
                role ->
                    slot -> {
                      List<MapOperation> program = role.program(slot);
                      return program.subList(0, Math.min(operations, program.size()));
                    })
            .toList();
    return new RaceScenario(name, description, initial, shorter, control);
  }

  @Override
  public String toString() {
    return control ? name + ", locked" : name;
  }

  /** Collects the parts of a scenario. */
  public static final class Builder {
    private final String name;
    private String description = "";
    private final Map<Integer, Integer> initial = new LinkedHashMap<>();
    private final List<Role> roles = new ArrayList<>();

    private Builder(String name) {
      this.name = name;
    }

    /** Says in one sentence what races with what. */
    public Builder about(String sentence) {
      description = sentence;
      return this;
    }

    /** Prepares the map with the keys 0, stride, 2 * stride ..., each holding its ordinal. */
    public Builder entries(int count, int stride) {
      for (int ordinal = 0; ordinal < count; ordinal++) {
        initial.put(Keys.key(ordinal, stride), ordinal);
      }
      return this;
    }

    /** Prepares the map with the keys 0, 1, 2 ..., each holding itself. */
    public Builder entries(int count) {
      return entries(count, 1);
    }

    /** Adds a side of the race. */
    public Builder role(Role role) {
      roles.add(role);
      return this;
    }

    /** The scenario. */
    public RaceScenario build() {
      if (roles.isEmpty()) {
        throw new IllegalStateException("scenario " + name + " has no role");
      }
      return new RaceScenario(
          name,
          description,
          Collections.unmodifiableMap(new LinkedHashMap<>(initial)),
          List.copyOf(roles),
          false);
    }
  }
}
