using Shouldly;

namespace Support.Sdk.Http.Tests;

public class SupportHttpOptionsRulesTests
{
    [Fact]
    public void Check_Defaults_AreValid() => SupportHttpOptionsRules.Check(new SupportHttpOptions()).ShouldBeEmpty();

    public static TheoryData<string, Action<SupportHttpOptions>> Broken => new()
    {
        { "Http:TotalTimeout must be longer than AttemptTimeout.", options => options.TotalTimeout = options.AttemptTimeout },
        { "Http:AttemptTimeout ", options => options.AttemptTimeout = TimeSpan.FromMilliseconds(9) },
        { "Http:TotalTimeout ", options => options.TotalTimeout = TimeSpan.FromHours(25) },
        { "Http:MaxRetries is 11 but must be between 0 and 10.", options => options.MaxRetries = 11 },
        { "Http:MaxRetries ", options => options.MaxRetries = -1 },
        { "Http:BaseDelay ", options => options.BaseDelay = options.MaxDelay + TimeSpan.FromTicks(1) },
        { "Http:MaxDelay ", options => options.MaxDelay = TimeSpan.FromHours(25) },
        { "Http:MinRetryAfter ", options => options.MinRetryAfter = TimeSpan.FromSeconds(-1) },
        { "Http:DefaultRetryAfter ", options => options.DefaultRetryAfter = TimeSpan.FromMilliseconds(1) },
        { "Http:MaxRetryAfter ", options => options.MaxRetryAfter = TimeSpan.FromDays(2) },
        { "Http:MaxConcurrency ", options => options.MaxConcurrency = 0 },
        { "Http:MaxResponseBytes ", options => options.MaxResponseBytes = 1 },
        { "Http:MaxReplayBytes ", options => options.MaxReplayBytes = -1 },
        { "Http:CircuitBreaker:FailureRatio ", options => options.CircuitBreaker.FailureRatio = 0 },
        { "Http:CircuitBreaker:FailureRatio ", options => options.CircuitBreaker.FailureRatio = double.NaN },
        { "Http:CircuitBreaker:MinimumThroughput ", options => options.CircuitBreaker.MinimumThroughput = 1 },
        { "Http:CircuitBreaker:SamplingDuration ", options => options.CircuitBreaker.SamplingDuration = TimeSpan.Zero },
        { "Http:CircuitBreaker:BreakDuration ", options => options.CircuitBreaker.BreakDuration = TimeSpan.Zero },
        { "Http:Tokens:EarlyRefresh ", options => options.Tokens.EarlyRefresh = TimeSpan.FromTicks(-1) },
        { "Http:Tokens:MinForcedRefreshInterval ", options => options.Tokens.MinForcedRefreshInterval = TimeSpan.FromHours(2) },
        { "Http:Tokens:RefreshTimeout ", options => options.Tokens.RefreshTimeout = TimeSpan.Zero },
        { "Http:Tokens:RotationGrace ", options => options.Tokens.RotationGrace = TimeSpan.FromHours(1) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Check_OneRuleBroken_NamesTheOption(string message, Action<SupportHttpOptions> change)
    {
        var options = new SupportHttpOptions();
        change(options);

        SupportHttpOptionsRules.Check(options).ShouldContain(failure => failure.StartsWith(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://api.acme.test", true)]
    [InlineData("http://127.0.0.1:5000", true)]
    [InlineData("http://localhost:5000", true)]
    [InlineData("http://[::1]:5000", true)]
    [InlineData("http://api.acme.test", false)]
    [InlineData("ftp://127.0.0.1", false)]
    [InlineData(null, false)]
    public void SecureAddress_HttpsOrLoopback_IsDemanded(string? address, bool isValid)
    {
        var rules = new OptionRules("Acme");

        rules.SecureAddress("BaseAddress", address is null ? null : new Uri(address));

        rules.Failures.Count.ShouldBe(isValid ? 0 : 1);
    }
}
