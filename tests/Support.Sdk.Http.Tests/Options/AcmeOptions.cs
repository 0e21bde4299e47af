namespace Support.Sdk.Http.Tests;

public sealed class AcmeOptions
{
    public Uri? BaseAddress { get; set; }

    public SupportHttpOptions Http { get; } = new();

    public static IReadOnlyList<string> Check(AcmeOptions options)
    {
        var rules = new OptionRules();
        rules.SecureAddress(nameof(BaseAddress), options.BaseAddress);
        rules.Add(SupportHttpOptionsRules.Check(options.Http));
        return rules.Failures;
    }
}
