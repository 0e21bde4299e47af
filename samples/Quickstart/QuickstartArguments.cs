using System.Globalization;

namespace Quickstart;

/// <summary>The command line: <c>--lang en|fr</c>, or <c>--language</c>.</summary>
internal sealed record QuickstartArguments(CultureInfo Culture)
{
    public const string Usage = "usage: dotnet run --project samples/Quickstart -- [--lang en|fr]";

    public static QuickstartArguments? TryParse(string[] arguments) => arguments switch
    {
        [] or ["--lang" or "--language", "en"] => new(CultureInfo.GetCultureInfo("en")),
        ["--lang" or "--language", "fr"] => new(CultureInfo.GetCultureInfo("fr")),
        _ => null,
    };
}
