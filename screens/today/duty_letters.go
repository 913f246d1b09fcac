package today

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// mostNamed is how many of a group a line names.
const mostNamed = 3

// letterDuties is a line for the letters whose answer is late, and one for those that want an answer from here. What is
// awaited from elsewhere and not late needs nothing yet.
func letterDuties(f facts, _ int) ([]duty, error) {
	waiting, err := f.r.Letters.Waiting()
	if err != nil {
		return nil, err
	}
	var late, owed []data.Letter
	for _, l := range waiting {
		switch l.State(f.today) {
		case data.LetterOverdue:
			late = append(late, l)
		case data.LetterToAnswer:
			owed = append(owed, l)
		}
	}
	var out []duty
	if len(late) > 0 {
		out = append(out, duty{
			Icon: parts.IconMail, Tone: parts.Red, rank: rankOverdue,
			Title: data.NumberOf(len(late), "letter's answer is overdue", "letters' answers are overdue"), Text: lettersNamed(late),
			Mark: parts.Mark{Tone: parts.Red, Icon: parts.IconWarning, Text: "Overdue"}, Do: letterStep(late),
		})
	}
	if len(owed) > 0 {
		out = append(out, duty{
			Icon: parts.IconMail, Tone: parts.Grey, rank: rankLater,
			Title: data.NumberOf(len(owed), "letter is to be answered", "letters are to be answered"), Text: lettersNamed(owed),
			Mark: parts.Mark{Tone: parts.Grey, Icon: parts.IconClock, Text: "To answer"}, Do: letterStep(owed),
		})
	}
	return out, nil
}

// letterStep leads to the letter when it is one, and else to the list.
func letterStep(letters []data.Letter) step {
	to := place.Route{Place: "actions", Tab: "letters"}
	if len(letters) == 1 {
		to.ID = string(letters[0].ID)
	}
	return step{"Show", to}
}

func lettersNamed(letters []data.Letter) string {
	var words []string
	for _, l := range letters[:min(len(letters), mostNamed)] {
		words = append(words, commas(l.With, l.Subject))
	}
	if more := len(letters) - mostNamed; more > 0 {
		words = append(words, fmt.Sprintf("%d more", more))
	}
	return joined(words...)
}

// forwardingDuties is a line each for the motions whose reply is overdue, whose result is to be reported back, and that
// are to be sent.
func forwardingDuties(f facts, _ int) ([]duty, error) {
	waiting, err := f.r.Forwardings.Waiting()
	if err != nil {
		return nil, err
	}
	refs, err := f.forwardedRefs()
	if err != nil {
		return nil, err
	}
	waiting = data.Awaiting(waiting, f.today)
	var out []duty
	for _, group := range []struct {
		state     data.ForwardingState
		one, many string
		mark      parts.Mark
		rank      int
	}{
		{data.Overdue, "reply about a motion is overdue", "replies about motions are overdue",
			parts.Mark{Tone: parts.Red, Icon: parts.IconWarning, Text: "To chase"}, rankOverdue},
		{data.ResultIn, "result is to be reported back", "results are to be reported back",
			parts.Mark{Tone: parts.Blue, Icon: parts.IconFlag, Text: "Result in"}, rankPending},
		{data.ToSend, "motion is to be sent on", "motions are to be sent on",
			parts.Mark{Tone: parts.Amber, Icon: parts.IconSend, Text: "To send"}, rankPapers},
	} {
		of := slices.DeleteFunc(slices.Clone(waiting), func(x data.Forwarding) bool { return x.State(f.today) != group.state })
		if len(of) == 0 {
			continue
		}
		out = append(out, duty{
			Icon: parts.IconSend, Tone: group.mark.Tone, rank: group.rank, Mark: group.mark,
			Title: data.NumberOf(len(of), group.one, group.many), Text: f.forwardingsNamed(of, refs), Do: forwardingStep(of),
		})
	}
	return out, nil
}

// forwardedRefs are the references of what can be sent on, by id.
func (f facts) forwardedRefs() (map[data.ID]string, error) {
	refs := map[data.ID]string{}
	motions, err := f.r.Motions.All()
	if err != nil {
		return nil, err
	}
	for _, m := range motions {
		refs[data.ID(m.ID)] = m.Ref
	}
	decisions, err := f.r.Decisions.All()
	for _, d := range decisions {
		refs[data.ID(d.ID)] = d.Ref
	}
	return refs, err
}

func (f facts) forwardingsNamed(of []data.Forwarding, refs map[data.ID]string) string {
	var words []string
	for _, x := range of[:min(len(of), mostNamed)] {
		ref := refs[data.ID(x.Motion)]
		if ref == "" {
			ref = refs[data.ID(x.Decision)]
		}
		words = append(words, strings.TrimSpace(ref+" "+x.Words(f.today)))
	}
	if more := len(of) - mostNamed; more > 0 {
		words = append(words, fmt.Sprintf("%d more", more))
	}
	return joined(words...)
}

func forwardingStep(of []data.Forwarding) step {
	to := place.Route{Place: "motions"}
	if len(of) == 1 {
		to.ID = string(of[0].Motion)
	}
	return step{"Show", to}
}
