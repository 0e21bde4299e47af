using System.Reflection;
using Shouldly;

namespace Support.Sdk.Architecture.PublicApi;

/// <summary>The writer must see a change that matters; otherwise the lock holds nothing.</summary>
public sealed class ApiWriterTests
{
    [Theory]
    [InlineData("Support.Sdk.Domain", "public sealed record MeetingOrder : IEquatable<MeetingOrder>")]
    [InlineData("Support.Sdk.Domain", "    public string? Password { get; init; }")]
    [InlineData("Support.Sdk.Domain", "    public static abstract Decision<TEvent> Decide(TState? state, TCommand command, in CommandContext context)")]
    [InlineData("Support.Sdk.Domain", "    ValueTask<CommitResult> CommitAsync(StreamCommit commit, CancellationToken cancellationToken = default)")]
    [InlineData("Support.Sdk", "    public required string Topic { get; init; }")]
    [InlineData("Support.Sdk", "    public const string Section = \"SupportSdk\"")]
    [InlineData("Support.Sdk", "    public static IServiceCollection AddSupportSdk(this IServiceCollection services, Action<SupportSdkOptions> configure)")]
    public void Write_OfAKnownMember_ShowsWhatCallersDependOn(string package, string line)
    {
        var text = ApiWriter.Write(Assembly.Load(package));

        text.Split('\n').Select(shown => shown.Replace("public ", "", StringComparison.Ordinal))
            .Contains(line.Replace("public ", "", StringComparison.Ordinal)).ShouldBeTrue($"Missing: {line}");
    }
}
