using Shouldly;

namespace Support.Sdk.Tests.Sessions;

internal static class Expecting
{
    public static async Task<string?> RefusalAsync<T>(this ValueTask<Outcome<T>> outcome) => (await outcome).Refusal?.Code;

    public static async Task<T> AcceptedAsync<T>(this ValueTask<Outcome<T>> outcome)
    {
        var result = await outcome;
        result.IsAccepted.ShouldBeTrue($"{result.Refusal}");
        return result.Value!;
    }
}
