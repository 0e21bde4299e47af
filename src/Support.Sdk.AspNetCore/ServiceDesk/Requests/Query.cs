using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Support.Sdk.AspNetCore.ServiceDesk.Requests;

/// <summary>Reads parameters of the query and headers. What is there twice is malformed.</summary>
internal static class Query
{
    public const string After = "after";
    public const string Limit = "limit";
    public const string Filter = "filter";

    public static ServiceDeskOptions Options(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<ServiceDeskOptions>>().Value;

    public static bool TryLimit(HttpContext context, out int limit)
    {
        var options = Options(context);
        limit = options.PageSize;
        return context.Request.Query[Limit] switch
        {
            [] => true,
            [var text] => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit >= 1 && limit <= options.MaxPageSize,
            _ => false,
        };
    }

    public static bool TryNumber(Microsoft.Extensions.Primitives.StringValues values, out long? number)
    {
        number = null;
        if (values.Count == 0)
        {
            return true;
        }

        if (values.Count > 1 || !long.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var read))
        {
            return false;
        }

        number = read;
        return true;
    }
}
