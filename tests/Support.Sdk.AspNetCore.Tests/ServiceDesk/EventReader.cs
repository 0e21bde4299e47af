using System.Globalization;
using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Support.Sdk.ServiceDesk;

namespace Support.Sdk.AspNetCore.Tests.ServiceDesk;

/// <summary>Listens to a stream of events.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly Stream _stream;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private EventReader(HttpResponseMessage response, Stream stream)
    {
        _response = response;
        _stream = stream;
        _items = SseParser.Create(stream).EnumerateAsync(Desk.Token).GetAsyncEnumerator(Desk.Token);
    }

    public static async Task<EventReader> OpenAsync(HttpClient client, string path = "events", long? lastEventId = null)
    {
        var response = await SendAsync(client, path, lastEventId?.ToString(CultureInfo.InvariantCulture));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        return new(response, await response.Content.ReadAsStreamAsync(Desk.Token));
    }

    public static Task<HttpResponseMessage> SendAsync(HttpClient client, string path, string? lastEventId)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Desk.Token);
    }

    public async Task<ServiceDeskChange> ReadAsync() => (await TryReadAsync()).ShouldNotBeNull("the stream ended");

    /// <summary>The next event, or nothing when the stream has ended.</summary>
    public async Task<ServiceDeskChange?> TryReadAsync()
    {
        if (!await _items.MoveNextAsync())
        {
            return null;
        }

        var change = JsonSerializer.Deserialize(_items.Current.Data, ServiceDeskJsonContext.Default.ServiceDeskChange).ShouldNotBeNull();
        _items.Current.EventId.ShouldBe(change.Position.ToString(CultureInfo.InvariantCulture));
        _items.Current.EventType.ShouldBe(change.Type.ToString(), StringCompareShould.IgnoreCase);
        return change;
    }

    public async Task<IReadOnlyList<ServiceDeskChange>> ReadAsync(int count)
    {
        List<ServiceDeskChange> changes = [];
        while (changes.Count < count)
        {
            changes.Add(await ReadAsync());
        }

        return changes;
    }

    public async ValueTask DisposeAsync()
    {
        await _items.DisposeAsync();
        await _stream.DisposeAsync();
        _response.Dispose();
    }
}
