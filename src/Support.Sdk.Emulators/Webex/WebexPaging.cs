using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

/// <summary>Pages with <c>Link: rel="next"</c>, value-less parameters included, and an empty page in between when asked for.</summary>
internal static class WebexPaging
{
    public static EmulatorResponse Page<T>(EmulatorRequest request, IReadOnlyList<T> all, Func<T, JsonNode> render, int defaultMax, int cap, bool insertEmptyPages)
    {
        var max = Max(request, defaultMax, cap);
        var (offset, empty) = ReadCursor(request);
        var items = empty || offset >= all.Count ? [] : Enumerable.Range(offset, Math.Min(max, all.Count - offset)).Select(index => all[index]).ToList();
        var response = EmulatorResponse.Json(200, new JsonObject { ["items"] = new JsonArray([.. items.Select(render)]) });
        var next = offset + items.Count;
        if (next < all.Count)
        {
            response.With("Link", $"<{NextUrl(request, max, next, emptyNext: insertEmptyPages && !empty)}>; rel=\"next\"");
        }

        return response;
    }

    private static int Max(EmulatorRequest request, int defaultMax, int cap)
    {
        if (string.IsNullOrEmpty(request.Query("max")))
        {
            return Math.Min(defaultMax, cap);
        }

        return int.TryParse(request.Query("max"), NumberStyles.None, CultureInfo.InvariantCulture, out var max) && max > 0
            ? Math.Min(max, cap)
            : throw WebexErrors.BadRequest(request, "max must be a positive number.");
    }

    private static (int Offset, bool Empty) ReadCursor(EmulatorRequest request)
    {
        if (string.IsNullOrEmpty(request.Query("after")))
        {
            return (0, false);
        }

        Span<byte> text = stackalloc byte[64];
        if (Convert.TryFromBase64String(request.Query("after")!.Replace('-', '+').Replace('_', '/'), text, out var length)
            && Encoding.ASCII.GetString(text[..length]).Split(':') is ["page", var offset, var kind]
            && int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return (value, kind == "empty");
        }

        throw WebexErrors.BadRequest(request, "after is not a cursor of this list.");
    }

    private static string NextUrl(EmulatorRequest request, int max, int offset, bool emptyNext)
    {
        var cursor = $"page:{offset.ToString(CultureInfo.InvariantCulture)}:{(emptyNext ? "empty" : "items")}";
        var encoded = Convert.ToBase64String(Encoding.ASCII.GetBytes(cursor)).Replace('+', '-').Replace('/', '_');
        var kept = request.QueryString.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => pair.Split('=')[0] is not ("max" or "before" or "after"));
        return $"{request.Origin}{request.Path}?{string.Join('&', [.. kept, $"max={max.ToString(CultureInfo.InvariantCulture)}", "before", "after=" + Uri.EscapeDataString(encoded)])}";
    }
}
