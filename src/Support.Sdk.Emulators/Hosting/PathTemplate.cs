namespace Support.Sdk.Emulators.Hosting;

/// <summary>A path with named segments: <c>/v1/meetings/{meetingId}</c>; a last segment <c>*</c> takes the rest.</summary>
internal sealed class PathTemplate
{
    private readonly string[] _segments;
    private readonly bool _open;

    public PathTemplate(string template)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(template);
        if (template[0] != '/')
        {
            throw new ArgumentException($"A path template starts with a slash; '{template}' does not.", nameof(template));
        }

        _segments = Split(template);
        _open = _segments is [.., "*"];
        if (_open)
        {
            _segments = _segments[..^1];
        }
    }

    /// <summary>Number of fixed segments: of two templates that fit, the one with more is meant.</summary>
    public int Weight => _segments.Count(segment => !IsParameter(segment));

    public static bool MethodMatches(string pattern, string method) =>
        pattern == "*" || string.Equals(pattern, method, StringComparison.OrdinalIgnoreCase);

    public bool Matches(string path) => Match(path, null);

    public bool Match(string path, Dictionary<string, string>? values)
    {
        var actual = Split(path);
        if (_open ? actual.Length < _segments.Length : actual.Length != _segments.Length)
        {
            return false;
        }

        for (var i = 0; i < _segments.Length; i++)
        {
            if (IsParameter(_segments[i]))
            {
                values?[_segments[i][1..^1]] = Uri.UnescapeDataString(actual[i]);
            }
            else if (!string.Equals(_segments[i], actual[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsParameter(string segment) => segment.Length > 2 && segment[0] == '{' && segment[^1] == '}';

    private static string[] Split(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
