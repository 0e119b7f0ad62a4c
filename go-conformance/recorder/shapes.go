package main

// A shape is a kind of operation sequence. It is called again until there are operations enough, and
// looks at isFull where it may take long.
var shapes = map[string]func(*recorder, *prng){
	"mixed":       mixed,
	"grow":        grow,
	"churn":       churn,
	"iterate":     iterate,
	"clear":       clearing,
	"hints":       hints,
	"tombstones":  tombstones,
	"adversarial": adversarial,
	"spanning":    spanning,
}

// sized is the size asked for, or a default.
func (r *recorder) sized(otherwise int64) int64 {
	if r.size != 0 {
		return r.size
	}
	return otherwise
}

// someKey is a key of a universe, now and then one of the first few, which are the special ones.
func (r *recorder) someKey(p *prng, universe int64) int64 {
	if p.chance(16) {
		return p.below(12)
	}
	return p.below(universe)
}

// one does one operation of any kind but make.
func (r *recorder) one(p *prng, universe int64) {
	key := r.someKey(p, universe)
	switch p.below(10) {
	case 0, 1, 2, 3:
		r.assign(key)
	case 4, 5:
		r.remove(key)
	case 6, 7:
		r.get(key)
	case 8:
		r.get2(key)
	default:
		r.length()
	}
}

// iterateOver does a whole iteration, or breaks one off.
func (r *recorder) iterateOver(p *prng) {
	if _, shown := r.begin(0); !shown {
		return
	}
	if p.chance(2) {
		r.run(0)
		return
	}
	for n := p.below(20); n > 0; n-- {
		if _, shown := r.next(0); !shown {
			return
		}
	}
	r.drop(0)
}

// mixed is a map of up to some hundred entries, used in every way.
func mixed(r *recorder, p *prng) {
	r.make(-1)
	universe := 1 + p.below(r.sized(400))
	for n := p.below(64 * universe); n >= 0 && !r.isFull(); n-- {
		r.one(p, universe)
		if p.chance(512) {
			r.iterateOver(p)
		}
		if p.chance(8192) {
			r.clear()
		}
	}
}

// grow puts keys in one after the other, to B = 17 and above if it is let; then it looks for all of
// them and writes to all of them, which completes the last growth.
func grow(r *recorder, p *prng) {
	r.make(-1)
	size := r.sized(450000)
	if hasNaN(r.types) && size > 200000 {
		size = 200000
	}
	for key := int64(0); key < size && !r.isFull(); key++ {
		r.assign(key)
		if p.chance(64) {
			r.get2(p.below(key + 1))
		}
	}
	for key := int64(0); key < size && !r.isFull(); key++ {
		if p.chance(256) {
			r.get(size + key)
		}
		r.get2(key)
		if key >= size/2 {
			r.assign(key)
		}
	}
	if !r.isFull() {
		r.length()
	}
}

// churn keeps a map at one size, near the load at which it would grow. Overflow buckets pile up until
// it grows to the same size. At the end it is emptied key by key.
func churn(r *recorder, p *prng) {
	r.make(-1)
	size := r.sized(190)
	size -= p.below(size/8 + 1)
	keys := make([]int64, 0, size)
	next := int64(12)
	for n := 40 * size; n > 0 && !r.isFull(); n-- {
		if int64(len(keys)) < size {
			keys = append(keys, next)
			r.assign(next)
			next++
			continue
		}
		at := p.below(size)
		if p.chance(4) {
			r.get(keys[at])
		}
		r.remove(keys[at])
		keys[at] = next
		r.assign(next)
		next++
		if p.chance(512 + 8*size) {
			r.iterateOver(p)
		}
	}
	for _, key := range keys {
		if r.isFull() {
			return
		}
		r.remove(key)
	}
	r.length()
}

// iterate has up to four iterations under way at once while the map grows, once or twice or to the
// same size, and while entries come and go.
func iterate(r *recorder, p *prng) {
	r.make(-1)
	universe := r.sized(400)
	next := int64(0)
	for n := p.below(5 * universe); n >= 0 && !r.isFull(); n-- {
		i := int(p.below(iterators))
		switch {
		case !r.isOpen(i):
			if p.chance(8) {
				r.begin(i)
			}
		case p.chance(200):
			r.drop(i)
		case p.chance(200):
			r.run(i)
		case p.chance(3):
			if key, shown := r.next(i); shown && p.chance(3) {
				if p.chance(2) {
					r.remove(key)
				} else {
					r.assign(key)
				}
			}
		}
		if next < universe && !p.chance(3) {
			r.assign(next)
			next++
		} else {
			r.one(p, universe)
		}
	}
}

