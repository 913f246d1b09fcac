package vault

import (
	"bytes"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"filippo.io/age"
)

const (
	defaultWorkFactor = 17 // 128 MiB, and about a second on an old laptop
	maxWorkFactor     = 20 // 1 GiB; a file that asks for more is an attack or damage

	identityFile = "identity.age"
	dataKeyFile  = "data.age"
	copySuffix   = ".copy"
	partSuffix   = ".part" // of a file that is not whole yet
	maxKeyFile   = 64 << 10

	codePrefix = "AGE-SECRET-KEY-1"
	codeBody   = 58 // characters of an age identity after its prefix, check characters included
)

// keyring is what an unlocked book knows.
type keyring struct {
	identity   *age.X25519Identity
	book       id
	generation id
	data       [32]byte
}

// id names a book or a generation. It is random and means nothing.
type id [16]byte

func (i id) String() string { return hex.EncodeToString(i[:]) }

func (i id) MarshalText() ([]byte, error) { return []byte(i.String()), nil }

func (i *id) UnmarshalText(b []byte) error {
	if hex.DecodedLen(len(b)) != len(i) {
		return errors.New("vault: an id has 32 hexadecimal digits")
	}
	_, err := hex.Decode(i[:], b)
	return err
}

func newID(random io.Reader) (id, error) {
	var i id
	_, err := io.ReadFull(random, i[:])
	return i, err
}

// derive gives the key for one use. Journal, store and list never share one.
func (k *keyring) derive(use string) []byte {
	key, err := hkdf.Key(sha256.New, k.data[:], k.generation[:], "branchbook "+use, 32)
	if err != nil {
		panic(err) // only a length over 255 hashes is refused, and ours is fixed
	}
	return key
}

// dataKey is what the data key file holds.
type dataKey struct {
	Book       id     `json:"book"`
	Generation id     `json:"generation"`
	Key        []byte `json:"key"`
}

func sealDataKey(k *keyring) ([]byte, error) {
	plain, err := json.Marshal(dataKey{k.book, k.generation, k.data[:]})
	if err != nil {
		return nil, err
	}
	return encrypt(plain, k.identity.Recipient())
}

func openDataKey(sealed []byte, identity *age.X25519Identity) (*keyring, error) {
	plain, err := decrypt(sealed, identity)
	if err != nil {
		return nil, err
	}
	var d dataKey
	if err := json.Unmarshal(plain, &d); err != nil || len(d.Key) != 32 {
		return nil, errors.Join(errors.New("not a data key"), err)
	}
	return &keyring{identity: identity, book: d.Book, generation: d.Generation, data: [32]byte(d.Key)}, nil
}

func encrypt(plain []byte, to age.Recipient) ([]byte, error) {
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, to)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(plain); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return sealed.Bytes(), nil
}

func decrypt(sealed []byte, with age.Identity) ([]byte, error) {
	r, err := age.Decrypt(bytes.NewReader(sealed), with)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// sealIdentity wraps the identity under a passphrase.
func sealIdentity(i *age.X25519Identity, passphrase string, work int) ([]byte, error) {
	if work < 1 || work > maxWorkFactor {
		return nil, &Error{Code: HostileWorkFactor, Err: fmt.Errorf("2^%d asked for, at most 2^%d", work, maxWorkFactor)}
	}
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, &Error{Code: EmptyPassphrase, Err: err}
	}
	to.SetWorkFactor(work)
	return encrypt([]byte(i.String()+"\n"), to)
}

// openIdentity answers WrongSecret, HostileWorkFactor, or KeyFileDamaged when the file cannot be an identity's.
func openIdentity(sealed []byte, passphrase string) (*age.X25519Identity, error) {
	work, err := workFactor(sealed)
	if err != nil {
		return nil, &Error{Code: KeyFileDamaged, File: identityFile, Err: err}
	}
	if work > maxWorkFactor {
		return nil, &Error{Code: HostileWorkFactor, File: identityFile, Err: fmt.Errorf("2^%d", work)}
	}
	with, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, &Error{Code: WrongSecret, Err: err}
	}
	with.SetMaxWorkFactor(maxWorkFactor)
	plain, err := decrypt(sealed, with)
	var none *age.NoIdentityMatchError
	if errors.As(err, &none) {
		return nil, &Error{Code: WrongSecret, Err: errors.New("the passphrase does not open it")}
	}
	if err != nil {
		return nil, &Error{Code: KeyFileDamaged, File: identityFile, Err: err}
	}
	i, err := age.ParseX25519Identity(strings.TrimSpace(string(plain)))
	if err != nil {
		return nil, &Error{Code: KeyFileDamaged, File: identityFile, Err: errors.New("it holds no identity")}
	}
	return i, nil
}

// workFactor reads what a passphrase file asks for, before any work is done.
func workFactor(sealed []byte) (int, error) {
	lines := bytes.SplitN(sealed, []byte("\n"), 3)
	if len(lines) < 3 || string(lines[0]) != "age-encryption.org/v1" {
		return 0, errors.New("not an age file")
	}
	f := strings.Fields(string(lines[1]))
	if len(f) != 4 || f[0] != "->" || f[1] != "scrypt" {
		return 0, errors.New("not a passphrase file")
	}
	return strconv.Atoi(f[3])
}

