package main

import "runtime"

// recorder does operations on a real map, one by one, and writes each to the trace with what the
// map answered and what became of its memory.
type recorder struct {
	options
	w       *traceWriter
	random  randomness
	subject subject
	view    *view
	digest  digester
	full    fullState

	// number is that of the operation under way, counted from 1. It is also the elem it assigns.
	number int64
	drawn  []uint32
	// answers and states are the running digests.
	answers, states uint64
	// hashed tells under which seed a key's hash was written last.
	hashed map[int64]uint32
	slots  [iterators]slot
	past   past
}

const iterators = 4

// slot holds an iteration.
type slot struct {
	it    *hiter
	open  bool
	begun past
	// larger tells that the map was growing to a larger array when it began.
	larger bool
}

// past is what makes Go 1.19 show entries it need not, or fewer than it should: see TRACE.md on
// tainted iterations.
type past struct{ clears, sameSizeBegun, sameSizeEnded int }

func (s *slot) tainted(now past, reflexive bool) bool {
	unprotected := s.begun.sameSizeBegun + 1
	if s.larger {
		unprotected = s.begun.sameSizeBegun
	}
	sieved := !reflexive && now.sameSizeEnded != s.begun.sameSizeEnded
	return now.clears != s.begun.clears || now.sameSizeBegun > unprotected || sieved
}

func newRecorder(o options, w *traceWriter, r randomness, s subject) *recorder {
	rec := &recorder{options: o, w: w, random: r, subject: s}
	rec.full.w = w
	return rec
}

// isFull tells a shape that there are operations enough.
func (r *recorder) isFull() bool { return r.number >= r.ops }

// op does one operation. The answer is a word for the digest of the answers; yields have been taken
// into the digest of the states.
func (r *recorder) op(code byte, key int64, hasKey bool, do func() uint64) {
	r.number++
	var hash uint64
	h := (*hmap)(nil)
	if r.view != nil {
		h = r.view.h
	}
	if hasKey {
		r.w.key(columnArguments, key)
		if special := isSpecial(r.types, key); !special {
			hash = r.subject.hash(key, h.hash0)
			if seed, seen := r.hashed[key]; !seen || seed != h.hash0 {
				r.hashed[key] = h.hash0
				r.w.hash(hash)
				code |= opHasHash
			}
		} else if !(r.types == "interface/int64" && key == unhashable) {
			// What the operation is about to draw, drawn beforehand and put back.
			state := *r.random.state
			hash = r.subject.hash(key, h.hash0)
			*r.random.state = state
		}
	}
	buckets, oldbuckets := r.digest.before.buckets, r.digest.before.oldbuckets
	b, sameSize := uint8(0), false
	if h != nil {
		b, sameSize = h.b, oldbuckets != nil && h.sameSizeGrow()
	}
	before := *r.random.state
	count := 0
	if h != nil {
		count = h.count
	}
	answer := do()
	if answer == panicAnswer {
		// Drawn by the panic, whose key was refused before the map was touched.
		*r.random.state = before
	}
	r.drawn = r.random.since(before, r.drawn[:0])
	r.checkDraws(code&opCode, count)
	if len(r.drawn) != 0 {
		r.w.draws(r.drawn)
		code |= opHasDraws
	}
	h = r.view.h
	r.view.refresh()
	if buckets != nil && h.buckets != buckets && h.b == b {
		r.past.sameSizeBegun++
		if h.oldbuckets == nil {
			r.past.sameSizeEnded++
		}
	}
	if sameSize && h.oldbuckets != oldbuckets {
		r.past.sameSizeEnded++
	}
	switch code & opCode {
	case opMake, opClear:
		r.digest.all()
	case opAssign, opDelete:
		r.digest.after(hash)
	}
	r.digest.remember()
	r.answers = fold(r.answers, answer)
	r.states = fold(r.states, r.digest.digest())
	r.w.end(code, r.answers, r.states)
	if uint(h.b) >= r.w.hashBits {
		fail("the map has outgrown -hashbits")
	}
	if r.w.ops == r.block {
		r.endBlock()
	}
}

// checkDraws refuses random numbers that were not drawn by the map, where it is plain how many that
// has to draw: below B = 16, and with keys that are no NaN.
func (r *recorder) checkDraws(code byte, before int) {
	h := r.view.h
	if h.b >= 16 && hasNaN(r.types) {
		fail("maps with NaN keys are recorded below B = 16 only")
	}
	if h.b >= 16 || hasNaN(r.types) {
		return
	}
	expected := 0
	switch code {
	case opMake:
		expected = 1
	case opClear, opIterBegin:
		if before != 0 {
			expected = 1
		}
	case opDelete:
		if before != 0 && h.count == 0 {
			expected = 1
		}
	}
	if len(r.drawn) != expected {
		fail("something other than the map drew random numbers; record again")
	}
}

