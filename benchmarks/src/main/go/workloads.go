package main

import "fmt"

// The workloads of the Java side on map[K]int64. A trial runs once and gives the number of right
// answers, which must be the number of its operations. A write of Go's gives none; what is known of it
// is that the maps, if the trial keeps any, are of one size before and after, which is looked at when
// all is measured.

const (
	probingCrowd  = 1 << 13
	iterateCrowd  = 1 << 16
	populateCrowd = 1 << 14
	draws         = 1 << 17
)

type trial struct {
	operations int
	run        func() int
	areWhole   func() bool
}

type setting[K comparable] struct {
	key       keyMaker[K]
	identical bool
	size      int
}

func larger(a, b int) int {
	if a > b {
		return a
	}
	return b
}

func (s setting[K]) count(entries int) int { return larger(1, entries/s.size) }

func (s setting[K]) keys(count int) []K {
	keys := make([]K, count)
	for i := range keys {
		keys[i] = s.key(present(i))
	}
	return keys
}

// Full maps, and the keys they hold, map after map.
func (s setting[K]) crowd(entries int) ([]map[K]int64, []K) {
	maps := make([]map[K]int64, s.count(entries))
	keys := s.keys(len(maps) * s.size)
	for i := range maps {
		maps[i] = make(map[K]int64)
		fill(maps[i], keys[i*s.size:(i+1)*s.size])
	}
	return maps, keys
}

func fill[K comparable](m map[K]int64, keys []K) {
	for i, key := range keys {
		m[key] = int64(i)
	}
}

// Whether none of these maps has lost or gained an entry.
func (s setting[K]) whole(maps []map[K]int64) func() bool {
	return func() bool {
		for _, m := range maps {
			if len(m) != s.size {
				return false
			}
		}
		return true
	}
}

// The maps and the keys of each access, in an order drawn once.
func (s setting[K]) probes(isPresent bool) ([]map[K]int64, []K) {
	crowd, held := s.crowd(probingCrowd)
	made := make([]bool, len(held))
	probes := make([]K, len(held))
	if s.identical && isPresent {
		probes = held
		for i := range made {
			made[i] = true
		}
	}
	order := numbers{1}
	maps := make([]map[K]int64, larger(draws, s.size))
	keys := make([]K, len(maps))
	for i := range maps {
		index := order.below(len(held))
		if !made[index] {
			number := present(index)
			if !isPresent {
				number = absent(index)
			}
			probes[index] = s.key(number)
			made[index] = true
		}
		maps[i] = crowd[index/s.size]
		keys[i] = probes[index]
	}
	return maps, keys
}

// The value is looked at, which Java's answer, being the value, cannot be without; none is below 0.
func (s setting[K]) hit() trial {
	maps, keys := s.probes(true)
	return trial{len(keys), func() int {
		found := 0
		for i, key := range keys {
			if value, ok := maps[i][key]; ok && value >= 0 {
				found++
			}
		}
		return found
	}, s.whole(maps)}
}

func (s setting[K]) miss() trial {
	maps, keys := s.probes(false)
	return trial{len(keys), func() int {
		missing := 0
		for i, key := range keys {
			if _, ok := maps[i][key]; !ok {
				missing++
			}
		}
		return missing
	}, s.whole(maps)}
}

func (s setting[K]) update() trial {
	maps, keys := s.probes(true)
	return trial{len(keys), func() int {
		for i, key := range keys {
			maps[i][key] = int64(i)
		}
		return len(keys)
	}, s.whole(maps)}
}

func (s setting[K]) churn() trial {
	crowd, held := s.crowd(probingCrowd)
	slots := len(held)
	holds := make([]uint8, slots)
	stored := make([]K, 2*slots)
	probes := make([]K, 2*slots)
	owners := make([]map[K]int64, slots)
	for slot, key := range held {
		owners[slot] = crowd[slot/s.size]
		stored[2*slot], stored[2*slot+1] = key, s.key(absent(slot))
		probes[2*slot], probes[2*slot+1] = s.key(present(slot)), s.key(absent(slot))
	}
	if s.identical {
		probes = stored
	}
	draw := numbers{2}
	order := make([]int32, larger(draws, s.size))
	for i := range order {
		order[i] = int32(draw.below(slots))
	}
	return trial{len(order), func() int {
		for i, slot := range order {
			out := int(holds[slot])
			holds[slot] = uint8(1 - out)
			m := owners[slot]
			delete(m, probes[2*int(slot)+out])
			m[stored[2*int(slot)+1-out]] = int64(i)
		}
		return len(order)
	}, s.whole(owners)}
}

// Looks for the value that each map has once. Comparing the keys too would compare the characters of
// strings, which the Java side does not.
func (s setting[K]) iterate() trial {
	maps, keys := s.crowd(iterateCrowd)
	return trial{len(keys), func() int {
		visited := 0
		for _, m := range maps {
			count := 0
			for _, elem := range m {
				if elem == 0 {
					count++
				}
			}
			if count == 1 {
				visited += s.size
			}
		}
		return visited
	}, s.whole(maps)}
}

func (s setting[K]) populate(hinted bool) trial {
	count := s.count(populateCrowd)
	keys := s.keys(count * s.size)
	return trial{len(keys), func() int {
		entries := 0
		for i := 0; i < count; i++ {
			var m map[K]int64
			if hinted {
				m = make(map[K]int64, s.size)
			} else {
				m = make(map[K]int64)
			}
			fill(m, keys[i*s.size:(i+1)*s.size])
			entries += len(m)
		}
		return entries
	}, s.whole(nil)}
}

func (s setting[K]) prepare(workload string) trial {
	switch workload {
	case "hit":
		return s.hit()
	case "miss":
		return s.miss()
	case "update":
		return s.update()
	case "churn":
		return s.churn()
	case "iterate":
		return s.iterate()
	case "populate":
		return s.populate(false)
	case "populate-hinted":
		return s.populate(true)
	}
	panic(fmt.Sprintf("no workload %q", workload))
}
