package data

import "testing"

func TestMoneyIsReadAsItIsTypedAndPrintedAsMinutesHaveIt(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  Money
		print string
	}{
		{"45", 4500, "£45"}, {"£45", 4500, "£45"}, {"GBP 45", 4500, "£45"}, {"£1,516.16", 151616, "£1,516.16"},
		{"25.50", 2550, "£25.50"}, {"0.05", 5, "£0.05"}, {"1234567", 123456700, "£1,234,567"}, {"", 0, ""},
	} {
		got, err := ParseMoney(c.typed)
		if err != nil || got != c.want || got.String() != c.print {
			t.Errorf("ParseMoney(%q) = %d (%s), %v; want %d (%s)", c.typed, got, got, err, c.want, c.print)
		}
	}
	if got := Money(-2550).String(); got != "-£25.50" {
		t.Errorf("a debt prints as %s", got)
	}
}

func TestWhatIsNoSumOfMoneyIsRefused(t *testing.T) {
	for _, typed := range []string{"forty", "£", "4.5", "4.555", "-3", "1e9", "9999999999", "£45 and more"} {
		if got, err := ParseMoney(typed); err == nil {
			t.Errorf("ParseMoney(%q) = %d", typed, got)
		}
	}
}