func (r *recorder) endBlock() {
	r.digest.check()
	r.full.write(r.view, r.fullLimit)
	r.w.flush(r.answers, r.states)
	// Collected here and nowhere else: the collector draws random numbers too.
	if r.number-r.collected >= 1<<18 {
		r.collected = r.number
		runtime.GC()
		growStack()
	}
}

// finish ends the trace.
func (r *recorder) finish() {
	if r.w.ops != 0 {
		r.endBlock()
	}
	r.w.flush(r.answers, r.states)
	r.w.close()
}

// ---- Operations ----

func (r *recorder) make(hint int64) {
	for i := range r.slots {
		r.slots[i] = slot{}
	}
	r.w.varint(columnArguments, hint)
	r.op(opMake, 0, false, func() uint64 {
		r.subject.make(hint)
		t, h := r.subject.parts()
		r.view = newView(t, h, r.subject.read())
		r.digest = digester{v: r.view}
		return 0
	})
}

// panicAnswer is the word for an operation that panicked.
const panicAnswer = ^uint64(0)

func (r *recorder) assign(key int64) {
	r.op(opAssign, key, true, func() uint64 {
		if r.subject.assign(key, r.number) {
			return panicAnswer
		}
		return 0
	})
}

func (r *recorder) remove(key int64) {
	r.op(opDelete, key, true, func() uint64 {
		if r.subject.remove(key) {
			return panicAnswer
		}
		return 0
	})
}

func (r *recorder) get(key int64) {
	r.op(opGet, key, true, func() uint64 {
		elem, panicked := r.subject.get(key)
		if panicked {
			return panicAnswer
		}
		return uint64(elem)
	})
}

func (r *recorder) get2(key int64) {
	r.op(opGet2, key, true, func() uint64 {
		elem, ok, panicked := r.subject.get2(key)
		if panicked {
			return panicAnswer
		}
		if !ok {
			return 0
		}
		return uint64(elem)<<1 | 1
	})
}

func (r *recorder) length() {
	r.op(opLen, 0, false, func() uint64 { return uint64(r.subject.length()) })
}

func (r *recorder) clear() {
	r.op(opClear, 0, false, func() uint64 {
		if r.view.h.count != 0 {
			r.past.clears++
		}
		r.subject.clear()
		return 0
	})
}

// ---- Iterations ----

func (r *recorder) count() int { return r.view.h.count }

func (r *recorder) isOpen(i int) bool { return r.slots[i].open }

// begin begins an iteration and takes its first step, which are one in Go.
func (r *recorder) begin(i int) (key int64, shown bool) {
	s := &r.slots[i]
	r.w.uvarint(columnArguments, uint64(i))
	r.op(opIterBegin, 0, false, func() uint64 {
		h := r.view.h
		larger := h.oldbuckets != nil && !h.sameSizeGrow()
		*s = slot{it: new(hiter), open: true, begun: r.past, larger: larger}
		mapiterinit(r.view.t, r.view.h, s.it)
		key, shown = r.step(s)
		return 0
	})
	return
}

func (r *recorder) next(i int) (key int64, shown bool) {
	s := &r.slots[i]
	r.w.uvarint(columnArguments, uint64(i))
	r.op(opIterNext, 0, false, func() uint64 {
		mapiternext(s.it)
		key, shown = r.step(s)
		return 0
	})
	return
}

// drop breaks an iteration off.
func (r *recorder) drop(i int) {
	r.w.uvarint(columnArguments, uint64(i))
	r.op(opIterDrop, 0, false, func() uint64 {
		r.slots[i] = slot{}
		return 0
	})
}

// run takes all the steps that are left, with nothing in between. A tainted iteration is not run:
// each of its steps is written out.
func (r *recorder) run(i int) {
	s := &r.slots[i]
	if s.tainted(r.past, !hasNaN(r.types)) {
		for s.open && !r.isFull() {
			r.next(i)
		}
		return
	}
	r.w.uvarint(columnArguments, uint64(i))
	r.op(opIterRun, 0, false, func() uint64 {
		steps := uint64(0)
		for {
			mapiternext(s.it)
			steps++
			if s.it.key == nil {
				break
			}
			r.states = fold(r.states, yieldWord(r.shown(s)))
		}
		r.states = fold(r.states, 0)
		r.w.uvarint(columnArguments, steps)
		s.open = false
		return 0
	})
}

func (r *recorder) shown(s *slot) (key, elem int64) {
	return r.view.read.key(s.it.key), r.view.read.elem(s.it.elem)
}

func yieldWord(key, elem int64) uint64 { return fold(fold(1, uint64(key)), uint64(elem)) }

// step writes what an iteration shows. That of a tainted one is left out of the digest.
func (r *recorder) step(s *slot) (key int64, shown bool) {
	tainted := s.tainted(r.past, !hasNaN(r.types))
	word, elem := uint64(0), int64(0)
	if s.it.key == nil {
		s.open = false
	} else {
		key, elem = r.shown(s)
		shown = true
		word = yieldWord(key, elem)
	}
	r.w.yield(shown, tainted, key, elem)
	if !tainted {
		r.states = fold(r.states, word)
	}
	return
}
