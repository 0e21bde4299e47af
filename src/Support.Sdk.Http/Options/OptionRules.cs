using System.Globalization;

namespace Support.Sdk.Http;

/// <summary>Collects broken rules of options; written by hand because ranges of <see cref="TimeSpan"/> by attribute are not safe to trim.</summary>
/// <remarks>Not thread-safe; used within one validation. Never put the value of a secret into a message.</remarks>
/// <param name="path">Where the options stand in the configuration; empty for the root.</param>
public sealed class OptionRules(string path = "")
{
    private readonly List<string> _failures = [];

    /// <summary>One message per broken rule.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Adds a failure unless <paramref name="condition"/> holds.</summary>
    /// <param name="condition">The rule.</param>
    /// <param name="option">The option's name.</param>
    /// <param name="demand">What it must be, as the rest of a sentence: <c>must be …</c>.</param>
    public void Require(bool condition, string option, string demand)
    {
        if (!condition)
        {
            _failures.Add($"{(path.Length == 0 ? "" : path + ":")}{option} {demand}.");
        }
    }

    /// <summary>Adds a failure unless <paramref name="value"/> lies between the bounds, both included.</summary>
    public void Within<T>(string option, T value, T minimum, T maximum)
        where T : IComparable<T>, IFormattable =>
        Require(
            value.CompareTo(minimum) >= 0 && value.CompareTo(maximum) <= 0,
            option,
            string.Create(CultureInfo.InvariantCulture, $"is {value} but must be between {minimum} and {maximum}"));

    /// <summary>Adds a failure unless <paramref name="value"/> holds more than white space; the value itself is never shown.</summary>
    public void NotEmpty(string option, string? value) => Require(!string.IsNullOrWhiteSpace(value), option, "must not be empty");

    /// <summary>Adds a failure unless <paramref name="value"/> is absolute and HTTPS (or HTTP on a loopback address).</summary>
    public void SecureAddress(string option, Uri? value) =>
        Require(value is not null && SecureAddresses.IsSecure(value), option, "must be an absolute https address (http is accepted for loopback addresses only)");

    /// <summary>Adds failures found elsewhere.</summary>
    public void Add(IEnumerable<string> failures) => _failures.AddRange(failures);
}
