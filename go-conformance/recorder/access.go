package main

// access holds the operations of one map, compiled for its very type: Go has special code for some.
type access[K, V any] struct {
	// make answers with the map.
	make   func(hint int64) any
	assign func(k K, e V)
	remove func(k K)
	get    func(k K) V
	get2   func(k K) (V, bool)
	length func() int
}

func mapOf[K comparable, V any]() access[K, V] {
	var m map[K]V
	return access[K, V]{
		make: func(hint int64) any {
			// Without a hint and with one, these are two functions of the runtime.
			if hint < 0 {
				m = make(map[K]V)
			} else {
				m = make(map[K]V, hint)
			}
			return m
		},
		assign: func(k K, e V) { m[k] = e },
		remove: func(k K) { delete(m, k) },
		get:    func(k K) V { return m[k] },
		get2:   func(k K) (V, bool) { e, ok := m[k]; return e, ok },
		length: func() int { return len(m) },
	}
}

// mapOfBoxes is mapOf for interface keys, which Go 1.19 does not let pass for comparable.
func mapOfBoxes[V any]() access[any, V] {
	var m map[any]V
	return access[any, V]{
		make: func(hint int64) any {
			if hint < 0 {
				m = make(map[any]V)
			} else {
				m = make(map[any]V, hint)
			}
			return m
		},
		assign: func(k any, e V) { m[k] = e },
		remove: func(k any) { delete(m, k) },
		get:    func(k any) V { return m[k] },
		get2:   func(k any) (V, bool) { e, ok := m[k]; return e, ok },
		length: func() int { return len(m) },
	}
}
