using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary>An item's place in a list: the value it is sorted by, then its id.</summary>
internal readonly record struct PageKey(long Value, long Id) : IComparable<PageKey>
{
    public int CompareTo(PageKey other) => Value.CompareTo(other.Value) is var order && order != 0 ? order : Id.CompareTo(other.Id);
}

/// <summary>Cursor and offset pagination (fact sheet section 3).</summary>
internal static class ZendeskPager
{
    public const int MaxSize = 100;
    private const int MaxOffset = 10_000;

    public static bool WantsCursor(EmulatorRequest request) =>
        request.Query("page[size]") is not null || request.Query("page[after]") is not null || request.Query("page[before]") is not null;

    /// <summary>A page of a list: by cursor when <c>page[size]</c> is given, by offset otherwise.</summary>
    public static (JsonObject Body, IReadOnlyList<T> Page) List<T>(
        ZendeskCall call, string root, string sort, IEnumerable<T> items, Func<T, PageKey> key, Func<T, JsonNode> json, bool promiseMore) =>
        WantsCursor(call.Request) ? ByCursor(call, root, sort, items, key, json, promiseMore) : ByOffset(call, root, items, json);

    /// <param name="call">The request with <c>page[size]</c>, <c>page[after]</c> or <c>page[before]</c>.</param>
    /// <param name="root">The key of the list.</param>
    /// <param name="sort">The order; a leading dash for descending. A cursor is good for the order it was made in only.</param>
    /// <param name="items">All items in any order.</param>
    /// <param name="key">The place of an item.</param>
    /// <param name="json">An item as JSON.</param>
    /// <param name="promiseMore">Whether a full page says that more follows even if nothing does.</param>
    /// <param name="maxSize">The largest page.</param>
    /// <param name="lifetime">How long a cursor is good; <see langword="null"/> for ever.</param>
    public static (JsonObject Body, IReadOnlyList<T> Page) ByCursor<T>(
        ZendeskCall call, string root, string sort, IEnumerable<T> items, Func<T, PageKey> key, Func<T, JsonNode> json, bool promiseMore,
        int maxSize = MaxSize, TimeSpan? lifetime = null)
    {
        var request = call.Request;
        var size = Number(request, "page[size]", MaxSize, "InvalidPaginationParameter");
        if (size < 1 || size > maxSize)
        {
            throw Invalid("page[size]", $"page[size] must be between 1 and {maxSize}");
        }

        var descending = sort.StartsWith('-');
        var ordered = (descending ? items.OrderByDescending(key) : items.OrderBy(key)).ToList();
        int Place(T item, PageKey cursor) => descending ? cursor.CompareTo(key(item)) : key(item).CompareTo(cursor);

        List<T> page;
        bool hasMore;
        if (request.Query("page[before]") is { } before)
        {
            var cursor = Decode(before, sort, "page[before]", request.At, lifetime);
            var earlier = ordered.Where(item => Place(item, cursor) < 0).ToList();
            page = [.. earlier.TakeLast(size)];
            hasMore = earlier.Count > page.Count;
        }
        else
        {
            var later = ordered;
            if (request.Query("page[after]") is { } after)
            {
                var cursor = Decode(after, sort, "page[after]", request.At, lifetime);
                later = [.. ordered.Where(item => Place(item, cursor) > 0)];
            }

            page = [.. later.Take(size)];
            hasMore = later.Count > page.Count || (promiseMore && page.Count == size);
        }

        string? Cursor(int index) => page.Count == 0 ? null : Encode(key(page[index]), sort, request.At);
        var (first, last) = (Cursor(0), Cursor(page.Count - 1));
        var body = new JsonObject
        {
            [root] = ZendeskJson.Array(page.Select(json)),
            ["meta"] = new JsonObject { ["has_more"] = hasMore, ["after_cursor"] = last, ["before_cursor"] = first },
            ["links"] = new JsonObject
            {
                ["prev"] = first is null ? null : Link(call, "page[before]", first),
                ["next"] = last is null || !hasMore ? null : Link(call, "page[after]", last),
            },
        };
        return (body, page);
    }

