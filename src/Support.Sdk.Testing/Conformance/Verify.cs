using System.Runtime.CompilerServices;
using System.Text;

namespace Support.Sdk.Testing.Conformance;

/// <summary>What cases compare with: throws <see cref="ConformanceException"/> and knows no test framework.</summary>
internal static class Verify
{
    public static void True(bool condition, string promise)
    {
        if (!condition)
        {
            throw new ConformanceException($"{promise}: this is not so.");
        }
    }

    public static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new ConformanceException($"{what}: expected {Show(expected)}, found {Show(actual)}.");
        }
    }

    public static void Sequence<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what)
    {
        var left = expected.ToList();
        var right = actual.ToList();
        if (!left.SequenceEqual(right))
        {
            throw new ConformanceException($"{what}: expected [{Show(left)}], found [{Show(right)}].");
        }
    }

    public static void Bytes(ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual, string what)
    {
        if (!expected.Span.SequenceEqual(actual.Span))
        {
            throw new ConformanceException($"{what}: expected {expected.Length} bytes '{Text(expected)}', found {actual.Length} bytes '{Text(actual)}'.");
        }
    }

    public static T NotNull<T>(T? value, string what)
        where T : class =>
        value ?? throw new ConformanceException($"{what}: expected one, found none.");

    /// <summary>Checks that a call is refused with an exception of a type (or of one derived from it), whether it throws at once or when awaited.</summary>
    public static async Task ThrowsAsync<TException>(Func<Task> call, string what, [CallerArgumentExpression(nameof(call))] string expression = "")
        where TException : Exception
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (TException)
        {
            return;
        }
        catch (Exception exception) when (exception is not ConformanceException)
        {
            throw new ConformanceException($"{what}: expected {typeof(TException).Name}, found {exception.GetType().Name} from '{expression}'.", exception);
        }

        throw new ConformanceException($"{what}: expected {typeof(TException).Name}, found no exception from '{expression}'.");
    }

    private static string Show<T>(T value) => value switch
    {
        null => "nothing",
        DateTimeOffset instant => instant.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        string text => $"'{text}'",
        _ => value.ToString() ?? "",
    };

    private static string Show<T>(List<T> values) => string.Join(", ", values.Take(20).Select(Show)) + (values.Count > 20 ? $", … ({values.Count})" : "");

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span[..Math.Min(bytes.Length, 60)]);
}
