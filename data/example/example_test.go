package example

import (
	"crypto/sha256"
	"encoding/json"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"branchbook/data"
)

// sizes are those that every claim about records is tried on.
func sizes() []Size {
	return []Size{Default, {Members: 60, Years: 1}, {Members: 90, Years: 12}, {Members: 700, Years: 7, Present: 40}}
}

func onEverySize(t *testing.T, claim func(*testing.T, Branchful)) {
	for _, s := range sizes() {
		b := Make(s)
		t.Run(strings.ReplaceAll(strings.Trim(string(must(json.Marshal(s))), "{}"), `"`, ""), func(t *testing.T) { claim(t, b) })
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func fingerprint(t *testing.T, s Size) [32]byte {
	h := sha256.New()
	for step := range Steps(s) {
		if err := json.NewEncoder(h).Encode(step); err != nil {
			t.Fatal(err)
		}
	}
	return [32]byte(h.Sum(nil))
}

func TestTheSameSizeGivesTheSameRecords(t *testing.T) {
	first := fingerprint(t, Default)
	want(t, "a second run", fingerprint(t, Default), first)
	if fingerprint(t, Size{Members: 215, Years: 2}) == first {
		t.Error("another size gave the same records")
	}
}

func TestEveryRecordIsFitToBeStored(t *testing.T) {
	onEverySize(t, func(t *testing.T, b Branchful) {
		check := func(record any) {
			v, ok := record.(interface{ Validate() error })
			if !ok {
				return // a Paper has nothing to be wrong
			}
			if err := v.Validate(); err != nil {
				t.Errorf("%T: %v: %+v", record, err, record)
			}
		}
		check(b.Branch)
		eachRecord(b, check)
	})
}

func eachRecord(b Branchful, do func(any)) {
	each(b.Rules, do)
	each(b.People, do)
	each(b.Imports, do)
	each(b.Meetings, do)
	each(b.Items, do)
	each(b.Blocks, do)
	each(b.Events, do)
	each(b.Decisions, do)
	each(b.Actions, do)
	each(b.Motions, do)
	each(b.Votes, do)
	each(b.Posts, do)
	each(b.Terms, do)
	each(b.Bodies, do)
	each(b.Seats, do)
	each(b.Papers, do)
	each(b.Letters, do)
	each(b.Canvasses, do)
	each(b.Approvals, do)
	each(b.Corrections, do)
	each(b.Forwardings, do)
}

func each[T any](all []T, do func(any)) {
	for _, r := range all {
		do(r)
	}
}

var idInJSON = regexp.MustCompile(`"(\w+)":"([0-9A-HJKMNP-TV-Z]{26})"|"([0-9A-HJKMNP-TV-Z]{26})"`)

func TestIdsAreUniqueAndWhatIsPointedAtWasKeptBefore(t *testing.T) {
	for _, s := range sizes() {
		known, promised := map[string]bool{}, map[string]bool{}
		for step := range Steps(s) {
			var text strings.Builder
			for _, r := range step.Records {
				line := string(must(json.Marshal(r)))
				own := idInJSON.FindStringSubmatch(line)
				if own == nil || own[1] != "id" {
					t.Fatalf("%T has no id first: %s", r, line)
				}
				if known[own[2]] {
					t.Errorf("%T: id %s twice", r, own[2])
				}
				known[own[2]] = true
				text.WriteString(line)
			}
			for _, m := range idInJSON.FindAllStringSubmatch(text.String(), -1) {
				id := m[2] + m[3]
				if m[1] == "ratified" && !known[id] {
					promised[id] = true // a pressing decision points at the next meeting
					continue
				}
				if !known[id] {
					t.Errorf("%s: %s points at %s, which is nowhere", step.What, m[1], id)
				}
			}
		}
		for id := range promised {
			want(t, id+" was kept", known[id], true)
		}
	}
}

func TestMembershipNumbersAndReferencesAreUnique(t *testing.T) {
	onEverySize(t, func(t *testing.T, b Branchful) {
		seen := map[string]bool{}
		once := func(what string) {
			if seen[what] {
				t.Errorf("%s twice", what)
			}
			seen[what] = true
		}
		form := regexp.MustCompile(`^[A-Z]\d{7}$`)
		for _, p := range b.People {
			if p.Status != data.Guest {
				once(p.Number)
				want(t, "form of "+p.Number, form.MatchString(p.Number), true)
			}
		}
		for _, m := range b.Motions {
			once(m.Ref)
		}
		for _, d := range b.Decisions {
			once(d.Ref)
		}
		for _, a := range b.Actions {
			once(a.Ref)
		}
	})
}

func TestContactDetailsBelongToNobody(t *testing.T) {
	phone := regexp.MustCompile(`^(07700 900|01632 960)\d{3}$`)
	email := regexp.MustCompile(`^[a-z0-9.-]+@example\.org$`)
	onEverySize(t, func(t *testing.T, b Branchful) {
		for _, p := range b.People {
			for _, n := range p.Phones {
				want(t, "phone "+n, phone.MatchString(n), true)
			}
			if p.Email != "" {
				want(t, "email "+p.Email, email.MatchString(p.Email), true)
			}
		}
	})
}

func TestMeetingsAreSecondThursdaysAndNeverInAugust(t *testing.T) {
	onEverySize(t, func(t *testing.T, b Branchful) {
		for _, m := range b.Meetings {
			if d := m.Date; d.Weekday() != time.Thursday || d.Day() < 8 || d.Day() > 14 || d.Month() == time.August {
				t.Errorf("a meeting on %s", d)
			}
			want(t, m.Date.String()+" is the AGM", m.Kind == data.AGM, m.Date.Month() == time.June)
			want(t, m.Date.String()+" is closed", m.Status == data.Closed, m.Date != planned)
		}
	})
	want(t, "meetings", len(Make(Default).Meetings), 23)
}

func register(b Branchful, m data.Meeting) data.Register {
	var events []data.Event
	for _, e := range b.Events {
		if e.Meeting == m.ID {
			events = append(events, e)
		}
	}
	return data.NewRegister(events)
}

func TestEveryQuorumFindingIsTheRuleAppliedToItsRegister(t *testing.T) {
	onEverySize(t, func(t *testing.T, b Branchful) {
		inquorate := 0
		for _, m := range b.Meetings {
			if m.Status != data.Closed {
				continue
			}
			rules := data.RulesOn(b.Rules, m.Date)
			eligible, _ := rules.Eligibility.Count(b.People, m.Date)
			want(t, m.Date.String()+" eligible", m.Eligible, eligible)
			members := 0
			for _, p := range b.People {
				if p.Status != data.Guest && !p.Joined.After(m.Date) && (p.LeftOn.IsZero() || m.Date.Before(p.LeftOn)) {
					members++
				}
			}
			want(t, m.Date.String()+" members", m.Members, members)
			s := rules.Quorum.Judge(register(b, m), m.Eligible, m.Members)
			want(t, m.Date.String()+" verdict", m.Quorum.Verdict, s.Finding.Verdict)
			want(t, m.Date.String()+" sum", m.Quorum.Sum, s.Finding.Sum)
			if !s.Quorate {
				inquorate++
				want(t, "inquorate in", m.Date.Month(), time.December)
			}
		}
		if len(b.Meetings) > 20 && inquorate == 0 {
			t.Error("every meeting was quorate: nothing is ever ratified")
		}
	})
}

func TestNobodyVotesWhoIsNotInTheRoomOrCannot(t *testing.T) {
	onEverySize(t, func(t *testing.T, b Branchful) {
		people := data.NamesOf(b.People)
		meetings := map[data.MeetingID]data.Meeting{}
		for _, m := range b.Meetings {
			meetings[m.ID] = m
		}
		for _, v := range b.Votes {
			m := meetings[v.Meeting]
			room := register(b, m).At(v.At).Room()
			want(t, v.Question+": voters", v.Voters, room.Voters)
			want(t, v.Question+": entitled", len(v.Entitled), room.Voters)
			if v.Declared == data.Counted {
				want(t, v.Question+": hands", v.Total(), v.Voters)
			}
			want(t, v.Question+": check", v.Check, data.CheckCount(v))
			rules := data.RulesOn(b.Rules, m.Date)
			outcome, f := rules.Majority.Decide(v)
			want(t, v.Question+": outcome", v.Outcome, outcome)
			want(t, v.Question+": sum", v.Finding.Sum, f.Sum)
			for _, id := range v.Entitled {
				want(t, "can vote", rules.Eligibility.Standing(people[id], m.Date).CanVote, true)
			}
		}
	})
}

func TestThoseWhoMoveAndSecondAreThereAndAgreeWithTheVote(t *testing.T) {
	onEverySize(t, func(t *testing.T, b Branchful) {
		votes := map[data.VoteID]data.Vote{}
		for _, v := range b.Votes {
			votes[v.ID] = v
		}
		for _, m := range b.Motions {
			v, voted := votes[m.Vote]
			if !voted {
				continue
			}
			there := map[data.PersonID]bool{}
			for _, id := range v.Entitled {
				there[id] = true
			}
			want(t, m.Ref+": mover there", there[m.Mover], true)
			want(t, m.Ref+": seconder there", there[m.Seconder], true)
			if m.Outcome != data.Remitted {
				want(t, m.Ref+": outcome", m.Outcome, v.Outcome)
			}
		}
	})
}

func TestAttendanceOfTheDefaultBranchIsThatOfABranch(t *testing.T) {
	b := Make(Default)
	for _, m := range b.Meetings {
		if m.Status != data.Closed {
			continue
		}
		came, apologies := 0, 0
		for _, a := range register(b, m).Attendance() {
			if a.Attended {
				came++
			} else {
				apologies++
			}
		}
		if came < 9 || came > 22 || m.Date.Month() != time.December && came < 12 {
			t.Errorf("%s: %d came", m.Date, came)
		}
		if apologies == 0 || apologies > 9 {
			t.Errorf("%s: %d apologies", m.Date, apologies)
		}
	}
}

func TestListsAddUp(t *testing.T) {
	onEverySize(t, func(t *testing.T, b Branchful) {
		for _, l := range b.Imports {
			want(t, l.AsAt.String()+" rows", l.Rows, l.New+l.Changed+l.Unchanged+len(l.Refused))
			want(t, l.AsAt.String()+" members", l.Counts.Members, l.New+l.Changed+l.Unchanged)
			want(t, l.AsAt.String()+" genders", l.Counts.Members, l.Counts.Women+l.Counts.Men+l.Counts.NotStated)
		}
	})
}

func TestTermsAndSeatsNeverOverlap(t *testing.T) {
	onEverySize(t, func(t *testing.T, b Branchful) {
		for _, m := range b.Meetings {
			held, seated := map[data.PostID]int{}, map[int]int{}
			for _, x := range b.Terms {
				if x.HeldOn(m.Date) {
					held[x.Post]++
				}
			}
			for _, s := range b.Seats {
				if s.HeldOn(m.Date) {
					seated[s.Number]++
				}
			}
			for _, p := range b.Posts {
				want(t, m.Date.String()+" "+p.Name, held[p.ID], 1)
			}
			for number, n := range seated {
				if n != 1 {
					t.Errorf("%s: %d in seat %d", m.Date, n, number)
				}
			}
		}
	})
}

func TestMeetingsEndInTimeAndEveryoneArrivedBeforeTheyLeft(t *testing.T) {
	onEverySize(t, func(t *testing.T, b Branchful) {
		for _, m := range b.Meetings {
			if m.ClosedAt.After(m.EndsBy) {
				t.Errorf("%s closed at %s", m.Date, m.ClosedAt)
			}
			for _, a := range register(b, m).Attendance() {
				if !a.Out.IsZero() && (!a.Out.After(a.In) || a.Out.After(m.ClosedAt)) {
					t.Errorf("%s: in %s, out %s, closed %s", m.Date, a.In, a.Out, m.ClosedAt)
				}
			}
		}
	})
}

func TestAnAbsurdSizeIsRefusedInASentence(t *testing.T) {
	for _, s := range []Size{{}, {Members: 3, Years: 2}, {Members: 214}, {Members: 214, Years: 900}, {Members: 214, Years: 2, Present: 300}} {
		if err := s.Validate(); err == nil || data.Say(err) != err.Error() {
			t.Errorf("%+v: %v", s, err)
		}
	}
	want(t, "the default size", Default.Validate(), nil)
}

func TestAReaderMayStopEarly(t *testing.T) {
	n := 0
	for range Steps(Default) {
		if n++; n == 3 {
			break
		}
	}
	want(t, "steps", n, 3)
}

func TestALargeBranchIsNeverInMemoryAtOnce(t *testing.T) {
	size := Size{Members: 20_000, Years: 30}
	var most uint64
	people, steps := 0, 0
	for step := range Steps(size) {
		steps++
		for _, r := range step.Records {
			if _, ok := r.(data.Person); ok {
				people++
			}
		}
		if steps%60 == 0 {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		}
	}
	t.Logf("%d steps, %d people, heap at most %d MB", steps, people, most>>20)
	if people < size.Members || most > 100<<20 {
		t.Errorf("%d people, %d MB", people, most>>20)
	}
}

func BenchmarkTwentyThousandMembersThirtyYears(b *testing.B) {
	for b.Loop() {
		for range Steps(Size{Members: 20_000, Years: 30}) {
		}
	}
}
