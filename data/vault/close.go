package vault

import "errors"

// Close makes a dated backup if there were Changes since the last, closes the store, leaves the sealed list by which
// the next opening knows it, and lets go of the lock. It does all of that as far as it can, and answers with what
// failed: the journal has every Change in any case. A second Close does nothing. It must not be called from inside a Range.
func (v *Vault) Close() error {
	v.writing.Lock()
	defer v.writing.Unlock()
	if v.closed {
		return nil
	}
	v.closed = true
	var backup error
	if !v.ReadOnly() && v.trouble == "" && v.Last() > 0 && !v.backedUp() {
		_, backup = v.datedBackup()
	}
	journal := v.journal.close()
	store := v.store.close()
	var list error
	if v.trouble == "" && journal == nil && store == nil && !v.store.suspect.Load() {
		list = v.leaveClean()
	}
	return errors.Join(backup, journal, store, list, release(v.dir, v.lock, v.opt.Files))
}

// leaveClean seals the list, and then drops stores that were set aside, which a book that is sound needs no longer.
func (v *Vault) leaveClean() error {
	at := v.at
	if v.ReadOnly() {
		return v.writeCleanList(at)
	}
	at.entry = v.journal.entry
	if err := v.writeCleanList(at); err != nil {
		return err
	}
	v.dropAside()
	return nil
}
