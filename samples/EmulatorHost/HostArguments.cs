using System.Globalization;

/// <summary>The command line: <c>--webex-port 5101 --zendesk-port 5102 --redirect-uri http://localhost:5000/callback --faults faults.json --empty-pages</c>.</summary>
internal sealed record HostArguments(int WebexPort, int ZendeskPort, string? RedirectUri, string? FaultScript, bool EmptyPages)
{
    public const string Usage = "usage: EmulatorHost [--webex-port 5101] [--zendesk-port 5102] [--redirect-uri http://localhost:5000/callback] [--faults faults.json] [--empty-pages]";

    public static HostArguments? TryParse(string[] arguments)
    {
        var result = new HostArguments(0, 0, null, null, false);
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : null;
            switch (arguments[i])
            {
                case "--webex-port" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535:
                    (result, i) = (result with { WebexPort = port }, i + 1);
                    break;
                case "--zendesk-port" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535:
                    (result, i) = (result with { ZendeskPort = port }, i + 1);
                    break;
                case "--redirect-uri" when Uri.IsWellFormedUriString(value, UriKind.Absolute):
                    (result, i) = (result with { RedirectUri = value }, i + 1);
                    break;
                case "--faults" when value is not null:
                    (result, i) = (result with { FaultScript = value }, i + 1);
                    break;
                case "--empty-pages":
                    result = result with { EmptyPages = true };
                    break;
                default:
                    return null;
            }
        }

        return result;
    }
}
