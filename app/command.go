package app

import (
	"fmt"

	"github.com/spf13/cobra"
)

// rootCommand builds the command line. With no command the window opens.
func (p *program) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "branchbook",
		Short: "The minute book of a branch, on this computer",
		Long: `Branchbook keeps a branch's minutes, attendance, motions and delegates in an encrypted book on this computer, and
makes the spreadsheets that the constituency secretary wants. With no command it opens its window.

The commands work without a window. They ask for the passphrase at a terminal, or take it from ` + passphraseVariable + `.`,
		Args:          usageArgs(cobra.NoArgs),
		SilenceUsage:  true,
		SilenceErrors: true,
		RunE: func(*cobra.Command, []string) error {
			if p.clockFile != "" {
				if err := p.setClock(p.clockFile); err != nil {
					return err
				}
			}
			return p.openWindow()
		},
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.PersistentFlags().StringVar(&p.bookDir, "book", "", "folder of the book (default: the only one on this computer)")
	root.Flags().StringVar(&p.narrateTo, "narrate", "", "write what the window shows to a file, for tests")
	root.Flags().StringVar(&p.clockFile, "clock", "", "take the time from a file, for tests")
	root.Flags().Lookup("narrate").Hidden, root.Flags().Lookup("clock").Hidden = true, true
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(p.exampleCommand(), p.importCommand(), p.exportCommand(), p.backupCommand(), p.restoreCommand(),
		p.checkCommand(), p.dumpCommand(), p.countCommand())
	return root
}

// usageArgs marks what an argument checker complains of as the command line's own error.
func usageArgs(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return usageError{fmt.Errorf("%w; see: %s --help", err, cmd.CommandPath())}
		}
		return nil
	}
}

// exactly wants so many arguments.
func exactly(n int) cobra.PositionalArgs { return usageArgs(cobra.ExactArgs(n)) }
