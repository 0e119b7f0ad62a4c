package main

import (
	"fmt"
	"math/bits"
	"os"
	"runtime"
	"unsafe"
)

// What compiled code calls for a range loop, a clearing loop, and make with a hint.

//go:linkname mapiterinit runtime.mapiterinit
func mapiterinit(t *maptype, h *hmap, it *hiter)

//go:linkname mapiternext runtime.mapiternext
func mapiternext(it *hiter)

//go:linkname mapclear runtime.mapclear
func mapclear(t *maptype, h *hmap)

//go:linkname roundupsize runtime.roundupsize
func roundupsize(size uintptr) uintptr

//go:linkname fastrand runtime.fastrand
func fastrand() uint32

//go:linkname acquirem runtime.acquirem
func acquirem() unsafe.Pointer

//go:linkname releasem runtime.releasem
func releasem(m unsafe.Pointer)

// The keys of the hash functions, which Go draws when a process starts.

//go:linkname aeskeysched runtime.aeskeysched
var aeskeysched [128]byte

//go:linkname hashkey runtime.hashkey
var hashkey [4]uintptr

const (
	wyStep = 0xa0761d6478bd642f
	wyXor  = 0xe7037ed1a0b428db
)

// randomness is the state of fastrand of the thread this program is locked to. Every draw adds
// wyStep to it, so two looks at it tell how many draws lie between them, and which.
type randomness struct {
	state *uint64
	// inverse times wyStep is 1, modulo 2^64.
	inverse uint64
}

// findRandomness looks for the state in the runtime's descriptor of this thread: the one word that
// moves by wyStep with each draw and gives the number drawn.
func findRandomness() randomness {
	const words = 128
	m := acquirem()
	defer releasem(m)
	for i := 0; i < words; i++ {
		state := (*uint64)(unsafe.Add(m, i*8))
		before := *state
		first, second := fastrand(), fastrand()
		once := before + wyStep
		twice := once + wyStep
		if *state == twice && first == draw(once) && second == draw(twice) {
			inverse := uint64(wyStep)
			for inverse*wyStep != 1 {
				inverse *= 2 - inverse*wyStep
			}
			return randomness{state, inverse}
		}
	}
	fail("cannot find the state of fastrand in this runtime")
	panic("unreachable")
}

// draw is the number that fastrand returns when it leaves this state.
func draw(state uint64) uint32 {
	hi, lo := bits.Mul64(state, state^wyXor)
	return uint32(hi ^ lo)
}

// since lists the numbers drawn since the state was before.
func (r randomness) since(before uint64, into []uint32) []uint32 {
	n := (*r.state - before) * r.inverse
	if n > 1<<20 {
		fail("the state of fastrand was changed by something else")
	}
	for i := uint64(1); i <= n; i++ {
		into = append(into, draw(before+i*wyStep))
	}
	return into
}

// pin chooses the seeds that Go otherwise draws when a process starts, so that the same options
// record the same trace. The functions that use them are the runtime's own.
func pin(seed uint64, r randomness) {
	source := prng{seed}
	for i := range aeskeysched {
		aeskeysched[i] = byte(source.next())
	}
	for i := range hashkey {
		hashkey[i] = uintptr(source.next()) | 1
	}
	*r.state = source.next()
}

// growStack makes room on the stack for every operation to come: what copies a stack draws random
// numbers. A collection may take the room away again.
//
//go:noinline
func growStack() byte {
	var room [1 << 18]byte
	for i := range room {
		room[i] = byte(i)
	}
	return room[len(room)/2]
}

func requireRuntime() {
	if v := runtime.Version(); len(v) < 6 || v[:6] != "go1.19" {
		fail("the recorder reads the memory of Go 1.19's maps, and this is " + v)
	}
	if unsafe.Sizeof(uintptr(0)) != pointerSize || unsafe.Sizeof(hmap{}) != 48 || unsafe.Sizeof(hiter{}) != 96 {
		fail("the recorder needs a 64-bit machine")
	}
}

func fail(reason string) {
	fmt.Fprintln(os.Stderr, "recorder: "+reason)
	os.Exit(2)
}
