package main

import "unsafe"

// A subject is a real Go map of some type, driven by the numbers of keys and elems.
type subject interface {
	make(hint int64)
	assign(key, elem int64) (panicked bool)
	remove(key int64) (panicked bool)
	get(key int64) (elem int64, panicked bool)
	get2(key int64) (elem int64, ok, panicked bool)
	length() int
	clear()
	parts() (*maptype, *hmap)
	read() numbered
	hash(key int64, seed uint32) uint64
}

type typed[K, V any] struct {
	keys  kind[K]
	elems kind[V]
	m     access[K, V]
	t     *maptype
	h     *hmap
}

func newTyped[K, V any](keys kind[K], elems kind[V], m access[K, V]) *typed[K, V] {
	return &typed[K, V]{keys: keys, elems: elems, m: m}
}

func (s *typed[K, V]) make(hint int64) { s.t, s.h = mapParts(s.m.make(hint)) }

// caught turns the panic of an unhashable key into an answer.
func caught(panicked *bool) {
	if recover() != nil {
		*panicked = true
	}
}

func (s *typed[K, V]) assign(key, elem int64) (panicked bool) {
	k, e := s.keys.of(key), s.elems.of(elem)
	defer caught(&panicked)
	s.m.assign(k, e)
	return
}

func (s *typed[K, V]) remove(key int64) (panicked bool) {
	k := s.keys.of(key)
	defer caught(&panicked)
	s.m.remove(k)
	return
}

func (s *typed[K, V]) get(key int64) (elem int64, panicked bool) {
	k := s.keys.of(key)
	defer caught(&panicked)
	e := s.m.get(k)
	return s.elems.number(&e), false
}

func (s *typed[K, V]) get2(key int64) (elem int64, ok, panicked bool) {
	k := s.keys.of(key)
	defer caught(&panicked)
	e, ok := s.m.get2(k)
	return s.elems.number(&e), ok, false
}

func (s *typed[K, V]) length() int { return s.m.length() }

func (s *typed[K, V]) clear() { mapclear(s.t, s.h) }

func (s *typed[K, V]) parts() (*maptype, *hmap) { return s.t, s.h }

func (s *typed[K, V]) read() numbered {
	return numbered{
		key:  func(at unsafe.Pointer) int64 { return s.keys.number((*K)(at)) },
		elem: func(at unsafe.Pointer) int64 { return s.elems.number((*V)(at)) },
	}
}

func (s *typed[K, V]) hash(key int64, seed uint32) uint64 {
	k := s.keys.of(key)
	return uint64(s.t.hasher(unsafe.Pointer(&k), uintptr(seed)))
}
