package main

import "unsafe"

// digester keeps the digest of a map's whole state: that of the header, and the sum of those of all
// chains. After an operation it looks again at the chains the operation can have changed.
type digester struct {
	v *view
	// chains holds the digest of each chain of each generation.
	chains [2][]uint64
	sum    uint64
	before header
}

// header is what decides, before and after an operation, which chains it can have changed.
type header struct {
	buckets    unsafe.Pointer
	oldbuckets unsafe.Pointer
	nevacuate  uintptr
}

// smallMap is up to how many regular buckets all chains are looked at after every operation.
const smallMap = 16

type chainDigest struct{ digest uint64 }

func (c *chainDigest) bucket(origin uint64, tops *[bucketCnt]uint8) {
	c.digest = fold(c.digest, origin)
	c.digest = fold(c.digest, *(*uint64)(unsafe.Pointer(tops)))
}

func (c *chainDigest) cell(key, elem int64) {
	c.digest = fold(c.digest, uint64(key))
	c.digest = fold(c.digest, uint64(elem))
}

func (d *digester) chain(generation int, number uintptr) uint64 {
	start, _ := d.v.array(generation)
	if d.v.isUnused(d.v.bucket(start, number)) {
		return 0
	}
	c := chainDigest{fold(fold(0, uint64(generation)), uint64(number))}
	d.v.chain(generation, number, &c)
	return c.digest
}

func (d *digester) remember() {
	h := d.v.h
	d.before = header{h.buckets, h.oldbuckets, h.nevacuate}
}

// all looks at every chain.
func (d *digester) all() {
	h := d.v.h
	d.sum = 0
	for generation := current; generation <= old; generation++ {
		n := 0
		if start, _ := d.v.array(generation); start != nil {
			n = 1 << h.b
			if generation == old {
				n = 1 << h.oldB()
			}
		}
		if cap(d.chains[generation]) < n {
			d.chains[generation] = make([]uint64, n)
		}
		d.chains[generation] = d.chains[generation][:n]
		for i := range d.chains[generation] {
			c := d.chain(generation, uintptr(i))
			d.chains[generation][i] = c
			d.sum += c
		}
	}
}

func (d *digester) one(generation int, number uintptr) {
	c := d.chain(generation, number)
	at := &d.chains[generation][number]
	d.sum += c - *at
	*at = c
}

// after brings the digest up to date after a write that used this hash.
func (d *digester) after(hash uint64) {
	h, b := d.v.h, d.before
	if h.buckets != b.buckets || h.oldbuckets != b.oldbuckets || h.b < 64 && 1<<h.b <= smallMap {
		d.all()
		return
	}
	if h.buckets == nil {
		return
	}
	d.one(current, uintptr(hash)&(1<<h.b-1))
	if h.oldbuckets == nil {
		return
	}
	d.evacuated(uintptr(hash) & (1<<h.oldB() - 1))
	for number := b.nevacuate; number < h.nevacuate; number++ {
		d.evacuated(number)
	}
}

// evacuated looks at an old chain and at the chains its entries go to.
func (d *digester) evacuated(number uintptr) {
	d.one(old, number)
	d.one(current, number)
	if h := d.v.h; !h.sameSizeGrow() {
		d.one(current, number+1<<h.oldB())
	}
}

// digest is that of the whole state.
func (d *digester) digest() uint64 {
	h := d.v.h
	flags := uint64(h.flags)
	if h.buckets != nil {
		flags |= 1 << 8
	}
	if h.oldbuckets != nil {
		flags |= 1 << 9
	}
	s := fold(0, uint64(h.count))
	s = fold(s, flags)
	s = fold(s, uint64(h.b))
	s = fold(s, uint64(h.noverflow))
	s = fold(s, uint64(h.hash0))
	s = fold(s, uint64(h.nevacuate))
	return fold(s, d.sum)
}

// check compares the digest that was kept up to date with one of the whole state.
func (d *digester) check() {
	kept := d.sum
	d.all()
	if d.sum != kept {
		fail("the digest that was kept up to date is not that of the whole state: a defect of the recorder")
	}
}
