using System.Collections;

namespace Support.Sdk.Emulators.Webex;

/// <summary>A list whose items are made when they are asked for: what is paged by the hundred thousand is not stored.</summary>
internal sealed class VirtualList<T>(int count, Func<int, T> item) : IReadOnlyList<T>
{
    public int Count => count;

    public T this[int index] => item(index);

    public static VirtualList<T> Concat(IReadOnlyList<T> first, int secondCount, Func<int, T> second) =>
        new(first.Count + secondCount, index => index < first.Count ? first[index] : second(index - first.Count));

    /// <summary>The items from one instant to before another, of a list in the order of <paramref name="at"/>; a missing bound is open.</summary>
    public static VirtualList<T> Between(IReadOnlyList<T> list, Func<T, DateTimeOffset> at, DateTimeOffset? from, DateTimeOffset? to)
    {
        var start = from is { } first ? FirstNotBefore(list, at, first) : 0;
        var end = to is { } last ? FirstNotBefore(list, at, last) : list.Count;
        return new(Math.Max(end - start, 0), index => list[start + index]);
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
        {
            yield return item(i);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int FirstNotBefore(IReadOnlyList<T> list, Func<T, DateTimeOffset> at, DateTimeOffset bound)
    {
        var (low, high) = (0, list.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = at(list[middle]) < bound ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