    /// <summary>The legacy form: <c>page</c>, <c>per_page</c>, <c>count</c>, <c>next_page</c>.</summary>
    /// <param name="call">The request.</param>
    /// <param name="root">The key of the list.</param>
    /// <param name="items">All items in the order wanted.</param>
    /// <param name="json">An item as JSON.</param>
    /// <param name="tooDeep">The refusal of a page beyond the window, and the window; by default 400 beyond record 10,000.</param>
    public static (JsonObject Body, IReadOnlyList<T> Page) ByOffset<T>(
        ZendeskCall call, string root, IEnumerable<T> items, Func<T, JsonNode> json, (int Window, Func<EmulatorResponse> Refusal)? tooDeep = null)
    {
        var all = items.ToList();
        var number = Number(call.Request, "page", 1, "InvalidPaginationParameter");
        var size = Math.Min(Number(call.Request, "per_page", MaxSize, "InvalidPaginationParameter"), MaxSize);
        if (number < 1 || size < 1)
        {
            throw Invalid(number < 1 ? "page" : "per_page", "page and per_page must be positive integers");
        }

        var (window, refusal) = tooDeep ?? (MaxOffset, () => ZendeskErrors.InvalidParameter(
            "InvalidPaginationDepth", "page", "Limit of 10,000 records exceeded. Use cursor pagination instead."));
        if ((long)(number - 1) * size >= window || number > window)
        {
            throw new RefusalException(refusal());
        }

        var start = (number - 1) * size;
        List<T> page = [.. all.Skip(start).Take(size)];
        var body = new JsonObject
        {
            [root] = ZendeskJson.Array(page.Select(json)),
            ["count"] = all.Count,
            ["next_page"] = start + page.Count < all.Count ? Link(call, "page", Text(number + 1)) : null,
            ["previous_page"] = number > 1 ? Link(call, "page", Text(number - 1)) : null,
        };
        return (body, page);
    }

    private static RefusalException Invalid(string parameter, string detail) =>
        new(ZendeskErrors.InvalidParameter("InvalidPaginationParameter", parameter, detail));

    private static int Number(EmulatorRequest request, string name, int fallback, string code) =>
        request.Query(name) is not { } text ? fallback
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw new RefusalException(ZendeskErrors.InvalidParameter(code, name, $"{name} must be an integer"));

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Encode(PageKey key, string sort, DateTimeOffset madeAt)
    {
        var value = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Text(key.Value)}|{Text(key.Id)}|{Text(madeAt.ToUnixTimeSeconds())}"));
        return Convert.ToBase64String(EmulatorResponse.Serialize(new JsonObject { ["o"] = sort, ["v"] = value }));
    }

    private static PageKey Decode(string cursor, string sort, string parameter, DateTimeOffset now, TimeSpan? lifetime)
    {
        try
        {
            var json = JsonNode.Parse(Convert.FromBase64String(cursor)) as JsonObject;
            var parts = Encoding.UTF8.GetString(Convert.FromBase64String((string?)json?["v"] ?? "")).Split('|');
            var numbers = Array.ConvertAll(parts, part => long.Parse(part, CultureInfo.InvariantCulture));
            if ((string?)json?["o"] == sort && numbers is [var value, var id, var madeAt]
                && (lifetime is null || now <= DateTimeOffset.FromUnixTimeSeconds(madeAt) + lifetime))
            {
                return new PageKey(value, id);
            }
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException or OverflowException or InvalidOperationException)
        {
            // Falls through to the refusal, as a cursor of another order or a past one does.
        }

        throw Invalid(parameter, $"{parameter} is not valid");
    }

    /// <summary>The request's address with one parameter changed and the other direction's cursor gone.</summary>
    private static string Link(ZendeskCall call, string name, string value)
    {
        var parameters = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(call.Request.QueryString)
            .Where(parameter => parameter.Key is not ("page" or "page[after]" or "page[before]"))
            .SelectMany(parameter => parameter.Value.Select(one => (parameter.Key, Value: one ?? "")))
            .Append((Key: name, Value: value));
        return call.Origin + call.Request.Path + "?"
            + string.Join('&', parameters.Select(parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value)}"));
    }
}
