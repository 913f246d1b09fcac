package example

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"branchbook/data"
)

// A soul is one member, past or present, in few bytes: a large branch has tens of thousands. Days are counted from epoch;
// 0 is never.
type soul struct {
	id                        data.PersonID
	joined, left, owes, young int32 // owes is since when; young is the 27th birthday
	pool, first, last         uint8
	gender                    data.Gender
	canal, noEmail            bool
}

var epoch = data.MustDate(1900, time.January, 1)

func dayOf(d data.Date) int32    { return int32(d.Sub(epoch)) }
func dateOf(day int32) data.Date { return epoch.AddDays(int(day)) }

// on says whether the soul is a member on the day.
func (s soul) on(day int32) bool { return s.joined <= day && (s.left == 0 || day < s.left) }

// A roster is everyone who was ever a member, the cast first, then the other members, then those who left.
type roster struct {
	size  Size
	lists []data.Date
	parts []part
	pools []people
	souls []soul
	rng   *rand.Rand
	named map[nameKey]bool // names that were given
}

// A nameKey tells the names of a pool apart.
type nameKey struct {
	pool, first, last uint8
	woman             bool
}

// of is the number for this size of what there are n of at the default size.
func (s Size) of(n int) int { return (2*s.Members*n + Default.Members) / (2 * Default.Members) }

// quarterly returns the days of the membership lists, to the last.
func quarterly(years int) []data.Date {
	var lists []data.Date
	for i := range 4*years + 1 {
		months := int(lastList.Month()) - 1 - 12*years + 3*i + 12*lastList.Year()
		lists = append(lists, day(months/12, time.Month(months%12+1), 1))
	}
	return lists
}

func newRoster(size Size, ids *data.IDs) *roster {
	r := &roster{
		size: size, lists: quarterly(size.Years), parts: cast(), pools: pools(),
		rng:   rand.New(rand.NewPCG(uint64(size.Members), 0x6272616e6368)),
		named: map[nameKey]bool{},
	}
	r.souls = make([]soul, size.Members, size.Members+size.leavers())
	for i := range r.souls {
		s := &r.souls[i]
		s.id = data.PersonID(ids.New())
		if i < castSize {
			p := r.parts[i]
			s.joined, s.gender, s.canal, s.noEmail = dayOf(p.joined), p.gender, p.ward == canalside, p.noEmail
			if p.young {
				s.young = dayOf(lastList) + 300 + int32(r.rng.IntN(1200))
			}
			if !p.arrears.IsZero() {
				s.owes = dayOf(p.arrears)
			}
			continue
		}
		s.joined = r.joining(i)
		r.call(s)
	}
	r.deal()
	for i := range size.leavers() {
		r.souls = append(r.souls, r.leaver(i, data.PersonID(ids.New())))
	}
	return r
}

// leavers is how many left in the years of the example: about one in seventeen a year.
func (s Size) leavers() int { return s.Members * s.Years / 17 }

// joining spreads the members outside the cast evenly over the years before the last two months.
func (r *roster) joining(i int) int32 {
	years := max(24, r.size.Years+6)
	span, others := years*365, r.size.Members-castSize
	return dayOf(day(2026, time.February, 27)) - int32((i-castSize)*span/others+r.rng.IntN(max(span/others, 1)))
}

// deal gives out what the list counts, so that the totals come out exactly.
func (r *roster) deal() {
	size := r.size
	r.give(size.of(112), func(s *soul) bool { return s.gender == data.Woman }, func(s *soul) bool { return true },
		func(s *soul) { s.gender = data.Woman })
	r.give(size.of(99), func(s *soul) bool { return s.gender == data.Man }, func(s *soul) bool { return s.gender == data.NotStated },
		func(s *soul) { s.gender = data.Man })
	r.give(size.of(83), func(s *soul) bool { return s.canal }, func(s *soul) bool { return true },
		func(s *soul) { s.canal = true })
	r.give(size.of(26), func(s *soul) bool { return s.noEmail }, func(s *soul) bool { return true },
		func(s *soul) { s.noEmail = true })
	since2018, before2025 := dayOf(day(2018, 1, 1)), dayOf(day(2025, 1, 1))
	r.give(size.of(19), func(s *soul) bool { return s.young > 0 }, func(s *soul) bool { return s.joined >= since2018 },
		func(s *soul) { s.young = dayOf(lastList) + 60 + int32(r.rng.IntN(1300)) })
	r.give(size.of(9), func(s *soul) bool { return s.owes > 0 }, func(s *soul) bool { return s.joined < before2025 },
		func(s *soul) { s.owes = dayOf(lastList) - 10 - int32(r.rng.IntN(240)) })
	for i := range r.souls {
		if s := &r.souls[i]; i >= castSize && s.young == 0 && r.rng.IntN(10) < 7 {
			s.young = max(s.joined-int32(r.rng.IntN(38*365)), dayOf(day(1958, 1, 1)))
		}
	}
	for i := castSize; i < len(r.souls); i++ {
		r.name(&r.souls[i])
	}
}

