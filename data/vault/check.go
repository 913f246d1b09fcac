package vault

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
)

// Check reads every record and every Change, follows the journal's chain, and compares what the journal tells with
// what the store holds, as of when it was called. What it finds is in the Report; an error means that it could not
// look. progress is told bytes of the journal, and may be nil.
func (v *Vault) Check(ctx context.Context, progress func(done, total int64)) (Report, error) {
	view, at := v.viewAt()
	defer view.Close()
	c := checking{
		vault: v, store: view.store, to: at.number,
		ledger: ledger{records: map[string][]byte{}},
	}
	if err := c.readJournal(ctx, progress); err != nil {
		return c.report, err
	}
	if err := c.readStore(ctx, view); err != nil {
		return c.report, err
	}
	c.report.Changes = c.ledger.changes
	c.readKeys()
	return c.report, nil
}

type checking struct {
	vault  *Vault
	store  *store
	to     uint64
	ledger ledger
	recite recital
	report Report
	holed  bool
}

func (c *checking) found(d Damage) error {
	if d.Code == StoreDamaged {
		c.store.suspect.Store(true)
	}
	c.report.Damage = append(c.report.Damage, d)
	return nil
}

func (c *checking) readJournal(ctx context.Context, progress func(done, total int64)) error {
	w := walk{journal: c.vault.journal, progress: progress}
	w.hole = func(d Damage) error {
		c.holed = true
		return c.found(d)
	}
	w.entry = func(s segment, e entry) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if e.number > c.to {
			return ErrStop
		}
		c.report.Bytes += e.end - e.offset
		if _, _, err := c.recite.change(s, e); err != nil {
			c.holed = true
			return c.found(Damage{Code: Damaged, File: filepath.Join(journalDir, s.name), Detail: err.Error()})
		}
		if c.holed {
			if e.kind == kindChange || e.kind == kindPast {
				c.ledger.changes++
			}
			return nil
		}
		if err := c.ledger.take(s, e); err != nil {
			c.holed = true
			return c.found(Damage{Code: Damaged, File: filepath.Join(journalDir, s.name), Detail: err.Error()})
		}
		return nil
	}
	end, err := w.run()
	if errors.Is(err, ErrStop) {
		err = nil
	}
	if err == nil && end.number < c.to {
		c.holed = true
		return c.found(Damage{Code: JournalLost, File: journalDir, Detail: fmt.Sprintf("it ends at Change %d of %d", end.number, c.to)})
	}
	return err
}

// readStore reads every record. A damaged block can make Badger panic; here, at least, that is caught.
func (c *checking) readStore(ctx context.Context, view *View) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = c.found(Damage{Code: StoreDamaged, File: storeDir, Detail: fmt.Sprint(p)})
		}
	}()
	differ, missing := 0, len(c.ledger.records)
	err = view.Range("", func(key string, value []byte) error {
		c.report.Records++
		told, ok := c.ledger.records[key]
		if ok {
			missing--
		}
		if !ok || !bytes.Equal(told, value) {
			differ++
		}
		return ctx.Err()
	})
	if CodeOf(err) == StoreDamaged {
		return c.found(Damage{Code: StoreDamaged, File: storeDir, Detail: err.Error()})
	}
	if err == nil && !c.holed && differ+missing > 0 {
		return c.found(Damage{
			Code: StoreDamaged, File: storeDir,
			Detail: fmt.Sprintf("%d records differ from the journal's, %d are missing", differ, missing),
		})
	}
	return err
}

// readKeys compares the two copies of each key file.
func (c *checking) readKeys() {
	v := c.vault
	for _, name := range []string{identityFile, dataKeyFile} {
		one, err := readFile(v.opt.Files, v.path(filepath.Join(keysDir, name)), maxKeyFile)
		two, copyErr := readFile(v.opt.Files, v.path(filepath.Join(keysDir, name+copySuffix)), maxKeyFile)
		if err != nil || copyErr != nil || !bytes.Equal(one, two) {
			_ = c.found(Damage{
				Code: KeyFileDamaged, File: filepath.Join(keysDir, name),
				Detail: "its two copies differ; the next opening mends it",
			})
		}
	}
}
