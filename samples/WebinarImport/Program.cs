using System.Text;
using Spectre.Console;
using WebinarImportSample;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl+C ends the work in good order, the second one the process.
    pressed.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
};
var errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
LeaveLinesWhole(AnsiConsole.Console, Console.IsOutputRedirected);
LeaveLinesWhole(errors, Console.IsErrorRedirected);
return (int)await ImportProgram.RunAsync(args, AnsiConsole.Console, errors, cancellationToken: interrupted.Token);

// Whoever reads a file or a pipe breaks lines as he likes, or looks for texts in them.
static void LeaveLinesWhole(IAnsiConsole console, bool isRedirected) => console.Profile.Width = isRedirected ? 10_000 : console.Profile.Width;