// recoveryCode writes an identity's secret in groups of four, to be copied by hand.
func recoveryCode(i *age.X25519Identity) string {
	body := strings.TrimPrefix(i.String(), codePrefix)
	var b strings.Builder
	b.WriteString(codePrefix)
	for at := 0; at < len(body); at += 4 {
		b.WriteByte(' ')
		b.WriteString(body[at:min(at+4, len(body))])
	}
	return b.String()
}

// parseRecoveryCode returns nil and nil when the secret is not meant as a recovery code.
// Grouping, case and the prefix are as the writer's hand left them.
func parseRecoveryCode(secret string) (*age.X25519Identity, error) {
	keep := func(r rune) rune {
		if r == '-' || r == '\u2010' || r == '\u2011' || r == '\u2013' || r == '\u00a0' || r <= ' ' {
			return -1
		}
		return r
	}
	s := strings.ToUpper(strings.Map(keep, secret))
	body, prefixed := strings.CutPrefix(s, strings.ReplaceAll(codePrefix, "-", ""))
	if !prefixed && len(s) != codeBody {
		return nil, nil
	}
	i, err := age.ParseX25519Identity(codePrefix + body)
	switch {
	case err == nil:
		return i, nil
	case prefixed:
		return nil, &Error{Code: MistypedCode, Err: errors.New("the check characters do not agree")}
	}
	return nil, nil // a long passphrase that happens to have the length
}

// unlocked is what the key files gave, and what has to be written again.
type unlocked struct {
	keys         *keyring
	mended       bool
	noPassphrase bool
}

// unlock opens the key files in dir with a passphrase or a recovery code, and mends a copy that differs.
func unlock(files Files, dir, secret string) (unlocked, error) {
	var u unlocked
	identity, err := parseRecoveryCode(secret)
	if err != nil {
		return u, err
	}
	byCode := identity != nil
	if !byCode {
		var mended bool
		identity, mended, err = tryBoth(files, dir, identityFile, func(b []byte) (*age.X25519Identity, error) {
			return openIdentity(b, secret)
		})
		if err != nil {
			return u, err
		}
		u.mended = mended
	}
	keys, mended, err := tryBoth(files, dir, dataKeyFile, func(b []byte) (*keyring, error) {
		k, err := openDataKey(b, identity)
		var none *age.NoIdentityMatchError
		if errors.As(err, &none) {
			return nil, &Error{Code: WrongSecret, Err: errors.New("the recovery code is another book's")}
		}
		if err != nil {
			return nil, &Error{Code: KeyFileDamaged, File: dataKeyFile, Err: err}
		}
		return k, nil
	})
	if err != nil {
		return u, err
	}
	u.keys, u.mended = keys, u.mended || mended
	if byCode {
		u.noPassphrase = !anyPassphraseFile(files, dir)
	}
	return u, nil
}

func anyPassphraseFile(files Files, dir string) bool {
	for _, name := range []string{identityFile, identityFile + copySuffix} {
		b, err := readFile(files, filepath.Join(dir, name), maxKeyFile)
		if err != nil {
			continue
		}
		if _, err := workFactor(b); err == nil {
			return true
		}
	}
	return false
}

// tryBoth opens whichever copy of a key file can be opened, and writes the other from it if that differs.
// A wrong secret outranks damage in what is reported: with one copy whole, it is the secret that is wrong.
func tryBoth[K any](files Files, dir, name string, open func([]byte) (K, error)) (k K, mended bool, err error) {
	paths := [2]string{filepath.Join(dir, name), filepath.Join(dir, name+copySuffix)}
	var held [2][]byte
	for i, p := range paths {
		b, err := readFile(files, p, maxKeyFile)
		if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, errTooBig) {
			return k, false, failure(err, Failed, name)
		}
		held[i] = b
	}
	var worst error
	for i, b := range held {
		if len(b) == 0 || (i == 1 && bytes.Equal(b, held[0])) {
			continue
		}
		k, err := open(b)
		if err == nil {
			if other := 1 - i; !bytes.Equal(held[other], b) {
				mended = true
				// Only one copy is needed to go on; a folder that cannot be written to says so elsewhere.
				_ = writeFile(files, paths[other], b)
			}
			return k, mended, nil
		}
		if worst == nil || CodeOf(err) == WrongSecret {
			worst = err
		}
	}
	if worst == nil {
		worst = &Error{Code: KeyFileDamaged, File: name, Err: errors.New("both copies are missing or empty")}
	}
	return k, false, worst
}

// writeBoth writes the copies one after the other, so that one is whole at every moment.
func writeBoth(files Files, dir, name string, b []byte) error {
	for _, p := range []string{name, name + copySuffix} {
		if err := writeFile(files, filepath.Join(dir, p), b); err != nil {
			return failure(err, Failed, p)
		}
	}
	return nil
}

var errTooBig = errors.New("larger than it can honestly be")

func readFile(files Files, path string, limit int64) ([]byte, error) {
	f, err := files.OpenFile(path, os.O_RDONLY, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(b)) > limit {
		return nil, errTooBig
	}
	return b, nil
}

// writeFile puts b at path whole or not at all, and durably.
func writeFile(files Files, path string, b []byte) error {
	part := path + partSuffix
	f, err := files.OpenFile(part, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = files.Rename(part, path)
	}
	if err != nil {
		return errors.Join(err, ignoreAbsent(files.Remove(part)))
	}
	return files.SyncDir(filepath.Dir(path))
}

func ignoreAbsent(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
