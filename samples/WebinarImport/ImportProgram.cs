using System.Data.Common;
using Spectre.Console;
using Support.Sdk;
using Support.Sdk.Failures;
using Support.Sdk.Webinars;
using WebinarImportSample.Commands;
using WebinarImportSample.Hosting;
using WebinarImportSample.Output;

namespace WebinarImportSample;

/// <summary>From the command line to the exit code: finds the command, and says of every error what it is, where, and what helps.</summary>
internal static class ImportProgram
{
    private static readonly Command[] Commands =
    [
        new PlanCommand(), new ImportCommand(), new ListCommand(), new ResumeCommand(), new CancelCommand(), new RetryCommand(), new ReportCommand(), new ValidateCommand(), new SchemaCommand(), new EmulatorsCommand(),
    ];

    private static readonly (Support.Sdk.StateMachines.RefusalCode Code, Option Option)[] OptionRefusals =
    [
        (WebinarImportRefusals.PlanNotFound, Option.Plan), (WebinarImportRefusals.PlanOfAnother, Option.Plan), (WebinarImportRefusals.CampaignNotFound, Option.Campaign),
        (ImportRefusals.CampaignStatusUnknown, Option.Status), (WebinarImportRefusals.WebinarNotFound, Option.Webinar),
    ];

    public static async Task<ExitCode> RunAsync(string[] arguments, IAnsiConsole output, IAnsiConsole errors, ConfigurationSources? sources = null, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        arguments = [.. arguments.Select(static argument => argument == Option.LanguageInShort ? Option.Language.Name : argument)];

        // Errors in the command line are told in the language that it asks for, as far as it can be read.
        var screen = new Screen(output, errors, CommandLine.LanguageOf(arguments));
        try
        {
            if (arguments is [] or ["help" or "--help" or "-h", ..])
            {
                var topic = arguments is [_, var name, ..] && !name.StartsWith('-') ? CommandOf(name) : null;
                _ = CommandLine.Parse("help", [], operand: null, arguments.AsSpan(int.Min(topic is null ? 1 : 2, arguments.Length)));
                Help.Show(screen, topic is null ? Commands : [topic]);
                return ExitCode.Done;
            }

            var command = CommandOf(arguments[0]);
            if (arguments.Any(static argument => argument is "--help" or "-h"))
            {
                Help.Show(screen, [command]);
                return ExitCode.Done;
            }

            var line = CommandLine.Parse(command.Name, command.Options, command.Operand, arguments.AsSpan(1));
            return await command.RunAsync(new CommandContext(line, screen, sources ?? ConfigurationSources.OfTheProcess) { Time = time ?? TimeProvider.System }, cancellationToken);
        }
        catch (BadInputException bad)
        {
            screen.Error(bad.Place, bad.Refusal);
            return ExitCode.BadInput;
        }
        catch (DbException broken)
        {
            screen.Error(Option.Store.Name, InputRefusals.StoreUnusable.Refuse(InputRefusals.Sentence(broken.Message)));
            return ExitCode.BadInput;
        }
        catch (RefusedException refused)
        {
            // What the SDK finds wrong with the value of an option is bad input like what this program finds.
            var option = Array.Find(OptionRefusals, entry => entry.Code == refused.Refusal.Definition && arguments.Contains(entry.Option.Name)).Option;
            screen.Error(option?.Name ?? "", refused.Refusal);
            return option is null ? ExitCode.Refused : ExitCode.BadInput;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            screen.Warn("interrupted");
            return ExitCode.Interrupted;
        }
        catch (Exception failure) when (failure is IVendorFailure)
        {
            var description = ((IVendorFailure)failure).Description;
            if (((IVendorFailure)failure).Kind == FailureKind.Reauthorization)
            {
                screen.Error("", InputRefusals.SignInFailed.Refuse(InputRefusals.Sentence(description)));
                return ExitCode.BadInput;
            }

            screen.Error("", InputRefusals.VendorFailed.Refuse(InputRefusals.Sentence(description)));
            return ExitCode.VendorFailed;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A disk that is full, a pipe that nobody reads any more: the message names the file.
            screen.Error("", InputRefusals.OutputFailed.Refuse(InputRefusals.Sentence(problem.Message)));
            return ExitCode.BadInput;
        }
    }

    private static Command CommandOf(string name)
    {
        if (Array.Find(Commands, command => command.Name == name) is { } command)
        {
            return command;
        }

        var names = Commands.Select(static command => command.Name).Append("help").ToList();
        var known = string.Join(", ", names);
        throw new BadInputException(name, NearName.Find(name, names) is { } nearest ? InputRefusals.CommandMisspelt.Refuse(name, nearest, known) : InputRefusals.CommandUnknown.Refuse(name, known));
    }
}
