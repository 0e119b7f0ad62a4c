package main

import "unsafe"

const (
	bucketCnt  = 8
	minTopHash = 5

	evacuatedX     = 2
	evacuatedEmpty = 4

	flagSameSizeGrow = 8

	flagIndirectKey  = 1
	flagIndirectElem = 2

	dataOffset  = 8
	pointerSize = 8
)

// hmap is the header of a map as Go 1.19 lays it out.
type hmap struct {
	count      int
	flags      uint8
	b          uint8
	noverflow  uint16
	hash0      uint32
	buckets    unsafe.Pointer
	oldbuckets unsafe.Pointer
	nevacuate  uintptr
	extra      unsafe.Pointer
}

func (h *hmap) sameSizeGrow() bool { return h.flags&flagSameSizeGrow != 0 }

// oldB is the B of the old buckets, of a map that is growing.
func (h *hmap) oldB() uint8 {
	if h.sameSizeGrow() {
		return h.b
	}
	return h.b - 1
}

// hiter is an iteration as Go 1.19 lays it out: twelve words.
type hiter struct {
	key         unsafe.Pointer
	elem        unsafe.Pointer
	t           unsafe.Pointer
	h           *hmap
	buckets     unsafe.Pointer
	bptr        unsafe.Pointer
	overflow    unsafe.Pointer
	oldoverflow unsafe.Pointer
	startBucket uintptr
	offset      uint8
	wrapped     bool
	b           uint8
	i           uint8
	bucket      uintptr
	checkBucket uintptr
}

// rtype is the head of every type descriptor; only its size is of interest.
type rtype struct {
	size uintptr
	_    [40]byte
}

// maptype is the descriptor of a map type as Go 1.19 lays it out.
type maptype struct {
	_          rtype
	key        *rtype
	elem       *rtype
	bucket     *rtype
	hasher     func(unsafe.Pointer, uintptr) uintptr
	keysize    uint8
	elemsize   uint8
	bucketsize uint16
	flags      uint32
}

// mapParts takes the value of a map apart: what an interface holds of it is its type and its header.
func mapParts(m any) (*maptype, *hmap) {
	e := (*struct {
		t *maptype
		h *hmap
	})(unsafe.Pointer(&m))
	return e.t, e.h
}
