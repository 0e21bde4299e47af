namespace Support.Sdk.Emulators.Hosting;

internal delegate EmulatorResponse EmulatorHandler(EmulatorRequest request);

/// <summary>Method and path to handler. Filled in the vendor's constructor, read-only afterwards.</summary>
internal sealed class Router
{
    private readonly List<(string Method, PathTemplate Template, EmulatorHandler Handler)> _routes = [];

    public Router Map(string method, string template, EmulatorHandler handler)
    {
        _routes.Add((method, new PathTemplate(template), handler));
        return this;
    }

    public (EmulatorHandler? Handler, IReadOnlyDictionary<string, string> Values, bool PathExists) Find(string method, string path)
    {
        EmulatorHandler? best = null;
        IReadOnlyDictionary<string, string> bestValues = EmulatorRequest.NoValues;
        var bestWeight = -1;
        var pathExists = false;
        foreach (var route in _routes)
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            if (!route.Template.Match(path, values))
            {
                continue;
            }

            pathExists = true;
            if (PathTemplate.MethodMatches(route.Method, method) && route.Template.Weight > bestWeight)
            {
                (best, bestValues, bestWeight) = (route.Handler, values, route.Template.Weight);
            }
        }

        return (best, bestValues, pathExists);
    }
}
