using System.Globalization;

namespace WebinarImportSample.Hosting;

/// <summary>An option of a command.</summary>
/// <param name="Name">Its name, with the hyphens.</param>
/// <param name="Example">A value that it takes; <see langword="null"/> when it takes none.</param>
internal sealed record Option(string Name, string? Example = null)
{
    public static Option Language { get; } = new("--language", "fr");

    /// <summary>The same as <see cref="Language"/>, as other samples call it.</summary>
    public const string LanguageInShort = "--lang";

    public static Option Mapping { get; } = new("--mapping", "contacts.json");

    public static Option Rows { get; } = new("--rows", "100000");

    public static Option Webinar { get; } = new("--webinar", "8c0b…");

    public static Option Kind { get; } = new("--kind", "registrants");

    public static Option Campaign { get; } = new("--campaign", "701…");

    public static Option Status { get; } = new("--status", "Sent");

    public static Option Store { get; } = new("--store", "webinar-import.db");

    public static Option CrashAt { get; } = new("--crash-at", "20000");

    public static Option Import { get; } = new("--import", "0198…");

    public static Option Out { get; } = new("--out", "report.csv");

    public static Option All { get; } = new("--all");

    public static Option Plan { get; } = new("--plan", "0198…");

    public static Option AcceptDrift { get; } = new("--accept-drift");

    public static Option Abandon { get; } = new("--abandon");
}

/// <summary>The options of a call, each checked for its form; what they mean is for the commands to say.</summary>
internal sealed class CommandLine
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>What stands without a name, such as the file of <c>validate</c>.</summary>
    public string? Operand { get; private set; }

    public static CultureInfo LanguageOf(string[] arguments)
    {
        var at = Array.IndexOf(arguments, Option.Language.Name);
        return CultureInfo.GetCultureInfo(at >= 0 && at + 1 < arguments.Length && arguments[at + 1] == "fr" ? "fr" : "en");
    }

    public static CommandLine Parse(string command, IReadOnlyList<Option> options, string? operand, ReadOnlySpan<string> arguments)
    {
        var line = new CommandLine();
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = arguments[i];
            if (!argument.StartsWith("--", StringComparison.Ordinal) && operand is not null && line.Operand is null)
            {
                line.Operand = argument;
                continue;
            }

            var option = options.Append(Option.Language).FirstOrDefault(option => option.Name == argument) ?? throw Unknown(command, argument, options.Append(Option.Language));
            var value = "";
            if (option.Example is not null && (++i == arguments.Length || (value = arguments[i]).StartsWith("--", StringComparison.Ordinal) || value.Length == 0))
            {
                throw new BadInputException(argument, InputRefusals.OptionWithoutValue.Refuse($"{argument} {option.Example}"));
            }

            if (!line._values.TryAdd(option.Name, value))
            {
                throw new BadInputException(argument, InputRefusals.OptionTwice.Refuse());
            }
        }

        if (operand is not null && line.Operand is null)
        {
            throw new BadInputException(operand, InputRefusals.OperandMissing.Refuse(command, operand));
        }

        _ = line.OneOf(Option.Language, "en", "fr");
        return line;
    }

    public bool Has(Option option) => _values.ContainsKey(option.Name);

    public string? Text(Option option) => _values.GetValueOrDefault(option.Name);

    /// <summary>The value, or the first of those that are allowed.</summary>
    public string OneOf(Option option, params string[] allowed) => Text(option) is not { } value ? allowed[0]
        : allowed.Contains(value) ? value
        : throw new BadInputException(option.Name, InputRefusals.OptionNotAllowed.Refuse(value, string.Join(", ", allowed)));

    public int? Number(Option option, int from, int to) => Text(option) is not { } value ? null
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to ? number
        : throw new BadInputException(option.Name, InputRefusals.OptionNotAmong.Refuse(value, from, to));

    private static BadInputException Unknown(string command, string argument, IEnumerable<Option> options)
    {
        var names = options.Select(static option => option.Name).ToList();
        var known = string.Join(", ", names);
        return new(argument, NearName.Find(argument, names) is { } nearest ? InputRefusals.OptionMisspelt.Refuse(command, nearest, known) : InputRefusals.OptionUnknown.Refuse(command, known));
    }
}