// clearing clears a map while iterations are under way.
func clearing(r *recorder, p *prng) {
	r.make(-1)
	for rounds := p.below(6); rounds >= 0 && !r.isFull(); rounds-- {
		size := p.below(r.sized(300))
		for key := int64(0); key < size; key++ {
			r.assign(key)
			if p.chance(40) {
				r.begin(int(p.below(iterators)))
			}
			if i := int(p.below(iterators)); r.isOpen(i) {
				r.next(i)
			}
		}
		r.clear()
		for key := int64(0); key < size/4; key++ {
			r.assign(p.below(size))
			if i := int(p.below(iterators)); r.isOpen(i) {
				r.next(i)
			}
		}
	}
	for i := range r.slots {
		if r.isOpen(i) && !r.isFull() {
			r.run(i)
		}
	}
}

// hints makes maps with all sorts of hints and uses each a little.
func hints(r *recorder, p *prng) {
	edges := []int64{0, 1, 7, 8, 9, 13, 14, 26, 27, 52, 53, 104, 105, 208, 209, 1000, 13313, 100000}
	hint := edges[p.below(int64(len(edges)))]
	if p.chance(3) {
		hint = p.below(2000)
	}
	r.make(hint)
	for n := p.below(200); n >= 0 && !r.isFull(); n-- {
		r.one(p, 2*hint+10)
	}
	if hint < 2000 {
		for key := hint / 2; key < hint+8 && !r.isFull(); key++ {
			r.assign(key)
		}
	}
	r.iterateOver(p)
	r.clear()
	r.assign(1)
}

// tombstones fills chains and empties them from the front, from the back, from the middle and in no
// order, to have every run of empty cells there is.
func tombstones(r *recorder, p *prng) {
	r.make(-1)
	size := 4 + p.below(r.sized(80))
	keys := r.colliding(p, int(size), p.below(3) == 0)
	for rounds := 0; rounds < 6 && !r.isFull(); rounds++ {
		for _, key := range keys {
			r.assign(key)
		}
		order := p.below(4)
		for i := range keys {
			at := i
			switch order {
			case 1:
				at = len(keys) - 1 - i
			case 2:
				at = (i + len(keys)/2) % len(keys)
			case 3:
				at = int(p.below(size))
			}
			r.remove(keys[at])
			if p.chance(4) {
				r.get(keys[p.below(size)])
			}
			if p.chance(8) {
				r.assign(keys[p.below(size)])
			}
		}
	}
}

// adversarial has all keys in one bucket, at least while the map is small. They are chosen again whenever the seed of the hashes is a
// new one.
func adversarial(r *recorder, p *prng) {
	r.make(-1)
	for rounds := p.below(3); rounds >= 0 && !r.isFull(); rounds-- {
		keys := r.colliding(p, int(20+p.below(r.sized(200))), true)
		for n := 4 * len(keys); n > 0 && !r.isFull(); n-- {
			key := keys[p.below(int64(len(keys)))]
			switch p.below(8) {
			case 0, 1, 2, 3:
				r.assign(key)
			case 4:
				r.remove(key)
			case 5:
				r.get(key)
			case 6:
				r.get2(key)
			default:
				if p.chance(16) {
					r.iterateOver(p)
				}
			}
		}
		r.clear()
	}
}

// colliding finds keys whose hashes agree in their lowest bits under the present seed; or any keys,
// if they need not collide. Where they agree in fewer bits than the map comes to use, a growth has
// to divide long chains.
func (r *recorder) colliding(p *prng, n int, collide bool) []int64 {
	mask := uint64(1)<<(2+p.below(9)) - 1
	keys := make([]int64, 0, n)
	key := 16 + p.below(1<<20)
	goal := p.next() & mask
	for len(keys) < n {
		if !collide || r.subject.hash(key, r.view.h.hash0)&mask == goal {
			keys = append(keys, key)
		}
		key++
	}
	return keys
}