// give marks souls outside the cast, of those who may, until so many in all are marked.
func (r *roster) give(total int, has, may func(*soul) bool, mark func(*soul)) {
	for i := range r.souls {
		if has(&r.souls[i]) {
			total--
		}
	}
	for _, i := range r.rng.Perm(len(r.souls) - castSize) {
		s := &r.souls[castSize+i]
		if total <= 0 {
			return
		}
		if !has(s) && may(s) {
			mark(s)
			total--
		}
	}
}

// call chooses the pool that a name will be from.
func (r *roster) call(s *soul) {
	all := 0
	for _, p := range r.pools {
		all += p.weight
	}
	n := r.rng.IntN(all)
	for i, p := range r.pools {
		if n -= p.weight; n < 0 {
			s.pool = uint8(i)
			return
		}
	}
}

// name draws a name, if it can one that nobody has yet. A surname comes more than once, as it does.
func (r *roster) name(s *soul) {
	p := r.pools[s.pool]
	firsts := p.firsts(s.woman())
	for range 20 {
		s.first, s.last = uint8(r.rng.IntN(len(firsts))), uint8(r.rng.IntN(len(p.last)))
		key := nameKey{s.pool, s.first, s.last, s.woman()}
		if full := firsts[s.first] + " " + p.last[s.last]; !r.named[key] && !r.castName(full) {
			r.named[key] = true
			return
		}
	}
}

func (r *roster) castName(full string) bool {
	for _, p := range r.parts {
		if p.first+" "+p.last == full {
			return true
		}
	}
	return false
}

// woman says whether the soul has a woman's name; of those whose gender is not stated, half have.
func (s soul) woman() bool {
	return s.gender == data.Woman || s.gender == data.NotStated && s.joined%2 == 0
}

// leaver is the i-th who left, found missing from one of the lists after the first. Most had stopped paying.
func (r *roster) leaver(i int, id data.PersonID) soul {
	left := 1 + i*(len(r.lists)-1)/max(r.size.leavers(), 1)
	s := soul{id: id, left: dayOf(r.lists[left]), canal: r.rng.IntN(214) < 83, noEmail: r.rng.IntN(8) == 0, gender: data.Man}
	s.joined = dayOf(r.lists[left-1]) - 365 - int32(r.rng.IntN(8*365))
	if r.rng.IntN(2) == 0 {
		s.gender = data.Woman
	}
	if owes := s.left - 120 - int32(r.rng.IntN(120)); r.rng.IntN(10) < 6 {
		s.owes = owes
	}
	if r.rng.IntN(3) == 0 {
		s.young = s.joined + int32(r.rng.IntN(9*365))
	}
	r.call(&s)
	r.name(&s)
	return s
}

// person writes the soul at a place in the roster out, as it stands at the end.
func (r *roster) person(i int) data.Person {
	s := r.souls[i]
	rng := rand.New(rand.NewPCG(uint64(r.size.Members), uint64(i)))
	p := data.Person{ID: s.id, Status: data.Member, Gender: s.gender, Ward: millbrook, Joined: dateOf(s.joined), LastSeen: lastList}
	if s.canal {
		p.Ward = canalside
	}
	if i < castSize {
		c := r.parts[i]
		p.Title, p.First, p.Last, p.Number, p.Note = c.title, c.first, c.last, c.number, c.note
	} else {
		pool := r.pools[s.pool]
		p.First, p.Last = pool.firsts(s.woman())[s.first], pool.last[s.last]
		p.Number = membershipNumber(i)
	}
	if s.young > 0 {
		p.Turns27 = dateOf(s.young)
	}
	if s.owes > 0 {
		p.Arrears, p.ArrearsSince = true, dateOf(s.owes)
	}
	if s.left > 0 {
		p.Status, p.LeftOn = data.Left, dateOf(s.left)
		at, _ := slices.BinarySearchFunc(r.lists, p.LeftOn, data.Date.Compare)
		p.LastSeen = r.lists[at-1]
	}
	r.contact(&p, i, s.noEmail, rng)
	return p
}

// membershipNumber is different for each place: the factor has no divisor in common with the modulus, a prime.
func membershipNumber(i int) string {
	return fmt.Sprintf("%c%07d", "AL"[i%2], (i*7919+2_000_003)%9_999_991)
}

func (r *roster) contact(p *data.Person, i int, noEmail bool, rng *rand.Rand) {
	if !noEmail {
		p.Email = mailName(p.First, p.Last) + "@example.org"
		if i >= castSize {
			p.Email = fmt.Sprintf("%s%s@example.org", mailName(p.First, p.Last), p.Number[5:])
		}
	}
	if i != mbeki && rng.IntN(10) < 8 {
		p.Phones = append(p.Phones, fmt.Sprintf("07700 900%03d", rng.IntN(1000)))
	}
	if i != mbeki && rng.IntN(10) < 3 {
		p.Phones = append(p.Phones, fmt.Sprintf("01632 960%03d", rng.IntN(1000)))
	}
	all := streets(p.Ward)
	p.Address = []string{fmt.Sprintf("%d %s", 1+rng.IntN(140), all[rng.IntN(len(all))]), p.Ward + ", Northgate"}
	district := map[string]int{millbrook: 1, canalside: 2}[p.Ward]
	p.Postcode = fmt.Sprintf("NX%d %d%c%c", district, 1+rng.IntN(9), "ABDEFGHJLN"[rng.IntN(10)], "PQRSTUWXYZ"[rng.IntN(10)])
}
