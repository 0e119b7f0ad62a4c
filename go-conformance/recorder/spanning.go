package main

// spanning has iterations that begin in one growth and go on in another, which is to the same size:
// the map grows to a larger array and is then kept at one size until overflow buckets pile up.
func spanning(r *recorder, p *prng) {
	r.make(-1)
	c := &crowd{r: r, p: p, next: 12}
	for n := p.below(24); n > 0 && hasNaN(r.types); n-- {
		r.assign(nanOf(r.types))
	}
	bits := uint8(3 + p.below(2))
	for r.view.h.b < bits && !r.isFull() {
		c.add()
	}
	c.kept = len(c.keys)
	c.begin()
	c.evacuate()
	c.churn()
	c.begin()
	c.evacuate()
	for i := range r.slots {
		if r.isOpen(i) && !r.isFull() {
			r.run(i)
		}
	}
}

// crowd is the keys of a map, the first of which stay.
type crowd struct {
	r    *recorder
	p    *prng
	keys []int64
	kept int
	next int64
}

func (c *crowd) add() {
	c.r.assign(c.next)
	c.keys = append(c.keys, c.next)
	c.next++
}

// begin begins iterations, and takes some steps of these and others.
func (c *crowd) begin() {
	for i := range c.r.slots {
		if c.r.isFull() {
			return
		}
		if !c.r.isOpen(i) && c.p.chance(2) {
			c.r.begin(i)
		}
		for n := c.p.below(5); n > 0 && c.r.isOpen(i); n-- {
			c.r.next(i)
		}
	}
}

// evacuate ends a growth.
func (c *crowd) evacuate() {
	for c.r.view.h.oldbuckets != nil && !c.r.isFull() {
		c.r.assign(c.keys[c.p.below(int64(len(c.keys)))])
	}
}

// churn replaces keys by others, short of the load at which the map would get larger, until it grows
// to the same size.
func (c *crowd) churn() {
	for n := 2000; n > 0 && c.r.view.h.oldbuckets == nil && !c.r.isFull(); n-- {
		if c.r.count() < 13<<c.r.view.h.b/2-2 {
			c.add()
			continue
		}
		if len(c.keys) == c.kept {
			return
		}
		last := len(c.keys) - 1
		at := c.kept + int(c.p.below(int64(last+1-c.kept)))
		c.r.remove(c.keys[at])
		c.keys[at] = c.keys[last]
		c.keys = c.keys[:last]
	}
}
