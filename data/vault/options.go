package vault

import (
	"crypto/rand"
	"io"
	"log/slog"
	"time"
)

const (
	defaultMinFree = 128 << 20
	defaultSegment = 4 << 20
)

// Options are what a test, or the program, may hand in. The zero value is right for the program.
type Options struct {
	Now        func() time.Time        // nil: time.Now; called from whichever goroutine needs it
	Random     io.Reader               // for ids, data keys and nonces; nil: crypto/rand, which age uses always
	Log        *slog.Logger            // nil: discards; never told a key or a value
	WorkFactor int                     // scrypt, as log2 N; 0: about a second on an old laptop
	Progress   func(done, total int64) // bytes of the journal, while the store is rebuilt; may be nil
	Files      Files                   // nil: the real disk
	MinFree    int64                   // bytes that must stay free on the disk, else NoSpace; 0: 128 MiB; negative: not watched
	Segment    int64                   // bytes after which the journal goes on in a new file; 0: 4 MiB
}

func (o Options) filled() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.WorkFactor == 0 {
		o.WorkFactor = defaultWorkFactor
	}
	if o.Progress == nil {
		o.Progress = func(done, total int64) {}
	}
	if o.Files == nil {
		o.Files = disk{}
	}
	if o.MinFree == 0 {
		o.MinFree = defaultMinFree
	}
	if o.Segment <= 0 {
		o.Segment = defaultSegment
	}
	return o
}
