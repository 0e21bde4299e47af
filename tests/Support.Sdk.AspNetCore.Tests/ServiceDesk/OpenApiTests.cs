using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Support.Sdk.AspNetCore.Tests.ServiceDesk;

public sealed class OpenApiTests : IAsyncLifetime
{
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.StartAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Document_Published_IsTheCommittedOne()
    {
        var text = (await DocumentAsync()).ToJsonString(new() { WriteIndented = true }) + "\n";
        var path = PathOf();
        if (Environment.GetEnvironmentVariable("SUPPORT_SDK_UPDATE") == "1")
        {
            await File.WriteAllTextAsync(path, text, Desk.Token);
        }

        (await File.ReadAllTextAsync(path, Desk.Token)).ShouldBe(text, $"{path} is out of date; refresh it with SUPPORT_SDK_UPDATE=1.");
    }

    [Fact]
    public async Task Document_EveryEndpoint_IsInItWithSummaryAndProblems()
    {
        var paths = (await DocumentAsync())["paths"]!.AsObject();
        var endpoints = _desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/service-desk/", StringComparison.Ordinal)).ToList();
        endpoints.Count.ShouldBe(36);
        paths.Sum(path => path.Value!.AsObject().Count).ShouldBe(endpoints.Count);
        foreach (var endpoint in endpoints)
        {
            var method = endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Single();
            var operation = (paths[endpoint.RoutePattern.RawText!.TrimEnd('/')]?[method.ToLowerInvariant()]).ShouldNotBeNull($"{method} {endpoint.RoutePattern.RawText}");
            operation["summary"]!.GetValue<string>().ShouldNotBeEmpty();
            operation["operationId"].ShouldNotBeNull();
            var isEntry = endpoint.RoutePattern.RawText == "/service-desk/end-user/enter";
            (operation["security"] is null).ShouldBe(isEntry);
            operation["responses"]!.AsObject().Where(answer => answer.Key[0] == '4' && answer.Value!["content"] is not null)
                .ShouldAllBe(answer => answer.Value!["content"]!["application/problem+json"] != null);
            if (method != "GET" && !isEntry)
            {
                operation["parameters"]!.AsArray().Select(parameter => parameter!["name"]!.GetValue<string>()).ShouldContain("Idempotency-Key");
            }
        }
    }

    private static string PathOf([CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "../../../docs/service-desk-openapi.json"));

    private async Task<JsonNode> DocumentAsync() => JsonNode.Parse(await _desk.Anonymous().GetStringAsync(new Uri(_desk.Address, "openapi/service-desk.json"), Desk.Token))!;
}
