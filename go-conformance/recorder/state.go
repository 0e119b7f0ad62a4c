package main

import "unsafe"

// arrays tells the two generations of buckets apart in digests.
const (
	current = 0
	old     = 1
)

// view reads the memory of one map.
type view struct {
	t    *maptype
	h    *hmap
	read numbered
	// span is the memory of the newest array and of the one before it, preallocated overflow buckets
	// included.
	span, oldSpan span
}

type span struct {
	start unsafe.Pointer
	// regular is how many buckets there are before the preallocated ones, all how many with them.
	regular, all uintptr
}

func newView(t *maptype, h *hmap, read numbered) *view { return &view{t: t, h: h, read: read} }

// refresh takes note of new arrays. It must be called after every operation.
func (v *view) refresh() {
	if v.h.buckets != v.span.start {
		v.oldSpan = v.span
		v.span = v.spanOf(v.h.buckets, v.h.b)
	}
}

func (v *view) spanOf(start unsafe.Pointer, b uint8) span {
	base := uintptr(1) << b
	all := base
	if b >= 4 {
		wanted := base + base>>4
		all = roundupsize(wanted*v.t.bucket.size) / v.t.bucket.size
	}
	return span{start, base, all}
}

// origin is 1 for the first preallocated overflow bucket, 2 for the second and so on, and 0 for a
// bucket that was allocated by itself or is a regular one.
func (v *view) origin(s span, bucket unsafe.Pointer) uint64 {
	if uintptr(bucket) < uintptr(s.start) {
		return 0
	}
	at := (uintptr(bucket) - uintptr(s.start)) / uintptr(v.t.bucketsize)
	if at < s.regular || at >= s.all {
		return 0
	}
	return uint64(at-s.regular) + 1
}

// array is where one generation of buckets is.
func (v *view) array(generation int) (unsafe.Pointer, span) {
	if generation == old {
		return v.h.oldbuckets, v.oldSpan
	}
	return v.h.buckets, v.span
}

func (v *view) bucket(start unsafe.Pointer, number uintptr) unsafe.Pointer {
	return unsafe.Add(start, number*uintptr(v.t.bucketsize))
}

func tophashes(bucket unsafe.Pointer) *[bucketCnt]uint8 { return (*[bucketCnt]uint8)(bucket) }

func isEvacuated(bucket unsafe.Pointer) bool {
	first := tophashes(bucket)[0]
	return first >= evacuatedX && first <= evacuatedEmpty
}

func (v *view) overflow(bucket unsafe.Pointer) unsafe.Pointer {
	return *(*unsafe.Pointer)(unsafe.Add(bucket, uintptr(v.t.bucketsize)-pointerSize))
}

func (v *view) key(bucket unsafe.Pointer, cell uintptr) int64 {
	at := unsafe.Add(bucket, dataOffset+cell*uintptr(v.t.keysize))
	if v.t.flags&flagIndirectKey != 0 {
		at = *(*unsafe.Pointer)(at)
	}
	return v.read.key(at)
}

func (v *view) elem(bucket unsafe.Pointer, cell uintptr) int64 {
	at := unsafe.Add(bucket, dataOffset+bucketCnt*uintptr(v.t.keysize)+cell*uintptr(v.t.elemsize))
	if v.t.flags&flagIndirectElem != 0 {
		at = *(*unsafe.Pointer)(at)
	}
	return v.read.elem(at)
}

// visitor is shown a chain: each bucket, then its live cells.
type visitor interface {
	bucket(origin uint64, tops *[bucketCnt]uint8)
	cell(key, elem int64)
}

// chain shows one chain to a visitor. Of a chain that has been evacuated only the first bucket's
// tophash bytes are shown: Go clears and unlinks the rest of some, depending on the types and on
// whether there is an iterator.
func (v *view) chain(generation int, number uintptr, to visitor) {
	start, s := v.array(generation)
	b := v.bucket(start, number)
	if generation == old && isEvacuated(b) {
		to.bucket(0, tophashes(b))
		return
	}
	for ; b != nil; b = v.overflow(b) {
		tops := tophashes(b)
		to.bucket(v.origin(s, b), tops)
		for i := uintptr(0); i < bucketCnt; i++ {
			if tops[i] >= minTopHash {
				to.cell(v.key(b, i), v.elem(b, i))
			}
		}
	}
}

// isUnused tells the chains that count as nothing in a digest.
func (v *view) isUnused(bucket unsafe.Pointer) bool {
	return *(*uint64)(bucket) == 0 && v.overflow(bucket) == nil
}
