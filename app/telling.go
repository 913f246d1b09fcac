package app

import (
	"branchbook/data"
	"branchbook/screens/place"
)

// A tellingRunner narrates the end of longer work, so that a journey can wait for it as people do: by looking.
type tellingRunner struct {
	runner  place.Runner
	narrate func(string)
}

// Run starts the task.
func (r tellingRunner) Run(t place.Task) func() {
	finished := t.Finished
	t.Finished = func(err error) {
		if finished != nil {
			finished(err)
		}
		if err != nil {
			r.narrate("failed " + t.Name + ": " + data.Say(err))
			return
		}
		r.narrate("finished " + t.Name)
	}
	return r.runner.Run(t)
}
