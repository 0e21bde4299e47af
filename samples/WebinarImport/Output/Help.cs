using WebinarImportSample.Commands;
using WebinarImportSample.Hosting;

namespace WebinarImportSample.Output;

/// <summary>What the program can do, from its commands.</summary>
internal static class Help
{
    public static void Show(Screen screen, IEnumerable<Command> commands)
    {
        screen.Say("help.title");
        foreach (var command in commands)
        {
            screen.Raw("");
            screen.Raw($"  {command.Name}{(command.Operand is { } operand ? $" <{operand}>" : "")}");
            screen.Raw($"      {screen.Words.Write("help." + command.Name)}");
            foreach (var option in command.Options)
            {
                screen.Raw($"      {$"{option.Name} {option.Example}".TrimEnd(),-28}{screen.Words.Write("help" + option.Name)}");
            }
        }

        screen.Raw("");
        screen.Raw($"  {$"{Option.Language.Name} en|fr",-32}{screen.Words.Write("help--language")}");
        screen.Raw("");
        screen.Say("help.exit-codes");
    }
}
