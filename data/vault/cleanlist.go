package vault

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"

	"golang.org/x/crypto/chacha20poly1305"
)

const (
	cleanListFile = "store.clean"
	maxCleanList  = 16 << 20
)

// cleanList is what a clean close leaves: the store's files as Badger left them, and how far they go.
type cleanList struct {
	Number uint64              `json:"number"`
	Change id                  `json:"change"`
	Entry  id                  `json:"entry"`
	Files  map[string]fileMark `json:"files"`
}

type fileMark struct {
	Size int64  `json:"size"`
	Hash string `json:"sha256"`
}

func (c *cleanList) at() point { return point{c.Number, seal(c.Change), seal(c.Entry)} }

// markFiles lists the store's files with their hashes. Badger's lock is not part of what it stores.
func markFiles(files Files, dir string) (map[string]fileMark, error) {
	found, err := files.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	marks := map[string]fileMark{}
	for _, d := range found {
		if d.Name() == "LOCK" {
			continue
		}
		f, err := files.OpenFile(filepath.Join(dir, d.Name()), os.O_RDONLY, 0)
		if err != nil {
			return nil, err
		}
		sum := sha256.New()
		n, err := io.Copy(sum, f)
		if err = errors.Join(err, f.Close()); err != nil {
			return nil, err
		}
		marks[d.Name()] = fileMark{Size: n, Hash: hex.EncodeToString(sum.Sum(nil))}
	}
	return marks, nil
}

// writeCleanList seals the list beside a store that is closed.
func (v *Vault) writeCleanList(at point) error {
	marks, err := markFiles(v.opt.Files, v.path(storeDir))
	if err != nil {
		return failure(err, Failed, storeDir)
	}
	plain, err := json.Marshal(cleanList{at.number, id(at.change), id(at.entry), marks})
	if err != nil {
		return err
	}
	aead, err := chacha20poly1305.NewX(v.keys.derive("list"))
	if err != nil {
		return err
	}
	nonce := make([]byte, nonceSize)
	if _, err := io.ReadFull(v.opt.Random, nonce); err != nil {
		return err
	}
	sealed := aead.Seal(nonce, nonce, plain, []byte(cleanListFile))
	return failure(writeFile(v.opt.Files, v.path(cleanListFile), sealed), Failed, cleanListFile)
}

// readCleanList returns nil when there is no list, when it is not ours, or when a file of the store is not as it says.
func (v *Vault) readCleanList() *cleanList {
	sealed, err := readFile(v.opt.Files, v.path(cleanListFile), maxCleanList)
	if err != nil || len(sealed) < nonceSize {
		return nil
	}
	aead, err := chacha20poly1305.NewX(v.keys.derive("list"))
	if err != nil {
		return nil
	}
	plain, err := aead.Open(nil, sealed[:nonceSize], sealed[nonceSize:], []byte(cleanListFile))
	if err != nil {
		return nil
	}
	var list cleanList
	if err := json.Unmarshal(plain, &list); err != nil {
		return nil
	}
	marks, err := markFiles(v.opt.Files, v.path(storeDir))
	if err != nil || !maps.Equal(marks, list.Files) {
		return nil
	}
	return &list
}

// forgetCleanList removes the list, durably, before Badger may touch a file.
func (v *Vault) forgetCleanList() error {
	err := v.opt.Files.Remove(v.path(cleanListFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = v.opt.Files.SyncDir(v.dir)
	}
	return failure(err, Failed, cleanListFile)
}
