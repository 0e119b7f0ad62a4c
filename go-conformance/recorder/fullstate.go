package main

// fullState writes a whole state cell for cell: first the header, then the chains of the current
// buckets, then those of the old ones.
type fullState struct {
	w       *traceWriter
	pending []chainPart
}

type chainPart struct {
	origin uint64
	tops   [bucketCnt]uint8
	cells  []int64
}

func (f *fullState) bucket(origin uint64, tops *[bucketCnt]uint8) {
	f.pending = append(f.pending, chainPart{origin: origin, tops: *tops})
}

func (f *fullState) cell(key, elem int64) {
	last := &f.pending[len(f.pending)-1]
	last.cells = append(last.cells, key, elem)
}

func (f *fullState) chain(v *view, generation int, number uintptr) {
	f.pending = f.pending[:0]
	v.chain(generation, number, f)
	w := f.w
	w.uvarint(columnState, uint64(len(f.pending)))
	for _, part := range f.pending {
		w.uvarint(columnState, part.origin)
		w.column[columnState] = append(w.column[columnState], part.tops[:]...)
		for i := 0; i < len(part.cells); i += 2 {
			w.key(columnState, part.cells[i])
			w.elem(columnState, part.cells[i+1])
		}
	}
}

// writeHeader writes the header, and whether the chains follow.
func (f *fullState) writeHeader(v *view, full bool) {
	h := v.h
	generations := uint64(0)
	if h.buckets != nil {
		generations |= 1
	}
	if h.oldbuckets != nil {
		generations |= 2
	}
	if full {
		generations |= 4
	}
	for _, x := range []uint64{generations, uint64(h.count), uint64(h.flags), uint64(h.b),
		uint64(h.noverflow), uint64(h.hash0), uint64(h.nevacuate)} {
		f.w.uvarint(columnState, x)
	}
}

// write writes the state, with its chains if it has at most limit regular buckets.
func (f *fullState) write(v *view, limit int) {
	h := v.h
	full := 1<<h.b <= limit
	f.writeHeader(v, full)
	if !full {
		return
	}
	if h.buckets != nil {
		for i := uintptr(0); i < 1<<h.b; i++ {
			f.chain(v, current, i)
		}
	}
	if h.oldbuckets != nil {
		for i := uintptr(0); i < 1<<h.oldB(); i++ {
			f.chain(v, old, i)
		}
	}
}
