using Support.Sdk.Zendesk.Jobs;

namespace Support.Sdk.Zendesk.Tests;

public sealed class JobsClientTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wait_OfAJob_LooksWithGrowingWaitsUntilItIsOver()
    {
        await using var host = new ZendeskHost();
        var begin = host.Clock.GetUtcNow();
        List<double> looks = [];
        host.Zendesk.Always(_ =>
        {
            looks.Add((host.Clock.GetUtcNow() - begin).TotalSeconds);
            return FakeZendesk.Response(HttpStatusCode.OK, $$$"""{"job_status":{"id":"x","status":"{{{(looks.Count < 6 ? "working" : "killed")}}}"}}""");
        });

        var job = await host.Clock.RunAsync(host.Client.Jobs.WaitAsync(new JobStatus { Id = "x", Status = JobState.Queued }, cancellationToken: Ct));

        job.Status.ShouldBe(JobState.Killed);
        looks.ShouldBe([1, 3, 7, 15, 30, 45]);
    }

    [Fact]
    public async Task Wait_ForLongerThanItsPatience_TimesOut()
    {
        await using var host = new ZendeskHost();
        host.Zendesk.Always(_ => FakeZendesk.Response(HttpStatusCode.OK, """{"job_status":{"id":"x","status":"pondering"}}"""));

        var failure = await Should.ThrowAsync<TimeoutException>(() => host.Clock.RunAsync(
            host.Client.Jobs.WaitAsync(new JobStatus { Id = "x" }, new JobPolling { Patience = TimeSpan.FromSeconds(10) }, Ct)));

        failure.Message.ShouldContain("pondering");
        host.Zendesk.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Wait_OfAJobThatIsOver_DoesNotAsk()
    {
        await using var host = new ZendeskHost();

        (await host.Client.Jobs.WaitAsync(new JobStatus { Id = "x", Status = JobState.Completed }, cancellationToken: Ct)).Id.ShouldBe("x");
        host.Zendesk.Sent.ShouldBeEmpty();
    }
}
