using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Testing.Conformance;

internal static class HistoryCases
{
    public static readonly ConformanceCase<IMachineStoreFixture>[] All =
    [
        new("history/fields", "every field of an event comes back as it was committed", Fields),
        new("history/after", "the history can be read from a version on, oldest first", After),
        new("history/longer-than-a-page", "a history longer than any page comes whole and in order", Long),
    ];

    private static async Task Fields(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var stream = Given.Stream("zendesk:acme:35436/ü 🦊");
        var first = new NewEvent(new("conformance", 2, "first", Given.Json("naïve 日本 🦊\u0001")), new("meeting 4711 – ½", "", "geplant"));
        var second = new NewEvent(new("conformance", 3, "second", Given.Json("'; DROP TABLE events; --")), new("", "geplant", "geplant"));
        await Given.CommittedAsync(store, Given.Commit(stream) with { Events = [first, second], ActorId = "José\u0000 'x'", CorrelationId = "" }, ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(stream, 2) with { ActorId = "system", At = Given.Now.AddTicks(1), CorrelationId = "корреляция" }, ct).ConfigureAwait(false);

        var history = await Given.HistoryAsync(store, stream, 0, ct).ConfigureAwait(false);
        Verify.Equal(3, history.Count, "the number of events");
        foreach (var (expected, actual) in new[] { first, second }.Zip(history))
        {
            Verify.Equal(stream, actual.Stream, "the stream of an event");
            Verify.Equal(expected.Event.Machine, actual.Event.Machine, "its machine");
            Verify.Equal(expected.Event.Version, actual.Event.Version, "its machine's version");
            Verify.Equal(expected.Event.Type, actual.Event.Type, "its type");
            Verify.Bytes(expected.Event.Data, actual.Event.Data, "its data");
            Verify.Equal(expected.Change, actual.Change, "what it changed");
            Verify.Equal("José\u0000 'x'", actual.ActorId, "who did it");
            Verify.Equal(Given.Now, actual.At, "when");
            Verify.Equal("", actual.CorrelationId, "its empty correlation");
        }

        Verify.Equal("system", history[2].ActorId, "who did the third event");
        Verify.Equal("корреляция", history[2].CorrelationId, "the correlation of the third event");
        Verify.Equal(Given.Now.AddTicks(1), history[2].At, "when the third event happened");
    }

    private static async Task After(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var stream = Given.Stream();
        await Given.CommittedAsync(store, Given.Commit(stream, events: 3), ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(Given.Stream("noise"), events: 3), ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(stream, 3, 2), ct).ConfigureAwait(false);

        foreach (var after in new long[] { 0, 2, 3, 5, 9 })
        {
            var history = await Given.HistoryAsync(store, stream, after, ct).ConfigureAwait(false);
            Verify.Sequence(Enumerable.Range(1, 5).Select(i => (long)i).Where(i => i > after), history.Select(one => one.Version), $"the versions after {after}");
            Verify.True(history.Zip(history.Skip(1)).All(pair => pair.First.Position < pair.Second.Position), "positions grow with versions");
        }
    }

    private static async Task Long(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var stream = Given.Stream();
        const int Commits = 5;
        const int EventsPerCommit = 500;
        for (var i = 0; i < Commits; i++)
        {
            await Given.CommittedAsync(store, Given.Commit(stream, i * EventsPerCommit, EventsPerCommit), ct).ConfigureAwait(false);
        }

        var history = await Given.HistoryAsync(store, stream, 0, ct).ConfigureAwait(false);
        Verify.Sequence(Enumerable.Range(1, Commits * EventsPerCommit).Select(i => (long)i), history.Select(one => one.Version), "the versions of a long history");
        Verify.Bytes(Given.Json("event 2500"), history[^1].Event.Data, "the last event of a long history");
    }
}
