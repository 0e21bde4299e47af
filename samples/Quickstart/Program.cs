using System.Text;
using Quickstart;
using Support.Sdk;

if (QuickstartArguments.TryParse(args) is not { } arguments)
{
    Console.Error.WriteLine(QuickstartArguments.Usage);
    return 2;
}

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
await using var world = await World.StartAsync();
try
{
    await new Story(world, new Narrator(Console.Out, world.Texts, arguments.Culture)).TellAsync();
    return 0;
}
catch (Exception problem) when (problem is UnexpectedException or RefusedException)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
