using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Support.Sdk.ServiceDesk;
using Support.Sdk.StateMachines;

namespace Support.Sdk.AspNetCore.Tests.ServiceDesk;

/// <summary>Reads answers as the wire has them.</summary>
internal static class Answers
{
    public static async Task<T> ReadAsync<T>(this HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
        where T : class
    {
        var text = await response.Content.ReadAsStringAsync(Desk.Token);
        response.StatusCode.ShouldBe(expected, text);
        return JsonSerializer.Deserialize(text, (JsonTypeInfo<T>)ServiceDeskJsonContext.Default.GetTypeInfo(typeof(T))!).ShouldNotBeNull();
    }

    /// <summary>The problem that an answer is; its status stands in the body too.</summary>
    public static async Task<ServiceDeskProblem> ProblemAsync(this HttpResponseMessage response, HttpStatusCode expected, RefusalCode code)
    {
        var problem = await response.ReadAsync<ServiceDeskProblem>(expected);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        problem.Code.ShouldBe(code.Code);
        problem.Type.ShouldBe($"urn:support-sdk:{code.Code}");
        problem.Status.ShouldBe((int)expected);
        problem.Detail.ShouldNotBeNullOrWhiteSpace();
        return problem;
    }

    public static Task<HttpResponseMessage> CommandAsync(this HttpClient client, string path, string? body = null, string? key = null, string? ifMatch = null, HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Post, path) { Content = body is null ? null : Desk.Json(body) };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return client.SendAsync(request, Desk.Token);
    }

    /// <summary>Everything of an answer that a caller sees, but the instant at which it was sent.</summary>
    public static async Task<string> EverythingAsync(this HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Date").OrderBy(header => header.Key, StringComparer.Ordinal);
        return $"{(int)response.StatusCode}\n{string.Concat(headers.Select(header => $"{header.Key}: {string.Join(',', header.Value)}\n"))}\n{await response.Content.ReadAsStringAsync(Desk.Token)}";
    }

    public static HttpClient Speaking(this HttpClient client, string languages)
    {
        client.DefaultRequestHeaders.AcceptLanguage.Clear();
        foreach (var language in languages.Split(','))
        {
            client.DefaultRequestHeaders.AcceptLanguage.Add(StringWithQualityHeaderValue.Parse(language));
        }

        return client;
    }
}
