using System.Data.Common;
using Spectre.Console;
using Support.Sdk;
using Support.Sdk.Failures;
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

    public static async Task<ExitCode> RunAsync(string[] arguments, IAnsiConsole output, IAnsiConsole errors, ConfigurationSources? sources = null, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        // Errors in the command line are told in the language that it asks for, as far as it can be read.
        var screen = new Screen(output, errors, CommandLine.LanguageOf(arguments));
        try
        {
            if (arguments is [] or ["help" or "--help" or "-h", ..] or [_, "--help" or "-h", ..])
            {
                Help.Show(screen, Commands);
                return ExitCode.Done;
            }

            var command = Commands.FirstOrDefault(command => command.Name == arguments[0])
                ?? throw new BadInputException(arguments[0], InputRefusals.CommandUnknown.Refuse(arguments[0], string.Join(", ", Commands.Select(static command => command.Name))));
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
            screen.Error(Option.Store.Name, InputRefusals.StoreUnusable.Refuse(broken.Message));
            return ExitCode.BadInput;
        }
        catch (RefusedException refused)
        {
            screen.Error("", refused.Refusal);
            return ExitCode.Refused;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            screen.Warn("interrupted");
            return ExitCode.Interrupted;
        }
        catch (Exception failure) when (failure is IVendorFailure)
        {
            var description = ((IVendorFailure)failure).Description;
            screen.Error("", InputRefusals.VendorFailed.Refuse(description));
            return ExitCode.VendorFailed;
        }
    }
}
