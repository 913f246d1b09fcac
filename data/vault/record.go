package vault

import (
	"crypto/cipher"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"

	"golang.org/x/crypto/chacha20poly1305"
)

// A record of the journal stands on the disk as
//
//	length   4 bytes, of nonce and sealed text together
//	number   8 bytes
//	previous 16 bytes, the seal of the record before
//	nonce    24 bytes, random
//	sealed   XChaCha20-Poly1305, whose first plain byte is the kind
//
// all big-endian. Book, generation, length, number and previous seal are bound in as additional data. A record's
// own seal is the start of the SHA-256 of all of it: unlike the authenticator it cannot be made to order even by
// someone who has the key, so that a seal printed in approved minutes says something.
const (
	headSize  = 4 + 8 + 16
	nonceSize = chacha20poly1305.NonceSizeX
	overhead  = headSize + nonceSize + chacha20poly1305.Overhead
)

type seal [16]byte

// kind says what a record of the journal is for.
type kind byte

const (
	kindBegin   kind = 'B' // the first of a generation: parent, number, seal
	kindPast    kind = 'P' // a Change of an earlier generation, with the seal it had
	kindBase    kind = 'R' // records as the generation found them
	kindBegun   kind = 'E' // the base is complete: counts and hash
	kindSegment kind = 'S' // the first of a further file
	kindChange  kind = 'C'
)

// entry is one record of the journal, opened.
type entry struct {
	kind   kind
	number uint64 // of a Change; for the others, of the last Change before them
	prev   seal
	seal   seal
	body   []byte
	offset int64 // where it starts in its file
	end    int64 // where it ends
}

// sealer seals and opens records of one generation.
type sealer struct {
	aead    cipher.AEAD
	context []byte // what every record's additional data starts with
	random  io.Reader
}

func newSealer(k *keyring, random io.Reader) (*sealer, error) {
	aead, err := chacha20poly1305.NewX(k.derive("journal"))
	if err != nil {
		return nil, err
	}
	context := append([]byte("branchbook journal 1"), k.book[:]...)
	return &sealer{aead: aead, context: append(context, k.generation[:]...), random: random}, nil
}

func (s *sealer) bound(head []byte) []byte {
	return append(s.context[:len(s.context):len(s.context)], head...)
}

// seal returns the record's bytes and its seal.
func (s *sealer) seal(k kind, number uint64, prev seal, body []byte) ([]byte, seal, error) {
	b := make([]byte, headSize+nonceSize, overhead+1+len(body))
	binary.BigEndian.PutUint32(b, uint32(nonceSize+1+len(body)+chacha20poly1305.Overhead))
	binary.BigEndian.PutUint64(b[4:], number)
	copy(b[12:], prev[:])
	if _, err := io.ReadFull(s.random, b[headSize:]); err != nil {
		return nil, seal{}, err
	}
	plain := append([]byte{byte(k)}, body...)
	b = s.aead.Seal(b, b[headSize:], plain, s.bound(b[:headSize]))
	return b, sealOf(b), nil
}

func sealOf(record []byte) seal {
	sum := sha256.Sum256(record)
	return seal(sum[:16])
}

var (
	errCut     = errors.New("the record is cut off")
	errForeign = errors.New("the record is not authentic")
)

// open reads the record at the start of b.
func (s *sealer) open(b []byte) (entry, error) {
	if len(b) < overhead+1 {
		return entry{}, errCut
	}
	length := int64(binary.BigEndian.Uint32(b))
	if length < nonceSize+1+chacha20poly1305.Overhead {
		return entry{}, errForeign
	}
	if length > int64(len(b)-headSize) {
		return entry{}, errCut
	}
	whole := b[:headSize+length]
	nonce, sealed := whole[headSize:headSize+nonceSize], whole[headSize+nonceSize:]
	plain, err := s.aead.Open(nil, nonce, sealed, s.bound(whole[:headSize]))
	if err != nil {
		return entry{}, errForeign
	}
	return entry{
		kind:   kind(plain[0]),
		number: binary.BigEndian.Uint64(b[4:]),
		prev:   seal(whole[12:headSize]),
		seal:   sealOf(whole),
		body:   plain[1:],
		end:    int64(len(whole)),
	}, nil
}
