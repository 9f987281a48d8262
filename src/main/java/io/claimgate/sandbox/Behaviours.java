package io.claimgate.sandbox;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How the simulated insurer behaves now, per operation; in memory, normal at every start. */
final class Behaviours {

    private final Map<String, State> states = new TreeMap<>();

    Behaviours() {
        Behaviour.OPERATIONS.forEach(operation -> states.put(operation, new State(operation)));
    }

    /** From now on. */
    void set(Behaviour behaviour) {
        state(behaviour.operation()).set(behaviour);
    }

    /** How this call is to go. */
    Behaviour next(String operation, String claimKey) {
        return state(operation).next(claimKey);
    }

    List<Behaviour> all() {
        return states.values().stream().map(State::current).toList();
    }

    private State state(String operation) {
        State state = states.get(operation);
        if (state == null) {
            throw new IllegalArgumentException("operation \"" + operation + "\": not one of " + Behaviour.OPERATIONS);
        }
        return state;
    }

    private static final class State {
        private final Behaviour normal;
        private final Set<String> seen = new HashSet<>();
        private Behaviour current;
        private int fresh;
        private int affected;

        State(String operation) {
            normal = new Behaviour(operation, Behaviour.Mode.NORMAL, null, null, null);
            current = normal;
        }

        synchronized Behaviour current() {
            return current;
        }

        synchronized void set(Behaviour behaviour) {
            current = behaviour;
            fresh = 0;
            affected = 0;
        }

        synchronized Behaviour next(String claimKey) {
            boolean isNew = seen.add(claimKey);
            if (isNew) {
                fresh++;
            }
            Integer every = current.every();
            Integer times = current.times();
            boolean hit = (every == null || isNew && fresh % every == 0) && (times == null || affected < times);
            if (!hit) {
                return normal;
            }
            affected++;
            return current;
        }
    }
}
