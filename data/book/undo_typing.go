package book

import (
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/vault"
)

// keepTyped works out how to take a step back although text was typed since in the blocks that it made or split, as
// happens to everyone who records a vote and writes on. Text in a block that goes is joined to the text before it, so
// that nothing typed is lost. It is not ok where something other than typing is in the way, or the text would have
// no place to go.
func (b *Book) keepTyped(view *snapshot, s step, edits []vault.Edit, inTheWay map[string]bool) (out []vault.Edit, ok bool, err error) {
	if !b.onlyTypedSince(s, inTheWay) {
		return nil, false, nil
	}
	joined := map[string]vault.Edit{}
	for _, e := range edits {
		if kindOf(e.Key) != KindItem || e.Before == nil || e.After == nil {
			continue
		}
		j := joining{view: view, number: b.nextNumber(), made: edits, into: joined}
		if ok, err = j.item(e); err != nil || !ok {
			return nil, false, err
		}
	}
	for key := range inTheWay {
		if _, ok := joined[key]; !ok {
			return nil, false, nil
		}
	}
	for _, e := range edits {
		if _, replaced := joined[e.Key]; !replaced && !strings.HasPrefix(e.Key, counterPrefix) {
			out = append(out, opposite(e))
		}
	}
	for _, e := range joined {
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b vault.Edit) int { return strings.Compare(a.Key, b.Key) })
	return out, true, nil
}

// onlyTypedSince says whether the records in the way are blocks that nothing but typing has altered since the step.
func (b *Book) onlyTypedSince(s step, inTheWay map[string]bool) bool {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for key := range inTheWay {
		if kindOf(key) != KindBlock {
			return false
		}
	}
	return !slices.ContainsFunc(b.steps.traces, func(t trace) bool {
		return t.notice.Number > s.last && !t.notice.Typing &&
			slices.ContainsFunc(t.keys, func(key string) bool { return inTheWay[key] })
	})
}

// joining takes back what a step did to the minutes of one item, text by text.
type joining struct {
	view   *snapshot
	number uint64
	made   []vault.Edit          // by the step
	into   map[string]vault.Edit // what comes of it
}

// item goes through the blocks of an item as they are now. It is not ok when text would be left over.
func (j *joining) item(e vault.Edit) (ok bool, err error) {
	was, err := items.decode(e.Before)
	if err != nil {
		return false, err
	}
	is, err := items.decode(e.After)
	if err != nil {
		return false, err
	}
	home := "" // the key of the text before
	texts := map[string]string{}
	for _, id := range is.Blocks {
		key := blocks.key(string(is.ID), id)
		value, err := j.view.before(key)
		if err != nil || value == nil {
			return false, err
		}
		block, err := blocks.decode(value)
		if err != nil {
			return false, err
		}
		isText := block.Kind == data.BlockText
		switch stays := slices.Contains(was.Blocks, id); {
		case stays && isText:
			home, texts[key] = key, block.Text
			continue
		case stays:
			home = ""
			continue
		case isText && block.Text != "" && home == "":
			return false, nil
		case isText && block.Text != "":
			texts[home] += j.between(key, texts[home], block.Text) + block.Text
		}
		j.into[key] = vault.Edit{Key: key, Before: value}
	}
	return true, j.keep(texts)
}

// between parts what was typed in a block of its own from the text that it is joined to. What the step had split is
// joined as it was.
func (j *joining) between(key, before, behind string) string {
	for _, e := range j.made {
		if e.Key != key || e.After == nil {
			continue
		}
		if made, err := blocks.decode(e.After); err == nil && made.Text != "" {
			return ""
		}
	}
	if before == "" || strings.HasSuffix(before, "\n") || strings.HasPrefix(behind, "\n") {
		return ""
	}
	return "\n"
}

// keep stores the texts that were joined, those that are as before the step exactly as they were.
func (j *joining) keep(texts map[string]string) error {
	for key, text := range texts {
		value, err := j.view.before(key)
		if err != nil {
			return err
		}
		block, err := blocks.decode(value)
		if err != nil {
			return err
		}
		made := slices.IndexFunc(j.made, func(e vault.Edit) bool { return e.Key == key })
		if made >= 0 && j.made[made].Before != nil {
			if was, err := blocks.decode(j.made[made].Before); err == nil && was.Text == text {
				j.into[key] = vault.Edit{Key: key, Before: value, After: j.made[made].Before}
				continue
			}
		}
		if text == block.Text && made < 0 {
			continue
		}
		block.Text, block.Revision = text, int(j.number)
		after, err := blocks.encode(block)
		if err != nil {
			return err
		}
		j.into[key] = vault.Edit{Key: key, Before: value, After: after}
	}
	return nil
}
