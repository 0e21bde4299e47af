using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Support.Sdk.Failures;
using Support.Sdk.Zendesk.Users;

namespace Support.Sdk.Zendesk.Tests;

public sealed class UsersClientTests
{
    // Fact sheet 2.3: 200 without credentials.
    private const string Anonymous = """{"user":{"id":null,"name":"Anonymous user","email":"invalid@example.com","role":"end-user"}}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Me_AnsweredAnonymously_IsNotBelieved()
    {
        await using var host = new ZendeskHost(account: "support");
        host.Zendesk.Answer(Anonymous);

        var failure = await Should.ThrowAsync<AnonymousUserException>(() => host.Client.Users.MeAsync(Ct));

        (failure.Account, failure.Kind).ShouldBe(("support", FailureKind.Reauthorization));
    }

    [Fact]
    public async Task HealthCheck_AnsweredAnonymously_IsUnhealthy()
    {
        await using var host = new ZendeskHost();
        host.Zendesk.Answer(Anonymous).Answer("""{"user":{"id":5,"role":"agent"}}""");
        var checks = host.Services.GetRequiredService<HealthCheckService>();

        (await checks.CheckHealthAsync(Ct)).Entries["zendesk"].Status.ShouldBe(HealthStatus.Unhealthy);
        (await checks.CheckHealthAsync(Ct)).Entries["zendesk"].Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task List_ByRoles_AsksForEach()
    {
        await using var host = new ZendeskHost();
        host.Zendesk.Answer("""{"users":[{"id":1}],"meta":{"has_more":false},"links":{"next":"https://acme.zendesk.com/api/v2/users?page%5Bafter%5D=x"}}""");

        (await host.Client.Users.List([UserRole.Agent, UserRole.Admin], 50).ToListAsync(Ct)).Count.ShouldBe(1);

        host.Zendesk.Sent.ShouldHaveSingleItem().PathAndQuery.ShouldBe("/api/v2/users?page[size]=50&role[]=agent&role[]=admin");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task List_WithAnImpossiblePageSize_IsRefused(int pageSize)
    {
        await using var host = new ZendeskHost();

        Should.Throw<ArgumentOutOfRangeException>(() => host.Client.Users.List(pageSize: pageSize)).ParamName.ShouldBe("pageSize");
    }
}
